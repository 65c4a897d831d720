"""What a key of a machine is made of, and what is wrong with it."""

DAYS = ("30", "180", "365")
LONGEST_NAME = 60


def amiss(name: str, days: str) -> str:
    """A sentence; "" when all is well."""
    if not name or not name.isprintable() or len(name) > LONGEST_NAME:
        return f"Say in at most {LONGEST_NAME} characters where the machine stands."
    return "" if days in DAYS else "Choose how long the key opens the board."
