"""What a unit expects of each other, and how it was answered for."""
