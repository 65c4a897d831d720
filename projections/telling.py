"""Telling one stream fact by fact: what becomes known with each fact, and what thereby stops being known.

A fact that took place after all others only turns the page. One that took place earlier (a late entry, an import beside
live use) makes the whole stream be told again in the order it took place, and the difference is what changes: telling fact
by fact always ends where telling from scratch ends.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from projections.lives import Cast, Projection, Scene, Stint, turned
from projections.order import asserted, in_order, slack
from workflows.kernel.grammar import Fact
from workflows.kernel.moments import Moment
from workflows.kernel.noun import Nothing

NUMBERED = 20
"""Bits of a life's id below the position of the fact it was born with."""


class Life(Struct, frozen=True):
    """A stint as it is known since a fact. `id` = (position of that fact) · 2²⁰ + n: the same whenever it is told."""

    id: int
    stint: Stint[Any]

    @property
    def born(self) -> int:
        return self.id >> NUMBERED


class Change(Struct, frozen=True):
    """What one fact changes in one projection: lives that end with it and lives that are born with it."""

    projection: Projection
    died: tuple[Life, ...]
    born: tuple[Life, ...]


class Past(Struct, frozen=True):
    """What must be at hand to tell a stream again: its facts as recorded, and every life now known, by projection."""

    facts: tuple[Fact, ...]
    lives: tuple[dict[tuple[str, Moment], Life], ...]


class Subject(Struct, frozen=True):
    """One stream as told so far. `open` are the lives of stints that are so now, by projection and name; `late` says that
    the order of recording and that of taking place have parted, from when on `past` is needed."""

    cast: Cast
    number: int
    version: int
    first: Moment
    latest: Moment
    state: Any
    open: tuple[dict[str, Life], ...]
    past: Past | None = None
    late: bool = False


class Told(Struct, frozen=True):
    subject: Subject
    changes: tuple[Change, ...]


def untold(cast: Cast, remembering: bool = False) -> Subject:
    """A stream before its first fact. `remembering` keeps its past from the start."""
    nothing: tuple[dict[str, Life], ...] = tuple({} for _ in cast.projections)
    past = Past((), tuple({} for _ in cast.projections)) if remembering else None
    return Subject(cast, 0, 0, 0, 0, Nothing(), nothing, past)


def is_late(subject: Subject, fact: Fact) -> bool:
    """Whether it took place before something already told."""
    return subject.version > 0 and max(asserted(fact), subject.first) + slack(fact) < subject.latest


def told(subject: Subject, fact: Fact) -> Told:
    """The next fact of the stream. ValueError when a late one comes to a subject that has not kept its past."""
    if not subject.late and not is_late(subject, fact):
        return _told_on(subject, fact)
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


def _told_on(subject: Subject, fact: Fact) -> Told:
    """The common case: only what is open now can end, only now can something begin."""
    cast = subject.cast
    moment = max(asserted(fact), subject.latest) if subject.version else asserted(fact)
    scene = cast.scene(subject.state, fact, subject.number or fact.seq, moment)
    steps = [_step(projection, lives, scene) for projection, lives in zip(cast.projections, subject.open, strict=True)]
    changes = tuple([change for _, change in steps if change is not None])
    after = Subject(
        cast,
        scene.number,
        fact.head.version,
        subject.first if subject.version else moment,
        moment,
        scene.state,
        tuple([lives for lives, _ in steps]),
        None if subject.past is None else _remembered(subject.past, fact, cast, changes),
    )
    return Told(after, changes)


def _step(projection: Projection, lives: dict[str, Life], scene: Scene) -> tuple[dict[str, Life], Change | None]:
    was = {name: life.stint for name, life in lives.items()}
    now, ended = turned(projection, was, scene)
    kept = {name: life for name, life in lives.items() if now.get(name) is life.stint}
    if len(kept) == len(lives) == len(now):
        return lives, None
    begun = [stint for name, stint in now.items() if name not in kept]
    born = _numbered([*ended, *begun], scene.fact.seq)
    died = tuple([life for name, life in lives.items() if name not in kept])
    opened = {life.stint.name: life for life in born[len(ended) :]}
    return kept | opened, Change(projection, died, born)


def _numbered(stints: Sequence[Stint[Any]], seq: int) -> tuple[Life, ...]:
    return tuple([Life(seq << NUMBERED | n, stint) for n, stint in enumerate(stints)])


def _remembered(past: Past, fact: Fact, cast: Cast, changes: Iterable[Change]) -> Past:
    changed = {change.projection.name: change for change in changes}
    lives = [
        _survivors(known, changed[projection.name]) if projection.name in changed else known
        for projection, known in zip(cast.projections, past.lives, strict=True)
    ]
    return Past((*past.facts, fact), tuple(lives))


def _survivors(known: dict[tuple[str, Moment], Life], change: Change) -> dict[tuple[str, Moment], Life]:
    dead = {life.id for life in change.died}
    living = {place: life for place, life in known.items() if life.id not in dead}
    return living | {(life.stint.name, life.stint.began): life for life in change.born}


def _told_again(subject: Subject, past: Past, fact: Fact) -> Told:
    """All facts in the order they took place; then, if that leads elsewhere than the order they were recorded in, a last
    scene: what the ledger holds now is so since the last thing that happened."""
    cast, facts = subject.cast, (*past.facts, fact)
    placed = in_order(facts)
    recorded = cast.scene(subject.state, fact, subject.number, placed[-1][0])
    shown = list(_scenes(cast, placed, subject.number))
    pairs = list(zip(cast.projections, past.lives, strict=True))
    changes = [
        _difference(projection, known, _stints(projection, [*shown, recorded]), fact.seq) for projection, known in pairs
    ]
    lives = tuple([_survivors(known, change) for (_, known), change in zip(pairs, changes, strict=True)])
    after = Subject(
        cast,
        subject.number,
        fact.head.version,
        subject.first,
        placed[-1][0],
        recorded.state,
        tuple([{place[0]: life for place, life in known.items() if life.stint.ended is None} for known in lives]),
        Past(facts, lives),
        late=True,
    )
    return Told(after, tuple([change for change in changes if change.died or change.born]))


def _scenes(cast: Cast, placed: Iterable[tuple[Moment, Fact]], number: int) -> Iterable[Scene]:
    state: Any = Nothing()
    for moment, fact in placed:
        scene = cast.scene(state, fact, number, moment)
        yield scene
        state = scene.state


def _stints(projection: Projection, scenes: Iterable[Scene]) -> list[Stint[Any]]:
    """Every stint the scenes make, told from scratch."""
    past: list[Stint[Any]] = []
    now: dict[str, Stint[Any]] = {}
    for scene in scenes:
        now, ended = turned(projection, now, scene)
        past += ended
    return [*past, *now.values()]


def _difference(
    projection: Projection, known: dict[tuple[str, Moment], Life], stints: Iterable[Stint[Any]], seq: int
) -> Change:
    told = {(stint.name, stint.began): stint for stint in stints}
    died = tuple([life for place, life in known.items() if told.get(place) != life.stint])
    gone = {(life.stint.name, life.stint.began) for life in died}
    fresh = [stint for place, stint in told.items() if place in gone or place not in known]
    return Change(projection, died, _numbered(fresh, seq))
