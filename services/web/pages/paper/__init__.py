"""Paper cards, typed in by two people."""
