"""What was promised for a quarter, line by line."""

from msgspec import Struct

from projections.focus import FocusRow
from projections.lives import Stint
from services.api.shapes.words import Date, Text, Words
from workflows.focus.commands import Came


class FocusLine(Struct, frozen=True, kw_only=True):
    """What is worked on (`line`), what `owner` does by `due` so that people speak up (`action`), and what `came` of it."""

    number: int
    line: Text
    action: Text
    owner: str
    due: Date
    came: Came | None
    why: Text


class Focus(Struct, frozen=True, kw_only=True):
    """Of a unit, or (null) the hospital; `owner` has every line looked at by `review_by`."""

    id: str
    unit: str | None
    quarter: str
    owner: str
    pledge: Text
    review_by: Date
    lines: tuple[FocusLine, ...]


def focus(stint: Stint[FocusRow], words: Words) -> Focus:
    known = stint.row.focus
    return Focus(
        id=stint.stream,
        unit=known.unit,
        quarter=known.quarter,
        owner=known.owner,
        pledge=words(known.pledge),
        review_by=known.review_by,
        lines=tuple(
            FocusLine(
                number=one.number,
                line=words(one.line),
                action=words(one.action),
                owner=one.owner,
                due=one.due,
                came=one.came,
                why=words(one.why),
            )
            for one in known.lines
        ),
    )
