"""My answers: what became of what I said."""
