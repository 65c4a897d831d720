"""The head of the log, as everybody may take it home."""
