"""What was scored a second time, by a key that was put right."""

from collections.abc import Sequence

from assessments.instrument import Instrument
from services.surveyed import Said
from services.wording.shares import share

HELD = "held back to guard others"


def says(newer: Instrument) -> str:
    return (
        f"The key was put right in version {newer.version}: of these sentences other answers count as positive. What was "
        "published stays as it was; beside it stands what the same answers say by the corrected key."
    )


def rows(before: Sequence[Said], now: Sequence[Said]) -> tuple[tuple[str, ...], ...]:
    published = {one.item.id: one for one in before}
    return tuple(_row(published[one.item.id], one) for one in now)


def _row(before: Said, now: Said) -> tuple[str, ...]:
    was = HELD if before.percent is None else share(before.percent, before.bound)
    text = now.item.text.get("en", now.item.id)
    if now.percent is None:
        return text, was, HELD, "", ""
    return text, was, share(now.percent, now.bound), f"{now.low}–{now.high} %", str(now.n)
