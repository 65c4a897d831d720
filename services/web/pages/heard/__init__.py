"""What became of what I said, for whoever holds its code: the answer, questions both ways, and the last word."""
