"""What must hold for people to speak: words locked, names outside, anonymous acts late and shuffled, rights asked once."""
