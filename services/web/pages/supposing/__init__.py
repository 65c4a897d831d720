"""What another rhythm would have done with a time that is past."""
