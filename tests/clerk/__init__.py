"""The clerk where it does more than one thing at once."""
