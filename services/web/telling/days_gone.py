"""Where the days of an issue went, and what waited for a barrier: drawn, in a sentence, and as a table."""

from collections.abc import Sequence

from markupsafe import Markup
from msgspec import Struct

from projections.blast import Waited
from projections.where_days_went import Part
from services import clock
from services.web.pictures import Fall, waterfall
from services.web.pictures.waterfall import Paint
from services.web.when import When
from services.wording import time_words
from services.wording.names import Names
from workflows.kernel.moments import DAY, Moment

DOES = {
    "resolve": "solving it",
    "accept": "saying yes or no",
    "remove": "removing the barrier",
    "verify": "checking the removal",
    "review": "looking at the risk again",
    "reason": "giving the reason",
    "answer": "answering",
    "deliver": "bringing the answer",
    "reply": "saying whether they were heard",
    "close": "closing it",
}
PAINTED: Sequence[tuple[Paint, str]] = (
    ("solid", "on a desk"),
    ("striped", "waiting on somebody"),
    ("dotted", "being checked, or waiting for a word"),
)
WAITED: Sequence[tuple[Paint, str]] = (("striped", "waits"), ("solid", "waited"))
CHECKED = ("verify", "reply")
HEAD = ("Where", "What for", "Days", "Of all")
WAITED_HEAD = ("Issue", "Unit", "On whose list", "From", "To", "Days")


class Drawn(Struct, frozen=True):
    """A picture, its sentence, and its table."""

    picture: Markup
    caption: str
    rows: tuple[tuple[str, ...], ...]


def of_issue(parts: Sequence[Part], names: Names) -> Drawn | None:
    """None while not a day has gone."""
    whole = sum(part.lasted for part in parts)
    if whole < DAY:
        return None
    falls, start = [], 0.0
    for part in parts:
        days = part.lasted / DAY
        falls.append(Fall(f"{_where(part, names)}, {_what(part)}", start, days, _paint(part)))
        start += days
    rows = tuple((_where(part, names), _what(part), _days(part.lasted), _share(part.lasted, whole)) for part in parts)
    most = max(parts, key=lambda part: part.lasted)
    caption = (
        f"{time_words.number_of(whole // DAY, 'day')} in all; most of them, {_days(most.lasted)}, "
        f"with {_where(most, names)}, {_what(most)}."
    )
    said = " ".join(f"{where}, {what}: {days} days." for where, what, days, _ in rows)
    picture = waterfall(falls, title="Where the days went", said=said, key="went", painted=PAINTED)
    return Drawn(picture, caption, rows)


def _paint(part: Part) -> Paint:
    if part.waits:
        return "striped"
    return "dotted" if part.owes in CHECKED else "solid"


def _where(part: Part, names: Names) -> str:
    return "Nobody" if part.holder is None else names.of(part.holder)


def _what(part: Part) -> str:
    if part.waits:
        return "waited on"
    return DOES.get(part.owes, "holding nothing of it") if part.holder else "held it"


def _days(lasted: int) -> str:
    return f"{lasted / DAY:.0f}"


def _share(lasted: int, whole: int) -> str:
    return f"{lasted / whole:.0%}"


class Waiting(Struct, frozen=True):
    """An issue as a reader may know it: what it is called, its unit, on whose list it stands."""

    name: str
    unit: str
    desk: str


def of_barrier(found: Sequence[tuple[Waited, Waiting]], looking: When, zone: str) -> Drawn | None:
    """None where nothing ever waited for it."""
    if not found:
        return None
    first = min(one.began for one, _ in found)

    def days(one: Waited) -> int:
        return ((one.ended or looking.until) - one.began) // DAY

    def day(moment: Moment | None) -> str:
        return "still" if moment is None else time_words.short(clock.day_of(moment, zone), looking.day)

    falls = [
        Fall(
            f"{known.unit}: {known.name}",
            (one.began - first) / DAY,
            days(one),
            "striped" if one.ended is None else "solid",
        )
        for one, known in found
    ]
    rows = tuple(
        (known.name, known.unit, known.desk, day(one.began), day(one.ended), str(days(one))) for one, known in found
    )
    units = len({known.unit for _, known in found})
    issues = len({one.issue for one, _ in found})
    caption = (
        f"{time_words.number_of(issues, 'issue')} of {time_words.number_of(units, 'unit')} waited for it, "
        f"{time_words.number_of(sum(days(one) for one, _ in found), 'day')} together."
    )
    said = " ".join(f"{unit}: {name}, {count} days, {start} to {end}." for name, unit, _, start, end, count in rows)
    picture = waterfall(falls, title="What waited for it", said=said, key="blast", painted=WAITED)
    return Drawn(picture, caption, rows)
