"""How the figures of a unit on a replayed day are called, on the page and at the terminal."""

STANDINGS = {
    "owed": "Owed an answer",
    "heard": "Heard so far",
    "open": "Open issues",
    "oldest": "Oldest open issue",
    "late": "Past their day",
    "desk": "Longest on one desk",
}
"""By field of `projections.replay.Standing`, in the order they are read."""
IN_DAYS = frozenset({"oldest", "desk"})
