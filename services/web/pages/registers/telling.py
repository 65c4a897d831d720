"""A register in words: what it comes to, when it is handed in, what is missing and who could say it."""

from collections.abc import Iterator, Mapping, Sequence

from assessments.scorecard import scorecard
from projections.registers import Counted, Group, Registered
from projections.share import Share
from services.reader.binding import BoundKey
from services.web.telling.attested import Telling
from services.web.visit import Visit
from services.web.when import When
from services.wording import time_words
from workflows.kernel.standards import Item, Register

BOUND: Mapping[BoundKey, str] = {
    "agenda": "Minutes of the board’s meetings on safety and quality",
    "board": "Quarters in which the board heard of safety",
    "harm": "Meetings of the board that heard of a harm",
    "told": "Serious events of which board and leaders were told in time",
    "asked": "Units whose people were asked in a survey",
    "partnered": "Units with an executive partner",
    "pledged": "Those who lead who gave their word",
    "understood": "Topics of leading understood, over all who lead",
    "ways": "Safe ways of working taken up, over all units",
    "brought": "Answers that reached who spoke",
    "ended": "Loops that ended heard",
    "public": "Voices of patients, families and visitors",
    "late": "Open barriers past their day",
}
"""What is counted beside a line and is no figure of the scorecard."""
FACILITIES = ("Facility", "Certification number", "In place", "By itself", "Counts as")

Row = tuple[str, str, str, str, str]
"""Its address, its name, its edition, what it comes to, when it is handed in."""

Beside = tuple[str, str]
"""A figure of the log beside a line: what, and how much of how many."""

Missing = tuple[str, str, str]
"""What is missing, how it stands, who could say it."""


def row(key: str, one: Registered, looking: When) -> Row:
    in_place = f"{one.done} of {one.of} in place"
    comes_to = in_place if one.points is None else f"{_points(one)}, {in_place}"
    return (
        f"/register/{key}{looking.query}",
        one.register.title,
        one.register.edition,
        comes_to,
        handed_in(one.register, looking),
    )


def counts(one: Registered) -> list[tuple[str, str]]:
    pairs = [(f"{one.done} of {one.of}", "in place")]
    if one.points is not None:
        pairs.insert(0, (f"{one.points} of {len(one.groups)}", "points"))
    if gaps := sum(cell.state == "gap" for group in one.groups for cell in group.cells):
        pairs.append((str(gaps), f"{'gap' if gaps == 1 else 'gaps'} that somebody sees to"))
    return pairs


def handed_in(register: Register, looking: When) -> str:
    """So: "2025 is handed in from 1 Apr 2026 to 15 May 2026"; "" where nothing is."""
    if register.window is None:
        return ""
    year = int(looking.day[:4])
    opens, closes = (
        time_words.short(f"{year + 1}-{day}", looking.day) for day in (register.window.opens, register.window.closes)
    )
    return f"{year} is handed in from {opens} to {closes}"


def summed(group: Group) -> str:
    return f"{sum(group.in_place)} of {len(group.cells)} in place"


def lines(group: Group, words: Telling) -> Iterator[tuple[str, str, str, str]]:
    """The picture, in words: line, how it stands, who sees to it, by when."""
    for cell in group.cells:
        row = cell.row.row if cell.row else None
        yield (
            cell.item.title,
            _state(cell.state),
            words.visit.names.of(row.owner) if row and row.owner else "",
            words.day(row.due) if row and row.due else "",
        )


def missing(visit: Visit, group: Group) -> Iterator[Missing]:
    for cell, holds in zip(group.cells, group.in_place, strict=True):
        if not holds:
            yield cell.item.title, _state(cell.state), _could_say(visit, cell.item)


def beside(keys: Sequence[str], figures: Mapping[str, Share]) -> list[Beside]:
    """Figures of four quarters; one that the reader may not read is not there."""
    scored = [(key, figure.title) for key, figure in scorecard().figures.items()]
    more = [(key, title) for key, title in BOUND.items() if key in figures]
    return [(title, _number(figures.get(key, Share(0, 0)))) for key, title in (*scored, *more) if key in keys]


def _number(share: Share) -> str:
    return f"{share.percent} % ({share.part} of {share.whole})" if share.whole else "nothing to show"


def facilities(numbers: Sequence[Counted]) -> list[tuple[str, str, str, str, str]]:
    """Facility, its number, what it comes to, and as what it counts."""
    return [
        (
            title,
            one.number,
            f"{whole.done} of {whole.of}",
            _points(whole),
            f"{one.points} of {len(whole.groups)} points",
        )
        for one in numbers
        for title, whole in one.at
    ]


def not_yet(register: Register, looking: When) -> str:
    """Why it says nothing of that day; "" where it does."""
    if register.since is None or register.in_force(looking.day):
        return ""
    since = time_words.short(register.since, looking.day)
    return f"This edition counts from {since} on; on that day it asked for nothing yet."


def _could_say(visit: Visit, item: Item) -> str:
    """The roles, with whoever holds them for the hospital."""
    held = [(role, person) for person, role, unit in visit.house.posts.given() if unit is None]
    return "; ".join(_who(visit, one, [person for role, person in held if role == one]) for one in item.by)


def _who(visit: Visit, role: str, persons: Sequence[str]) -> str:
    names = ", ".join(visit.names.of(one) for one in persons)
    return f"{visit.names.role(role)} ({names or 'nobody now'})"


def _state(state: str) -> str:
    return state.replace("_", " ").capitalize()


def _points(one: Registered) -> str:
    return f"{one.points} of {len(one.groups)} points"
