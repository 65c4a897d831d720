"""A year of meetings as a picture and as a table that says the same."""

from collections.abc import Iterable
from datetime import date

from markupsafe import Markup

from projections.meetings import Figures, MonthLine
from services.web.phrases import choice
from services.web.pictures import MonthBox, year_strip
from services.web.telling.meetings import WORDS
from services.web.visit import Visit
from services.wording import time_words
from workflows.kernel.moments import Day
from workflows.kernel.months import Month, days_of, first_day, last_day
from workflows.kernel.pauses import Pause
from workflows.partnership.course import Met

Rows = list[tuple[str, str, str, str]]


def strip(lines: Iterable[MonthLine], pauses: Iterable[Pause], today: Day) -> Markup:
    declared = list(pauses)
    return year_strip([_box(line, declared, today) for line in lines])


def _box(line: MonthLine, pauses: Iterable[Pause], today: Day) -> MonthBox:
    when = date.fromisoformat(first_day(line.month))
    shown = _shown(line)
    note = _day(line.month, shown) if shown else {"missed": "missed", "paused": "pause"}.get(line.standing, "")
    return MonthBox(
        name=f"{when:%b}" if line.month[:4] == today[:4] else f"{when:%b %Y}",
        standing=line.standing,
        note=note,
        said=f"{when:%B %Y}: {WORDS[line.standing].lower()}",
        paused=tuple(_share(line.month, one) for one in pauses if _touches(line.month, one)),
    )


def _shown(line: MonthLine) -> Met | None:
    """The meeting by which the month stands as it does."""
    colour = "executive" if line.standing == "late" else line.standing
    return next((one for one in line.met if one.colour == colour), None)


def _day(month: Month, met: Met) -> str:
    """So: "14"; and "3 Mar" where it was held in the month after."""
    when = date.fromisoformat(met.day)
    return str(when.day) if met.day[:7] == month else f"{when.day} {when:%b}"


def _touches(month: Month, pause: Pause) -> bool:
    return pause.since <= last_day(month) and first_day(month) <= pause.until


def _share(month: Month, pause: Pause) -> tuple[float, float]:
    first, whole = first_day(month), days_of(first_day(month), last_day(month))
    begins = days_of(first, max(pause.since, first)) - 1
    ends = days_of(first, min(pause.until, last_day(month)))
    return begins / whole, ends / whole


def table(visit: Visit, lines: Iterable[MonthLine]) -> Rows:
    """Month, how it stands, the days of its meetings, who was there."""
    return [
        (
            f"{date.fromisoformat(first_day(line.month)):%B %Y}",
            WORDS[line.standing] + ("" if line.due or not line.met else " (not due)"),
            ", ".join(_met(one) for one in line.met) or "–",
            ", ".join(dict.fromkeys(visit.names.of(who) for one in line.met for who in one.attendees)) or "–",
        )
        for line in lines
    ]


def _met(met: Met) -> str:
    how = "" if met.colour == "executive" else f" ({choice(met.colour).lower()})"
    rounds = ", counted from rounds" if met.rounds else ""
    return time_words.short(met.day, met.month + "-01") + how + rounds


def figures(counted: Figures) -> list[tuple[str, str]]:
    """The few numbers of a year, each with what it is of."""
    late = f", {counted.late} of them late" if counted.late else ""
    found = [
        (f"{counted.with_executive} of {counted.due}", f"months due met with the executive{late}"),
        (f"{counted.attended} of {counted.held}", "meetings the executive came to"),
        (str(counted.missed), "month missed" if counted.missed == 1 else "months missed"),
    ]
    if counted.promised:
        found.append((f"{counted.kept} of {counted.promised}", "promises kept by their first day"))
    if counted.rounds:
        found.append((f"{counted.without_guide} of {counted.rounds}", "rounds without a guide"))
    if counted.paused:
        months = "month" if counted.paused == 1 else "months"
        found.append((str(counted.paused), f"{months} not counted: the hospital paused"))
    return found
