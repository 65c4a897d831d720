"""What a figure of a unit counts, thing by thing, with what is said of each: every number opens what is behind it."""

from collections.abc import Iterable, Sequence
from itertools import islice

from projections.durations import DURATIONS, GIVEN_UP, DurationRow
from projections.figures import AIMS, DECIDED
from projections.lives import Stint
from projections.promises import SHELVES
from projections.solved import SOLVED
from projections.voiced import VOICED
from services.reader.duties import Duties
from services.reader.known import Wanted
from services.reader.views import Look
from services.web.paths import page_of
from services.web.phrases import choice
from services.web.telling.desks import headline
from services.web.visit import Visit
from workflows.kernel.ids import noun_of
from workflows.kernel.months import Month, first_day

SHOWN = 100
"""So many are listed."""

Thing = tuple[str, str]
"""A stream, and what is said of it."""


def behind(look: Look, key: str, unit: str, months: Sequence[Month], carried: Duties | None) -> list[Thing]:
    """Nothing for figures that would tell who speaks, and for those that count months."""
    match key:
        case aim if aim in AIMS:
            wanted: Wanted = {"unit": [unit], "aim": [aim], "month": months}
            rows: list[Stint[DurationRow]] = look.rows(DURATIONS, wanted)
            return [(one.stream, _took(one.row.took)) for one in sorted(rows, key=_longest_first)]
        case "brought":
            return [(one.stream, choice(one.row.state)) for one in look.voices(unit, DECIDED)]
        case "solution":
            found = look.rows(VOICED, {"unit": [unit], "month": months})
            return [(one.stream, choice(one.row.solution, "solution")) for one in found]
        case "kept":
            return [(one.stream, choice(one.row.state)) for one in look.ledger([unit])]
        case "planned":
            issues = look.issues([unit], ("open",))
            return [(one.stream, "both sides" if one.row.matter.is_co_authored else "not yet") for one in issues]
        case "easy":
            solved = look.rows(SOLVED, {"unit": [unit], "ease": ["easy", "hard"]})
            return [(one.stream, choice(one.row.ease, "ease")) for one in solved]
        case "rounds":
            held = [one for one in look.rounds(unit) if one.row.visit.day >= first_day(months[0])]
            return [(one.stream, choice(one.row.state)) for one in held if one.row.state != "scheduled"]
        case "met":
            return [(one.stream, choice(one.row.state)) for one in look.partnerships([unit])]
        case "technical" | "adaptive":
            work = "technical" if key == "technical" else "socio_adaptive"
            steps = (one for one in look.promises(unit, SHELVES) if one.row.pledge.work == work)
            return [(one.stream, choice(one.row.state)) for one in steps]
        case "overdue" if carried and carried.executive:
            return [(one.held.stream, one.held.row.due or "") for one in look.desk([carried.executive])]
        case _:
            return []


def named(visit: Visit, look: Look, listed: Iterable[Thing]) -> list[tuple[str, str, str]]:
    """Where each is found, its first words, what is said of it; without what the reader may not see."""
    seen = list(islice((one for one in listed if visit.sees(one[0])), SHOWN))
    rows = look.about([stream for stream, _ in seen])
    titles = {stream: getattr(rows[stream].row, "title", None) if stream in rows else None for stream, _ in seen}
    words = visit.open(titles.values())
    return [
        (page_of(stream), headline(words.of(titles[stream])) or choice(noun_of(stream), "noun"), said)
        for stream, said in seen
    ]


def _took(took: str) -> str:
    if not took:
        return "still waits"
    days = took.removeprefix(GIVEN_UP)
    return f"given up after {days} days" if took.startswith(GIVEN_UP) else f"{days} days"


def _longest_first(one: Stint[DurationRow]) -> tuple[bool, str]:
    """What still waits stands first, the oldest before the others."""
    return one.row.took != "", one.row.day
