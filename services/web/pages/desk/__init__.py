"""My desk: what do I owe, to whom, by when."""
