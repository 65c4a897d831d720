"""What the hospital decides; `appoint` is its part of the rule `reaffirming`, `publish` of `surveying`."""

from workflows.hospital.commands import (
    AdoptSetting,
    AdoptStandards,
    AdoptTerms,
    Appoint,
    Correct,
    Deputise,
    Dismiss,
    EndPause,
    Open,
    Pause,
    PublishInstrument,
    ReceiveSurveyor,
    Rename,
    SaySurveyorLeft,
)
from workflows.hospital.events import (
    Corrected,
    Deputised,
    DeputyEnded,
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
from workflows.hospital.state import Known, State, Surveyor
from workflows.kernel.grammar import Act, Command, refused
from workflows.kernel.moments import MICRO, Day
from workflows.kernel.noun import Decision, Nothing, foreign
from workflows.kernel.staffing import Staffing

Alone = (
    Open
    | Rename
    | AdoptTerms
    | AdoptStandards
    | AdoptSetting
    | Dismiss
    | Deputise
    | ReceiveSurveyor
    | SaySurveyorLeft
    | Pause
    | EndPause
    | Correct
)
HOUR = 60 * 60 * MICRO

STAFFING = Staffing(RoleGiven, RoleEnded, Deputised, DeputyEnded)


def decide(command: Command, state: State, act: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    if isinstance(command, Open):
        return _open(command, state)
    if isinstance(state, Nothing):
        return refused("unknown", what="hospital")
    match command:
        case Rename(name=name):
            return () if name == state.name else (Renamed(name=name),)
        case AdoptTerms(digest=digest):
            return () if state.has("terms", digest) else (TermsAdopted(digest=digest),)
        case AdoptStandards(digest=digest):
            return () if state.has("standards", digest) else (StandardsAdopted(digest=digest),)
        case AdoptSetting(setting=setting, digest=digest, reason=reason):
            same = state.has(setting, digest)
            return () if same else (SettingAdopted(setting=setting, digest=digest, reason=reason),)
        case Dismiss() | Deputise():
            return STAFFING.decide(command, state, act)
        case ReceiveSurveyor(person=person, hours=hours):
            received = Surveyor(person, act.at + hours * HOUR)
            return () if received in state.surveyors else (SurveyorReceived(person=person, until=received.until),)
        case SaySurveyorLeft(person=person):
            here = any(one.person == person and one.until > act.at for one in state.surveyors)
            return (SurveyorLeft(person=person),) if here else ()
        case Pause():
            return _pause(command, state)
        case EndPause(until=until):
            return _end_pause(until, state)
        case Correct(field=field, now=now):
            was = str(getattr(state, field))
            return () if now == was else (Corrected(field=field, was=was, now=now),)


def appoint(command: Appoint, state: State, act: Act) -> Decision:
    return refused("unknown", what="hospital") if isinstance(state, Nothing) else STAFFING.decide(command, state, act)


def publish(command: PublishInstrument, state: State) -> Decision:
    """A version once published stays as it is; the next one has a higher number."""
    if isinstance(state, Nothing):
        return refused("unknown", what="hospital")
    versions = {one.version: one for one in state.instruments if one.instrument == command.instrument}
    same = versions.get(command.version)
    if same is not None and same.digest == command.digest:
        return ()
    if versions and command.version <= max(versions):
        return refused("hospital.instrument_published", instrument=command.instrument, version=max(versions))
    return (
        InstrumentPublished(
            instrument=command.instrument,
            version=command.version,
            digest=command.digest,
            respect=command.respect,
        ),
    )


def _open(command: Open, state: State) -> Decision:
    match state:
        case Nothing():
            return (Opened(slug=command.slug, name=command.name, zone=command.zone),)
        case Known(slug=command.slug, name=command.name, zone=command.zone):
            return ()
        case Known(name=name):
            return refused("hospital.exists", name=name)


def _pause(command: Pause, state: Known) -> Decision:
    if command.until < command.since:
        return refused("hospital.pause_ends_before", day=command.until)
    if any((one.since, one.until) == (command.since, command.until) for one in state.pauses):
        return ()
    if any(one.since <= command.until and command.since <= one.until for one in state.pauses):
        return refused("hospital.paused_already")
    return (Paused(since=command.since, until=command.until, reason=command.reason),)


def _end_pause(until: Day, state: Known) -> Decision:
    if not state.pauses:
        return refused("hospital.no_pause")
    latest = max(state.pauses, key=lambda one: one.since)
    return () if latest.until == until else (PauseEnded(since=latest.since, until=until),)
