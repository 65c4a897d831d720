"""What an instrument may say, who is asked what, and that a published one never changes."""
