"""Whether people of a unit are in: by a card that nobody can put a name to, taken back whenever they like."""
