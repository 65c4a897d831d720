"""Search: words as they are compared, the index in memory, and what it forgets."""
