"""What a figure of a unit counts, thing by thing, with what is said of each: a number opens as many as it speaks of."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from msgspec import Struct

from projections.answers import ENDED
from projections.charters import charter
from projections.climbed import CLIMBED
from projections.durations import DURATIONS, GIVEN_UP, DurationRow
from projections.figures import AIMS, DECIDED
from projections.keeping import verdict
from projections.lives import Stint
from projections.promises import SHELVES
from projections.solved import SOLVED
from projections.voiced import VOICED
from projections.worked import WORKED
from services import clock
from services.reader import partners
from services.reader.duties import Duties, due_in
from services.reader.figures import a_year_before
from services.reader.views import Look
from services.web.paths import page_of
from services.web.phrases import choice
from services.web.telling.desks import headline
from services.web.visit import Visit
from services.wording import time_words
from workflows.kernel.ids import noun_of
from workflows.kernel.moments import Day
from workflows.kernel.months import Month, first_day
from workflows.kernel.standards import Work

SHOWN = 100
"""So many are listed."""


class Thing(Struct, frozen=True):
    """A stream that a figure counts, and what is said of it; `title` and `href` where not the stream itself is meant."""

    stream: str
    said: str
    title: str = ""
    href: str = ""


class Counting(Struct, frozen=True, kw_only=True):
    """Of which unit, over which months, up to which day; `carried` are the duties of its partner."""

    visit: Visit
    look: Look
    unit: str
    months: Sequence[Month]
    day: Day
    carried: Duties | None


def behind(key: str, of: Counting) -> list[Thing]:
    """Nothing for the figure that would tell who speaks."""
    match key:
        case aim if aim in AIMS:
            rows: list[Stint[DurationRow]] = of.look.rows(DURATIONS, _wanted(of, aim=[aim]))
            return [Thing(one.stream, _took(one.row.took)) for one in sorted(rows, key=_longest_first)]
        case "ended":
            return [Thing(one.stream, choice(one.row.state)) for one in of.look.voices(of.unit, ENDED)]
        case "brought":
            return [Thing(one.stream, choice(one.row.state)) for one in of.look.voices(of.unit, DECIDED)]
        case "solution":
            found = of.look.rows(VOICED, _wanted(of))
            return [Thing(one.stream, choice(one.row.solution, "solution")) for one in found]
        case "kept":
            return list(_promises(of))
        case "planned":
            issues = of.look.issues([of.unit], ("open",))
            return [Thing(one.stream, "both sides" if one.row.matter.is_co_authored else "not yet") for one in issues]
        case "easy":
            solved = of.look.rows(SOLVED, {"unit": [of.unit], "ease": ["easy", "hard"]})
            return [Thing(one.stream, choice(one.row.ease, "ease")) for one in solved]
        case "worked":
            old = of.look.rows(WORKED, {"unit": [of.unit], "month": a_year_before(of.months)})
            return [Thing(one.stream, choice(one.row.work, "work")) for one in old]
        case "climbed":
            return [Thing(one.stream, choice(one.row.climbed)) for one in of.look.rows(CLIMBED, _wanted(of))]
        case "late":
            barriers = [one for one in of.look.rows(CLIMBED, {"unit": [of.unit]}) if one.row.due]
            return [Thing(one.stream, _due(one.row.due, of)) for one in sorted(barriers, key=lambda one: one.row.due)]
        case _:
            return list(_of_a_partner(key, of))


def _of_a_partner(key: str, of: Counting) -> Iterator[Thing]:
    match key:
        case "rounds":
            for one in due_in(of.look.rounds(of.unit), first_day(of.months[0]), of.day):
                who = f", {choice(one.row.colour).lower()}" if one.row.colour else ""
                yield Thing(one.stream, choice(one.row.state) + who, title=time_words.weekday(one.row.visit.day))
        case "met":
            yield from _months_met(of)
        case "technical":
            yield from _work(of, "technical")
        case "adaptive":
            yield from _work(of, "socio_adaptive")
        case "overdue" if of.carried and of.carried.executive:
            for owing in of.look.desk([of.carried.executive]):
                yield Thing(owing.held.stream, _due(owing.held.row.due, of))
        case _:
            return


def _promises(of: Counting) -> Iterator[Thing]:
    zone = of.visit.house.plate.zone
    for one in of.look.ledger([of.unit]):
        how = verdict(one.row, of.day, lambda moment: clock.day_of(moment, zone))
        if how in ("in_time", "late", "broken"):
            first = time_words.short(one.row.pledge.first_due, of.day)
            yield Thing(one.stream, f"{choice(how, 'verdict')}; promised for {first}")


def _months_met(of: Counting) -> Iterator[Thing]:
    least = of.visit.house.clerk.terms.now()[1].pause_days
    year = partners.years(of.look, [of.unit], of.day, least)[of.unit]
    for line in year.months:
        if line.due and line.standing not in ("open", "paused"):
            month = time_words.month(first_day(line.month))
            yield Thing(year.partnerships[0].stream, choice(line.standing, "meeting"), month, f"/unit/{of.unit}/team")


def _work(of: Counting, work: Work) -> Iterator[Thing]:
    """Parts of the charter, then the steps of the plan."""
    standards = of.visit.house.clerk.standards.now()[1]
    for cell in charter(standards, of.look.standards(units=[of.unit]), of.unit).cells:
        if cell.item.work == work:
            stream = cell.row.stream if cell.row else f"unit-{of.unit}"
            yield Thing(stream, choice(cell.state), cell.item.title, f"/unit/{of.unit}/charter")
    for step in of.look.promises(of.unit, SHELVES):
        if step.row.pledge.work == work and step.row.state != "released":
            yield Thing(step.stream, choice(step.row.state))


def named(visit: Visit, look: Look, listed: Iterable[Thing]) -> list[tuple[str, str, str]]:
    """Where each is found, its first words, what is said of it; without what the reader may not see."""
    seen = list(islice((one for one in listed if visit.sees(one.stream)), SHOWN))
    rows = look.about([one.stream for one in seen])
    titles: dict[str, Any] = {one.stream: getattr(rows.get(one.stream), "row", None) for one in seen}
    refs = {stream: getattr(row, "title", None) for stream, row in titles.items()}
    words = visit.open(refs.values())
    return [
        (
            one.href or page_of(one.stream),
            one.title or headline(words.of(refs[one.stream])) or choice(noun_of(one.stream), "noun"),
            one.said,
        )
        for one in seen
    ]


def _wanted(of: Counting, **more: Sequence[str]) -> dict[str, Sequence[str]]:
    return {"unit": [of.unit], **more, "month": of.months}


def _due(due: Day | None, of: Counting) -> str:
    return time_words.due(due, of.day) if due else "no day was set"


def _took(took: str) -> str:
    if not took:
        return "still waits"
    days = took.removeprefix(GIVEN_UP)
    return f"given up after {days} days" if took.startswith(GIVEN_UP) else f"{days} days"


def _longest_first(one: Stint[DurationRow]) -> tuple[bool, str]:
    """What still waits stands first, the oldest before the others."""
    return one.row.took != "", one.row.day
