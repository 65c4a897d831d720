"""How a unit stands, and how it came to stand so."""

from collections.abc import Iterable
from typing import assert_never, cast

from msgspec import Struct
from msgspec.structs import replace

from workflows.kernel.grammar import Correction, Fact, Ref
from workflows.kernel.moments import Day, Moment, utc_day
from workflows.kernel.noun import Nothing
from workflows.kernel.practices import FROM_THE_START, Adoption, Practice, adopted, set_aside, taken_up
from workflows.kernel.roles import in_role
from workflows.kernel.staffing import Staffed, staffed
from workflows.unit.commands import Told
from workflows.unit.events import (
    Asked,
    Closed,
    CommitmentCounted,
    Corrected,
    Deputised,
    DeputyEnded,
    GaveBack,
    Happened,
    JoinedTeam,
    LeaderRecognised,
    LeftTeam,
    Opened,
    PracticeAdopted,
    PracticeEnded,
    RecognitionWithdrawn,
    Renamed,
    Reopened,
    RoleEnded,
    RoleGiven,
    SurveyEntered,
    SurveyTakenBack,
    TookOver,
    WentOnAs,
)

PARTNER = "executive_partner"
"""A unit has one at a time: whoever comes takes the place of whoever was."""


class Seat(Struct, frozen=True):
    """A chair of the safety team that somebody has."""

    person: str
    discipline: str
    since: str


class Recognised(Struct, frozen=True):
    """Somebody who leads without a post; how, lies at `what`."""

    person: str
    what: Ref
    since: Moment


class Committed(Struct, frozen=True):
    """So many cards are in at least, of all that were dealt, by the count of that moment."""

    at_least: int
    of: int
    counted: Moment


class Called(Struct, frozen=True):
    """A name it had until a moment (happened)."""

    name: str
    until: Moment


class Succession(Struct, frozen=True):
    """As which units it goes on, from which day: one where it was merged, several where it was split."""

    into: tuple[str, ...]
    since: Day


class Survey(Struct, frozen=True):
    """Its people were asked by this stream what an instrument asks."""

    stream: str
    instrument: str


class PastSurvey(Struct, frozen=True, kw_only=True):
    """A survey that was counted elsewhere: what was asked, to the word, the day it closed, what of it lies under `digest`."""

    instrument: str
    version: int
    instrument_digest: str
    closed: Day
    told: Told
    digest: str


class Taken(Struct, frozen=True):
    """A unit it goes on from, since that day."""

    unit: str
    since: Day


class Kin(Struct, frozen=True):
    """A unit whose people were the same in part: one it went on as, or took over, up to whenever that `changed` last."""

    unit: str
    changed: Day


class Known(Staffed, frozen=True, kw_only=True):
    """A unit, open or `closed` at a moment (happened), with the practices it has taken up, the names it had before, the units
    it `took_over`, and those it goes on as, if any."""

    unit: str
    name: str
    closed: Moment | None = None
    team: tuple[Seat, ...] = ()
    leaders: tuple[Recognised, ...] = ()
    practices: tuple[Adoption, ...] = ()
    committed: Committed | None = None
    corrections: tuple[Correction, ...] = ()
    called: tuple[Called, ...] = ()
    succession: Succession | None = None
    took_over: tuple[Taken, ...] = ()
    kin: tuple[Kin, ...] = ()
    asked: tuple[Survey, ...] = ()
    past_surveys: tuple[PastSurvey, ...] = ()

    @property
    def is_open(self) -> bool:
        return self.closed is None

    def adopted(self, practice: Practice, day: Day) -> bool:
        """Whether the practice was in use on that day. What a unit had not taken up it never missed."""
        return adopted(self.practices, practice, day)

    @property
    def partner(self) -> str | None:
        return next(iter(in_role(self.roles, PARTNER)), None)


State = Nothing | Known


def evolve(state: State, fact: Fact) -> State:
    event = cast(Happened, fact.event)
    if isinstance(event, Opened):
        opened = tuple(Adoption(practice, utc_day(fact.happened)) for practice in FROM_THE_START)
        return Known(unit=event.unit, name=event.name, practices=opened)
    return state if isinstance(state, Nothing) else _changed(state, event, fact)


def _changed(state: Known, event: Happened, fact: Fact) -> Known:
    match event:
        case Opened():
            return state
        case Renamed(name=name):
            return replace(state, name=name, called=(*state.called, Called(state.name, fact.happened)))
        case Closed():
            return replace(state, closed=fact.happened)
        case Reopened():
            gone = state.succession.into if state.succession else ()
            return replace(state, closed=None, succession=None, kin=_kin(state, gone, utc_day(fact.happened)))
        case WentOnAs(into=into, since=since):
            return replace(state, succession=Succession(into, since), kin=_kin(state, into, since))
        case TookOver(unit=unit, since=since):
            taken = (*_kept(state.took_over, unit), Taken(unit, since))
            return replace(state, took_over=taken, kin=_kin(state, (unit,), since))
        case GaveBack(unit=unit):
            kin = _kin(state, (unit,), utc_day(fact.happened))
            return replace(state, took_over=_kept(state.took_over, unit), kin=kin)
        case RoleGiven() | RoleEnded() | Deputised() | DeputyEnded():
            return staffed(state, event)
        case JoinedTeam(person=person, discipline=discipline, since=since):
            return replace(state, team=(*_without(state.team, person), Seat(person, discipline, since)))
        case LeftTeam(person=person):
            return replace(state, team=_without(state.team, person))
        case LeaderRecognised(person=person):
            recognised = Recognised(person, Ref(fact.seq, "what"), fact.happened)
            return replace(state, leaders=(*state.leaders, recognised))
        case RecognitionWithdrawn(person=person):
            return replace(state, leaders=tuple(one for one in state.leaders if one.person != person))
        case PracticeAdopted(practice=practice, since=since):
            return replace(state, practices=taken_up(state.practices, practice, since))
        case PracticeEnded(practice=practice, since=since):
            return replace(state, practices=set_aside(state.practices, practice, since))
        case CommitmentCounted(at_least=at_least, of=of):
            return replace(state, committed=Committed(at_least, of, fact.happened))
        case Asked(survey=survey, instrument=instrument):
            return replace(state, asked=(*state.asked, Survey(survey, instrument)))
        case SurveyEntered():
            entered = PastSurvey(
                instrument=event.instrument,
                version=event.version,
                instrument_digest=event.instrument_digest,
                closed=event.closed,
                told=event.told,
                digest=event.digest,
            )
            return replace(state, past_surveys=(*state.past_surveys, entered))
        case SurveyTakenBack(instrument=instrument, closed=closed):
            left = tuple(one for one in state.past_surveys if (one.instrument, one.closed) != (instrument, closed))
            return replace(state, past_surveys=left)
        case Corrected(field=field, was=was, now=now):
            correction = Correction(field, was, fact.happened)
            return replace(state, name=now, corrections=(*state.corrections, correction))
        case _:
            assert_never(event)


def _kin(state: Known, units: Iterable[str], changed: Day) -> tuple[Kin, ...]:
    known = {one.unit: one.changed for one in state.kin}
    return tuple(Kin(unit, day) for unit, day in (known | dict.fromkeys(units, changed)).items())


def _kept(taken: tuple[Taken, ...], unit: str) -> tuple[Taken, ...]:
    return tuple(one for one in taken if one.unit != unit)


def _without(team: tuple[Seat, ...], person: str) -> tuple[Seat, ...]:
    return tuple(seat for seat in team if seat.person != person)
