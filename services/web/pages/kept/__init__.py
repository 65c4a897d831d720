"""What was typed before a sign-in ran out, shown to its author and sent now."""
