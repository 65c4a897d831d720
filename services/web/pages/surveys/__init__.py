"""What a unit was asked, and what it answered."""
