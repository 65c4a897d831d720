"""What is printed, read back by somebody else's reader."""
