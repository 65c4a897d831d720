"""What goes to the board: stories, the minutes it gives to safety, notices of serious events."""
