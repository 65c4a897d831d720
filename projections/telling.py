"""Telling one stream fact by fact: what becomes known with each fact, and what thereby stops being known.

A fact that took place after all others only turns the page. One that took place earlier (a late entry, an import beside
live use) makes the whole stream be told again in the order it took place, and the difference is what changes: telling fact
by fact always ends where telling from scratch ends.
"""

from collections.abc import Iterable
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from projections.lives import Cast, Scene, Was
from projections.order import asserted, in_order, slack
from projections.retelling import Known, difference, from_scratch
from projections.turning import Change, turned
from workflows.kernel.grammar import Fact
from workflows.kernel.moments import Moment
from workflows.kernel.noun import Nothing


class Past(Struct, frozen=True):
    """What must be at hand to tell a stream again: its facts as recorded, and what is known of it, by projection."""

    facts: tuple[Fact, ...]
    known: tuple[Known, ...]


class Subject(Struct, frozen=True):
    """One stream as told so far. `open` are the stints that are so now, by projection and name; `late` says that the order
    of recording and that of taking place have parted, from when on `past` is needed."""

    cast: Cast
    number: int
    version: int
    first: Moment
    latest: Moment
    state: Any
    open: tuple[Was, ...]
    past: Past | None = None
    late: bool = False


class Told(Struct, frozen=True):
    subject: Subject
    changes: list[Change]


def untold(cast: Cast, remembering: bool = False) -> Subject:
    """A stream before its first fact. `remembering` keeps its past from the start."""
    past = Past((), tuple({} for _ in cast.projections)) if remembering else None
    return Subject(cast, 0, 0, 0, 0, Nothing(), tuple({} for _ in cast.projections), past)


def is_late(subject: Subject, fact: Fact) -> bool:
    """Whether it took place before something already told, or comes to a stream to which that has happened."""
    if subject.late or subject.version == 0:
        return subject.late
    return max(asserted(fact), subject.first) + slack(fact) < subject.latest


def told(subject: Subject, fact: Fact) -> Told:
    """The next fact of the stream. ValueError when a late one comes to a subject that has not kept its past."""
    if not is_late(subject, fact):
        return told_on(subject, fact)
    if subject.past is None:
        raise ValueError(f"Fact {fact.seq} took place before others of {fact.stream}: tell the stream with its past.")
    return _told_again(subject, subject.past, fact)


def tell(cast: Cast, facts: Iterable[Fact]) -> Subject:
    """A stream's facts, as recorded, one after the other, with its past kept."""
    subject = untold(cast, remembering=True)
    for fact in facts:
        subject = told(subject, fact).subject
    return subject


def forgetting(subject: Subject) -> Subject:
    """The same without its past, unless it has late entries and will need it."""
    return subject if subject.late else replace(subject, past=None)


def told_on(subject: Subject, fact: Fact) -> Told:
    """The common case, for a fact that is not late: only what is open now can end, only now can something begin."""
    cast, begun = subject.cast, subject.version > 0
    moment = asserted(fact)
    if begun and moment < subject.latest:
        moment = subject.latest
    scene = cast.scene(subject.state, fact, subject.number if begun else fact.seq, moment)
    open_now: list[Was] = []
    changes: list[Change] = []
    for projection, was in zip(cast.projections, subject.open, strict=True):
        now, change = turned(projection, was, scene)
        open_now.append(now)
        if change is not None:
            changes.append(change)
    past = None if subject.past is None else _remembered(subject.past, fact, cast, changes)
    first = subject.first if begun else moment
    after = Subject(cast, scene.number, fact.head.version, first, moment, scene.state, tuple(open_now), past)
    return Told(after, changes)


def _remembered(past: Past, fact: Fact, cast: Cast, changes: Iterable[Change]) -> Past:
    changed = {change.projection.name: change for change in changes}
    known = [
        _after(known, changed[projection.name]) if projection.name in changed else known
        for projection, known in zip(cast.projections, past.known, strict=True)
    ]
    return Past((*past.facts, fact), tuple(known))


def _after(known: Known, change: Change) -> Known:
    dead = {stint.life for stint in change.died}
    living = {place: stint for place, stint in known.items() if stint.life not in dead}
    return living | {(stint.name, stint.began): stint for stint in [*change.ended, *change.born]}


def _told_again(subject: Subject, past: Past, fact: Fact) -> Told:
    """All facts in the order they took place; then, if that leads elsewhere than the order they were recorded in, a last
    scene: what the ledger holds now is so since the last thing that happened."""
    cast, facts = subject.cast, (*past.facts, fact)
    placed = in_order(facts)
    latest = placed[-1][0]
    recorded = cast.scene(subject.state, fact, subject.number, latest)
    scenes = [*_scenes(cast, placed, subject.number), recorded]
    pairs = list(zip(cast.projections, past.known, strict=True))
    changes = [difference(projection, known, from_scratch(projection, scenes), fact.seq) for projection, known in pairs]
    after = tuple([_after(known, change) for (_, known), change in zip(pairs, changes, strict=True)])
    open_now = tuple([{stint.name: stint for stint in known.values() if stint.ended is None} for known in after])
    told_again = Subject(
        cast,
        subject.number,
        fact.head.version,
        subject.first,
        latest,
        recorded.state,
        open_now,
        Past(facts, after),
        True,
    )
    return Told(told_again, [change for change in changes if change.ended or change.died or change.born])


def _scenes(cast: Cast, placed: Iterable[tuple[Moment, Fact]], number: int) -> Iterable[Scene]:
    state: Any = Nothing()
    for moment, fact in placed:
        scene = cast.scene(state, fact, number, moment)
        yield scene
        state = scene.state
