"""What a figure counts, thing by thing, with what is said of each: a number opens as many as it speaks of."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from msgspec import Struct

from projections.answers import ANSWERS, ENDED, Shelf, VoiceRow
from projections.charters import charter
from projections.climbed import CLIMBED
from projections.durations import DURATIONS, GIVEN_UP, DurationRow
from projections.figures import AIMS, BROUGHT, DECIDED
from projections.keeping import verdict
from projections.lives import Stint
from projections.promises import SHELVES
from projections.rounds import HELD
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
MANY = 1_000
"""What is of more things in the hospital is listed unit by unit alone."""


class Thing(Struct, frozen=True):
    """A stream of which a figure speaks, what is said of it, whether it `counts` in the part; `title` and `href` where not the
    stream itself is meant."""

    stream: str
    said: str
    counts: bool
    title: str = ""
    href: str = ""


class Counting(Struct, frozen=True, kw_only=True):
    """Of which units, over which months, up to which day; `carried` are the duties of its partner, where it is one."""

    visit: Visit
    look: Look
    units: Sequence[str]
    months: Sequence[Month]
    day: Day
    carried: Duties | None


def behind(key: str, of: Counting) -> list[Thing]:
    """Nothing for the figure that would tell who speaks."""
    match key:
        case aim if aim in AIMS:
            rows: list[Stint[DurationRow]] = of.look.rows(DURATIONS, _wanted(of, aim=[aim]))
            return [Thing(one.stream, _took(one.row.took), _is_over(one)) for one in sorted(rows, key=_longest_first)]
        case "ended":
            return [_standing(one, "heard") for one in voices(of.look, of.units, ENDED)]
        case "brought":
            return [_standing(one, *BROUGHT) for one in voices(of.look, of.units, DECIDED)]
        case "solution":
            return [_chosen(one, "solution", "offered") for one in of.look.rows(VOICED, _wanted(of))]
        case "kept":
            return list(_promises(of))
        case "planned":
            issues = ((one.stream, one.row.matter.is_co_authored) for one in of.look.issues(of.units, ("open",)))
            return [Thing(stream, "both sides" if both else "not yet", both) for stream, both in issues]
        case "easy":
            solved = of.look.rows(SOLVED, {"unit": of.units, "ease": ["easy", "hard"]})
            return [_chosen(one, "ease", "easy") for one in solved]
        case "worked":
            old = of.look.rows(WORKED, {"unit": of.units, "month": a_year_before(of.months)})
            return [Thing(one.stream, choice(one.row.work, "work"), one.row.work != "lying") for one in old]
        case "climbed":
            barriers = of.look.rows(CLIMBED, _wanted(of))
            return [Thing(one.stream, choice(one.row.climbed), one.row.climbed == "climbed") for one in barriers]
        case "late":
            still = [one for one in of.look.rows(CLIMBED, {"unit": of.units}) if one.row.due]
            still.sort(key=lambda one: one.row.due)
            return [Thing(one.stream, _due(one.row.due, of), one.row.due < of.day) for one in still]
        case _:
            return [] if of.carried is None else list(_of_a_partner(key, of.units[0], of.carried, of))


def voices(look: Look, units: Sequence[str], shelves: Sequence[Shelf]) -> list[Stint[VoiceRow]]:
    """Those that stand so, who waits longest first."""
    return sorted(look.rows(ANSWERS, {"unit": units, "shelf": shelves}), key=lambda one: (one.row.since, one.stream))


def standing(look: Look, units: Sequence[str], shelves: Sequence[Shelf]) -> list[Thing]:
    """Behind one part of the bar: all of them count. Nothing where they are too many to be read at once."""
    if look.count(ANSWERS, {"unit": units, "shelf": shelves}) > MANY:
        return []
    return [_standing(one, *shelves) for one in voices(look, units, shelves)]


def _of_a_partner(key: str, unit: str, carried: Duties, of: Counting) -> Iterator[Thing]:
    match key:
        case "rounds":
            for one in due_in(of.look.rounds(unit), first_day(of.months[0]), of.day):
                who = f", {choice(one.row.colour).lower()}" if one.row.colour else ""
                came = one.row.state in HELD and one.row.colour == "executive"
                yield Thing(one.stream, choice(one.row.state) + who, came, title=time_words.weekday(one.row.visit.day))
        case "met":
            yield from _months_met(unit, of)
        case "technical":
            yield from _work(unit, "technical", of)
        case "adaptive":
            yield from _work(unit, "socio_adaptive", of)
        case "overdue" if carried.executive:
            for owing in of.look.desk([carried.executive]):
                due = owing.held.row.due
                yield Thing(owing.held.stream, _due(due, of), due is not None and due < of.day)
        case _:
            return


def _promises(of: Counting) -> Iterator[Thing]:
    zone = of.visit.house.plate.zone
    for one in of.look.ledger(of.units):
        how = verdict(one.row, of.day, lambda moment: clock.day_of(moment, zone))
        if how in ("in_time", "late", "broken"):
            first = time_words.short(one.row.pledge.first_due, of.day)
            yield Thing(one.stream, f"{choice(how, 'verdict')}; promised for {first}", how == "in_time")


def _months_met(unit: str, of: Counting) -> Iterator[Thing]:
    least = of.visit.house.clerk.terms.now()[1].pause_days
    year = partners.years(of.look, [unit], of.day, least)[unit]
    for line in year.months:
        if line.due and line.standing not in ("open", "paused"):
            days = "".join(f", {time_words.short(one.day, of.day)}" for one in line.met)
            yield Thing(
                year.partnerships[0].stream,
                f"{choice(line.standing, 'meeting')}{days}",
                line.standing in ("executive", "late"),
                time_words.month(first_day(line.month)),
                f"/unit/{unit}/team",
            )


def _work(unit: str, work: Work, of: Counting) -> Iterator[Thing]:
    """Parts of the charter, then the steps of the plan."""
    standards = of.visit.house.clerk.standards.now()[1]
    for cell in charter(standards, of.look.standards(units=[unit]), unit).cells:
        if cell.item.work == work:
            stream = cell.row.stream if cell.row else f"unit-{unit}"
            yield Thing(stream, choice(cell.state), cell.is_done, cell.item.title, f"/unit/{unit}/charter")
    for step in of.look.promises(unit, SHELVES):
        if step.row.pledge.work == work and step.row.state != "released":
            yield Thing(step.stream, choice(step.row.state), step.row.state == "kept")


def named(visit: Visit, look: Look, listed: Iterable[Thing]) -> list[tuple[str, str, str, bool]]:
    """Where each is found, its first words, what is said of it, whether it counts; without what the reader may not see."""
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
            one.counts,
        )
        for one in seen
    ]


def _wanted(of: Counting, **more: Sequence[str]) -> dict[str, Sequence[str]]:
    return {"unit": of.units, **more, "month": of.months}


def _standing(one: Stint[VoiceRow], *counted: Shelf) -> Thing:
    return Thing(one.stream, choice(one.row.state), one.row.state in counted)


def _chosen(one: Stint[Any], field: str, counted: str) -> Thing:
    value = getattr(one.row, field)
    return Thing(one.stream, choice(value, field), value == counted)


def _is_over(one: Stint[DurationRow]) -> bool:
    return bool(one.row.took) and not one.row.took.startswith(GIVEN_UP)


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
