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
    SettingAdopted,
    StandardsAdopted,
    SurveyorLeft,
    SurveyorReceived,
    TermsAdopted,
)
from workflows.kernel.grammar import By, Correction, Fact, Ref
from workflows.kernel.moments import Moment
from workflows.kernel.noun import Nothing
from workflows.kernel.pauses import Pause
from workflows.kernel.staffing import Staffed, staffed


class Adopted(Struct, frozen=True):
    """A document in force since the fact at `seq`: terms, standards or a setting, by its `name`; who adopted it when, and why
    where they were asked."""

    name: str
    seq: int
    digest: str
    by: By
    at: Moment
    reason: Ref | None = None


class Own(Struct, frozen=True):
    """An instrument of the hospital's own: this version lies under `digest`; `respect` where an item asks about harm."""

    instrument: str
    version: int
    digest: str
    respect: bool


class Surveyor(Struct, frozen=True):
    """Whoever reads here from outside, `until` a moment."""

    person: str
    until: Moment


class Known(Staffed, frozen=True, kw_only=True):
    slug: str
    name: str
    zone: str
    unit: None = None
    adopted: tuple[Adopted, ...] = ()
    """Every document it ever adopted, as it was adopted."""
    instruments: tuple[Own, ...] = ()
    """As they were published."""
    pauses: tuple[Pause, ...] = ()
    corrections: tuple[Correction, ...] = ()
    surveyors: tuple[Surveyor, ...] = ()
    """Each as received last, over or not."""

    def in_force(self, name: str) -> Adopted | None:
        """The document of that name adopted last; None while none was."""
        return next((one for one in reversed(self.adopted) if one.name == name), None)

    def has(self, name: str, digest: str) -> bool:
        """Whether this very document is in force."""
        now = self.in_force(name)
        return now is not None and now.digest == digest


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
            return _adopted(state, fact, "terms", digest)
        case StandardsAdopted(digest=digest):
            return _adopted(state, fact, "standards", digest)
        case SettingAdopted(setting=setting, digest=digest):
            return _adopted(state, fact, setting, digest, Ref(fact.seq, "reason"))
        case InstrumentPublished(instrument=instrument, version=version, digest=digest, respect=respect):
            return replace(state, instruments=(*state.instruments, Own(instrument, version, digest, respect)))
        case RoleGiven() | RoleEnded() | Deputised() | DeputyEnded():
            return staffed(state, event)
        case SurveyorReceived(person=person, until=until):
            return _received(state, Surveyor(person, until))
        case SurveyorLeft(person=person):
            return _received(state, Surveyor(person, fact.at))
        case Paused(since=since, until=until):
            return replace(state, pauses=(*state.pauses, Pause(since, until, Ref(fact.seq, "reason"))))
        case PauseEnded():
            return replace(state, pauses=tuple(_shortened(state.pauses, event)))
        case Corrected(field=field, was=was, now=now):
            corrections = (*state.corrections, Correction(field, was, fact.happened))
            return replace(state, **{field: now}, corrections=corrections)
        case _:
            assert_never(event)


def _adopted(state: Known, fact: Fact, name: str, digest: str, reason: Ref | None = None) -> Known:
    return replace(state, adopted=(*state.adopted, Adopted(name, fact.seq, digest, fact.head.by, fact.at, reason)))


def _received(state: Known, surveyor: Surveyor) -> Known:
    others = tuple(one for one in state.surveyors if one.person != surveyor.person)
    return replace(state, surveyors=(*others, surveyor))


def _shortened(pauses: Iterable[Pause], event: PauseEnded) -> Iterator[Pause]:
    for pause in pauses:
        if pause.since != event.since:
            yield pause
        elif event.until >= event.since:
            yield replace(pause, until=event.until)
