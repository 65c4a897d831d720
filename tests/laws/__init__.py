"""What holds for the whole house, whichever room is being built: one law, one file."""
