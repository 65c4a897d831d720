"""What went wrong, as one plain sentence."""
