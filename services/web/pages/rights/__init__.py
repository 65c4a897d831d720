"""Set-up: what each role may do and read."""
