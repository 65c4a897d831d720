"""Taking evidence: asked for, made while one waits, taken home."""
