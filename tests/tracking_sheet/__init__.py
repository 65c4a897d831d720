"""Reading a hospital's own tracking log: every spelling, every torn file, and the sample row by row."""
