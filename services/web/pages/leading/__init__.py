"""Leading: the safety commitment, who gave their word, who understands what they lead by, and which ways of working spread."""
