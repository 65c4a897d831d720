"""What somebody without an account sees who was sent a link: one barrier, and what they can say to it."""
