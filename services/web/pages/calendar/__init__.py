"""What one comes to, in one's own calendar: its address made, renewed, taken back; and what a calendar gets there."""
