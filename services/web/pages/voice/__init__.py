"""One voice: what was said, what became of it, and what its speaker says to the answer."""
