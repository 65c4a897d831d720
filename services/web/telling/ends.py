"""How loops ended, each end with the voices behind it."""

from collections.abc import Mapping

from projections.answers import Shelf
from services.web.pictures import Heard

SHELVES: Mapping[str, tuple[Shelf, ...]] = {
    "heard": ("heard",),
    "disagreed": ("disagreed",),
    "no_reply": ("no_reply",),
    "unreachable": ("cannot_be_reached",),
    "withdrawn": ("withdrawn",),
    "owed": ("owed", "answered"),
}
"""By the part of the bar."""
TITLES: Mapping[str, str] = {
    "heard": "Heard",
    "disagreed": "Disagreed",
    "no_reply": "No reply",
    "unreachable": "Could not be reached",
    "withdrawn": "Withdrawn",
    "owed": "Still owed an answer",
}


def links(counts: Heard, query: str) -> list[tuple[str, str]]:
    """Words with their number, and where the voices are listed; `query` as `/figures` has it."""
    return [
        (f"{TITLES[end]}: {getattr(counts, end)}", f"/figures/ended/{end}{query}")
        for end in SHELVES
        if getattr(counts, end)
    ]
