"""Help: the duties Heard is built for, and where each is done."""
