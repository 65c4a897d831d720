"""What another rhythm would have done with a time that is past: `asking` what is tried, `telling` what came of it."""
