"""Positions in words."""

from collections.abc import Sequence

from assessments.campaign.positions import TOGETHER, Position
from services.surveyed import Held
from services.wording.shares import share

WHO: dict[Position, str] = {"care": "those who give care", "physician": "physicians", "lead": "those who lead"}
FEW = "held back"


def called(positions: str) -> str:
    said = " and ".join(WHO[one] for one in WHO if one in positions.split(TOGETHER))
    return said[0].upper() + said[1:]


def head(held: Sequence[Held]) -> tuple[str, ...]:
    return ("What was asked", *(f"{called(one.positions)}, {one.ballots} of {one.eligible} answered" for one in held))


def rows(held: Sequence[Held]) -> tuple[tuple[str, ...], ...]:
    """What each said of each item, with how sure that is."""
    if not held:
        return ()
    return tuple(
        (first.item.text.get("en", first.item.id), *(_cell(one, at) for one in held))
        for at, first in enumerate(held[0].items)
    )


def _cell(held: Held, at: int) -> str:
    one = held.items[at]
    return FEW if one.percent is None else f"{share(one.percent, one.bound)} ({one.low}–{one.high} %, {one.n} answers)"
