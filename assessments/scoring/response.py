"""How many of those asked have answered. Who could not have answered is left out of those asked."""


def rate(returned: int, distributed: int, ineligible: int = 0) -> float | None:
    """Percent; `None` if nobody could have answered."""
    asked = distributed - ineligible
    return 100 * returned / asked if asked > 0 else None


def rounded_rate(returned: int, distributed: int, ineligible: int, least: int) -> int | None:
    """While a campaign runs: to the nearest 5 %, so that no single ballot shows, and only where `least` have answered."""
    found = rate(returned, distributed, ineligible)
    return None if found is None or returned < least else round(found / 5) * 5
