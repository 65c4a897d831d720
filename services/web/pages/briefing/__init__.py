"""The briefing book: what whoever is about to round should know, on one or two sheets."""
