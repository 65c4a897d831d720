"""How the hospital stands, and how it came to stand so."""

from collections.abc import Iterable, Iterator
from typing import assert_never, cast

from msgspec import Struct
from msgspec.structs import replace

from workflows.hospital.events import (
    Corrected,
    Deputised,
    DeputyEnded,
    Happened,
    InstrumentPublished,
    Opened,
    Paused,
    PauseEnded,
    Renamed,
    RoleEnded,
    RoleGiven,
    StandardsAdopted,
    TermsAdopted,
)
from workflows.kernel.grammar import Correction, Fact, Ref
from workflows.kernel.noun import Nothing
from workflows.kernel.pauses import Pause
from workflows.kernel.staffing import Staffed, staffed


class Adopted(Struct, frozen=True):
    """A document in force since the fact at `seq`: terms, or standards."""

    seq: int
    digest: str


class Own(Struct, frozen=True):
    """An instrument of the hospital's own: this version lies under `digest`; `respect` where an item asks about harm."""

    instrument: str
    version: int
    digest: str
    respect: bool


class Known(Staffed, frozen=True, kw_only=True):
    slug: str
    name: str
    zone: str
    unit: None = None
    terms: Adopted | None = None
    standards: Adopted | None = None
    instruments: tuple[Own, ...] = ()
    """As they were published."""
    pauses: tuple[Pause, ...] = ()
    corrections: tuple[Correction, ...] = ()


State = Nothing | Known


def evolve(state: State, fact: Fact) -> State:
    event = cast(Happened, fact.event)
    if isinstance(event, Opened):
        return Known(slug=event.slug, name=event.name, zone=event.zone)
    return state if isinstance(state, Nothing) else _changed(state, event, fact)


def _changed(state: Known, event: Happened, fact: Fact) -> Known:
    match event:
        case Opened():
            return state
        case Renamed(name=name):
            return replace(state, name=name)
        case TermsAdopted(digest=digest):
            return replace(state, terms=Adopted(fact.seq, digest))
        case StandardsAdopted(digest=digest):
            return replace(state, standards=Adopted(fact.seq, digest))
        case InstrumentPublished(instrument=instrument, version=version, digest=digest, respect=respect):
            return replace(state, instruments=(*state.instruments, Own(instrument, version, digest, respect)))
        case RoleGiven() | RoleEnded() | Deputised() | DeputyEnded():
            return staffed(state, event)
        case Paused(since=since, until=until):
            return replace(state, pauses=(*state.pauses, Pause(since, until, Ref(fact.seq, "reason"))))
        case PauseEnded():
            return replace(state, pauses=tuple(_shortened(state.pauses, event)))
        case Corrected(field=field, was=was, now=now):
            corrections = (*state.corrections, Correction(field, was, fact.happened))
            return replace(state, **{field: now}, corrections=corrections)
        case _:
            assert_never(event)


def _shortened(pauses: Iterable[Pause], event: PauseEnded) -> Iterator[Pause]:
    for pause in pauses:
        if pause.since != event.since:
            yield pause
        elif event.until >= event.since:
            yield replace(pause, until=event.until)
