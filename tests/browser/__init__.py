"""The web face in a real browser: looked at, walked through and measured for people who see or move differently."""
