"""One learning in words: where it stands, what happens next, what was chosen and what came of it."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from projections.factors import factors as counted
from projections.learnings import LearningRow
from projections.lives import Stint
from projections.spreads import SpreadRow
from services.web.layout import Line
from services.web.paths import its_id, page_of
from services.web.phrases import choice
from services.web.pictures import Part, Stack
from services.web.telling.desks import headline
from services.web.telling.stories import day
from services.web.visit import Visit, Words
from services.web.when import When
from services.wording import time_words
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Day
from workflows.learning.state import Step

STATES = {"looking": "in_work", "trying": "in_work", "learned": "heard", "kept": "set_aside", "withdrawn": "withdrawn"}
"""The state of the layout, by how it stands."""
SPREAD = {
    "offered": ("waiting", "Offered"),
    "taken_up": ("heard", "Taken up"),
    "not_for_us": ("declined", "Not for us"),
    "let_go": ("withdrawn", "Let go"),
}


def chip(row: LearningRow) -> tuple[str, str]:
    """State of the layout and its word: "Looked at", "Tried, adopted", "In the library"."""
    lesson = row.lesson
    words = {
        "looking": "Looked at",
        "trying": "Being tried",
        "learned": "In the library" if lesson.is_for_all else "Learned",
        "kept": "Only you read it",
        "withdrawn": "Taken back",
    }[row.state]
    return STATES[row.state], f"{words}, {_ended(lesson.verdict)}" if lesson.verdict else words


def _ended(verdict: str) -> str:
    return {"adopt": "adopted", "adapt": "adapted", "abandon": "left"}[verdict]


def line(visit: Visit, one: Stint[LearningRow], words: Words, looking: When) -> Line:
    row = one.row
    state, said = chip(row)
    due = next_day(row)
    return Line(
        href=page_of(one.stream) + looking.query,
        title=headline(words.of(row.lesson.lesson or row.title)),
        where=f"{visit.names.unit(row.lesson.unit)} · {choice(row.way).lower()}",
        state=state,
        words=said,
        due=time_words.due(due, looking.day) if due else "",
        late=due is not None and due < looking.day,
    )


def next_day(row: LearningRow) -> Day | None:
    """The day of its next step, the soonest first."""
    owed = [one.due for one in row.lesson.steps if one.is_open] if row.state in ("looking", "learned") else []
    return min([*owed, *((row.due,) if row.due else ())], default=None)


def next_step(visit: Visit, row: LearningRow, looking: When) -> str:
    """The next thing owed, as a sentence."""
    lesson = row.lesson
    match row.state:
        case "looking" if not (lesson.helped or lesson.hindered):
            return f"Mark what helped and what hindered; the lesson is owed by {_on(row.due, looking)}."
        case "looking":
            return f"{visit.names.of(lesson.lead)} brings it to its lesson by {_on(row.due, looking)}."
        case "trying" if lesson.prediction is None:
            return "Say what you expect to see, before anybody looks."
        case "trying":
            return f"{visit.names.of(lesson.lead)} looks at the result by {_on(row.due, looking)}."
        case "kept":
            return "Nothing: only you read it, until you choose otherwise."
        case "withdrawn":
            return "Nothing: it was taken back."
        case _:
            return _after(visit, row, looking)


def _after(visit: Visit, row: LearningRow, looking: When) -> str:
    owed = [one for one in row.lesson.steps if one.is_open]
    if owed:
        soonest = min(owed, key=lambda one: one.due)
        return f"{visit.names.of(soonest.leader)} looks by {_on(soonest.due, looking)} whether the risk went down."
    if not row.lesson.is_for_all:
        return "Share it, so that others can use it."
    return "Others can use it. It can be offered to a unit that might need it." if not row.lesson.author else "Nothing."


def _on(due: Day | None, looking: When) -> str:
    return f"{time_words.short(due, looking.day)} ({time_words.due(due, looking.day)})" if due else "its day"


def factors(visit: Visit, keys: Iterable[str]) -> list[str]:
    """As they are called today; one that the hospital has dropped, by its key."""
    called = visit.house.clerk.terms.now()[1].factors
    return [called.get(key, choice(key)) for key in keys]


PARTS = (
    Part("hindered", "hindered", "striped"),
    Part("helped", "helped", "good"),
    Part("neither", "neither", "dotted"),
)
DRAWN = ("What", "Hindered", "Helped", "Neither")
LONGEST = 20
"""Letters beside a bar; the table has the whole name."""


class Drawn(Struct, frozen=True):
    """What helped and hindered over many lessons, as bars and as a table; no bars where nothing was marked."""

    bars: tuple[Stack, ...]
    table: list[tuple[str, int, int, int]]
    parts: tuple[Part, ...] = PARTS
    head: tuple[str, ...] = DRAWN


def drawn(visit: Visit, rows: Iterable[LearningRow]) -> Drawn:
    called = visit.house.clerk.terms.now()[1].factors
    found = [(called.get(one.key, choice(one.key)), one) for one in counted(rows, called)]
    table = [(name, one.hindered, one.helped, one.neither) for name, one in found]
    keys = [part.key for part in PARTS]
    bars = (Stack(headline(name, LONGEST), dict(zip(keys, counts, strict=True))) for name, *counts in table)
    return Drawn(tuple(bars), table)


def said(visit: Visit, row: LearningRow, words: Words, looking: When) -> list[tuple[str, str, str]]:
    """What was said of it, under its headings: (heading, words, whose or when)."""
    lesson, since = row.lesson, day(visit, row.lesson.began, looking)
    started = {"defect": "What went wrong", "test": "What is tried", "told": "How it came about"}
    pairs = (
        (started.get(lesson.way, ""), lesson.what if lesson.way != "reflection" else None, since),
        ("What was expected", lesson.prediction, "before the result"),
        ("How", lesson.how, "what helped and what hindered"),
        ("What was seen" if lesson.way == "test" else "The lesson", lesson.lesson, day(visit, row.since, looking)),
        ("Why nothing is done about it", lesson.nothing_because, ""),
        ("Why it was taken back", row.why, ""),
    )
    return [(heading, words.of(ref), whose) for heading, ref, whose in pairs if ref is not None]


CHOSEN = ("What is done", "Lowers the risk", "Can be done", "Led by", "How we will know", "Whether it helped")


def chosen(visit: Visit, row: LearningRow, words: Words, looking: When) -> list[tuple[str, ...]]:
    return [
        (
            f"{one.number}. {words.of(one.what)}",
            choice(one.mitigates, "mitigates"),
            choice(one.feasible, "feasible"),
            visit.names.of(one.leader),
            words.of(one.sign),
            _helped(one, words, looking),
        )
        for one in row.lesson.steps
    ]


def _helped(step: Step, words: Words, looking: When) -> str:
    waits = f"looked at by {_on(step.due, looking)}"
    if not step.looks:
        return waits
    last = step.looks[-1]
    found = f"{choice(last.risk)}: {words.of(last.found)}"
    return f"{found} ({waits})" if step.is_open else found


OFFERS = ("Unit", "What came of it", "In their words")


def offers(visit: Visit, found: Iterable[Stint[SpreadRow]], words: Words, looking: When) -> list[tuple[str, ...]]:
    return [
        (
            visit.names.unit(one.row.unit),
            f"{SPREAD[one.row.state][1]}, {day(visit, one.row.since, looking)}",
            words.of(one.row.words) or "–",
        )
        for one in found
    ]


def facts(visit: Visit, stream: str, row: LearningRow, looking: When) -> list[tuple[str, str]]:
    lesson = row.lesson
    pairs = (
        ("Unit", visit.names.unit(lesson.unit)),
        ("How it came", choice(lesson.way)),
        ("What helped", ", ".join(factors(visit, lesson.helped))),
        ("What hindered", ", ".join(factors(visit, lesson.hindered))),
        ("Brought to its lesson by" if lesson.way == "defect" else "Looked at by", _lead(visit, row)),
        ("Written by", visit.names.of(lesson.author) if lesson.author else ""),
        ("Shared", "; ".join(_shared(visit, row, looking))),
    )
    return [*((name, value) for name, value in pairs if value), *its_id(stream)]


def _lead(visit: Visit, row: LearningRow) -> str:
    return visit.names.of(row.lesson.lead) if row.lesson.lead else ""


def _shared(visit: Visit, row: LearningRow, looking: When) -> Iterator[str]:
    for one in row.lesson.shared:
        whom = visit.names.of(one.to) if one.to else "everybody here"
        how = f" ({choice(one.how).lower()})" if one.how else ""
        yield f"{whom}{how}, {day(visit, one.at, looking)}"


def refs(row: LearningRow) -> list[Ref | None]:
    lesson = row.lesson
    steps = [ref for one in lesson.steps for ref in (one.what, one.sign, *(look.found for look in one.looks))]
    return [lesson.what, lesson.how, lesson.prediction, lesson.lesson, lesson.nothing_because, row.why, *steps]
