"""What a unit decides, all of it alone."""

from workflows.kernel.grammar import Act, Command, refused
from workflows.kernel.moments import Day
from workflows.kernel.noun import Decision, Nothing, foreign
from workflows.kernel.practices import in_use
from workflows.kernel.staffing import Staffing
from workflows.unit.commands import (
    AdoptPractice,
    Appoint,
    Close,
    Correct,
    CountCommitment,
    Deputise,
    Dismiss,
    EndPractice,
    EnterSurvey,
    GoOnAs,
    JoinTeam,
    LeaveTeam,
    Open,
    RecogniseLeader,
    Rename,
    TakeBackSurvey,
    WithdrawRecognition,
)
from workflows.unit.events import (
    Closed,
    CommitmentCounted,
    Corrected,
    Deputised,
    DeputyEnded,
    GaveBack,
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
from workflows.unit.state import PARTNER, Known, State, Succession, Taken

Teaming = JoinTeam | LeaveTeam | RecogniseLeader | WithdrawRecognition
Practising = AdoptPractice | EndPractice
Surveying = EnterSurvey | TakeBackSurvey
Standing = Open | Rename | Close | CountCommitment | Correct
Alone = Standing | Appoint | Dismiss | Deputise | Teaming | Practising | Surveying

STAFFING = Staffing(RoleGiven, RoleEnded, Deputised, DeputyEnded, frozenset({PARTNER}))


def decide(command: Command, state: State, act: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    if isinstance(command, Open):
        return _open(command, state)
    if isinstance(state, Nothing):
        return refused("unknown", what="unit")
    match command:
        case Rename(name=name):
            return () if name == state.name else (Renamed(name=name),)
        case Close():
            return (Closed(),) if state.is_open else ()
        case Appoint() | Dismiss() | Deputise():
            return STAFFING.decide(command, state, act)
        case JoinTeam() | LeaveTeam() | RecogniseLeader() | WithdrawRecognition():
            return _teaming(command, state, act)
        case AdoptPractice(practice=practice, since=since):
            now = in_use(state.practices, practice)
            return () if now and now.since == since else (PracticeAdopted(practice=practice, since=since),)
        case EndPractice(practice=practice, since=since):
            there = in_use(state.practices, practice)
            return (PracticeEnded(practice=practice, since=since),) if there else ()
        case EnterSurvey() | TakeBackSurvey():
            return _surveying(command, state, act)
        case CountCommitment():
            return _count(command, state, act)
        case Correct(field=field, now=now):
            return () if now == state.name else (Corrected(field=field, was=state.name, now=now),)


def _open(command: Open, state: State) -> Decision:
    match state:
        case Nothing():
            return (Opened(unit=command.slug, name=command.name),)
        case Known(name=command.name):
            return ()
        case Known():
            return refused("unit.exists", unit=command.slug)


def _teaming(command: Teaming, state: Known, act: Act) -> Decision:
    person = command.person
    chairs = {seat.person: seat.discipline for seat in state.team}
    known = any(one.person == person for one in state.leaders)
    match command:
        case JoinTeam(discipline=discipline, since=since):
            joined = JoinedTeam(person=person, discipline=discipline, since=since)
            return () if chairs.get(person) == discipline else (joined,)
        case LeaveTeam():
            return (LeftTeam(person=person),) if person in chairs else ()
        case RecogniseLeader() if person == act.by.id:
            return refused("unit.not_oneself")
        case RecogniseLeader(what=what):
            return () if known else (LeaderRecognised(person=person, what=what),)
        case WithdrawRecognition():
            return (RecognitionWithdrawn(person=person),) if known else ()


def _surveying(command: Surveying, state: Known, act: Act) -> Decision:
    """Numbers that stand there are never overwritten: whoever has others takes these back first."""
    same = (command.instrument, command.closed)
    there = next((one for one in state.past_surveys if (one.instrument, one.closed) == same), None)
    if isinstance(command, TakeBackSurvey):
        taken = SurveyTakenBack(instrument=command.instrument, closed=command.closed, reason=command.reason)
        return (taken,) if there else refused("unit.no_such_survey", closed=command.closed)
    if command.closed >= act.day:
        return refused("unit.survey_to_come", closed=command.closed)
    if there is not None:
        return () if there.digest == command.digest else refused("unit.survey_there", closed=command.closed)
    return (
        SurveyEntered(
            instrument=command.instrument,
            version=command.version,
            instrument_digest=command.instrument_digest,
            closed=command.closed,
            told=command.told,
            digest=command.digest,
        ),
    )


def _count(command: CountCommitment, state: Known, act: Act) -> Decision:
    if not act.of_the_clock:
        return refused("only_the_clock")
    now = state.committed
    same = now is not None and (now.at_least, now.of) == (command.at_least, command.of)
    return () if same else (CommitmentCounted(at_least=command.at_least, of=command.of),)


def reopen(state: State) -> Decision:
    """Its part of the rule `succeeding`, as `go_on` is: those it went on as give it back."""
    if isinstance(state, Nothing):
        return refused("unknown", what="unit")
    return () if state.is_open else (Reopened(),)


def took_over(unit: str, since: Day, state: State) -> Decision:
    """The part of one it goes on as."""
    taken = state.took_over if isinstance(state, Known) else ()
    return () if Taken(unit, since) in taken else (TookOver(unit=unit, since=since),)


def gave_back(unit: str, state: State) -> Decision:
    taken = state.took_over if isinstance(state, Known) else ()
    return (GaveBack(unit=unit),) if any(one.unit == unit for one in taken) else ()


def go_on(command: GoOnAs, state: State, act: Act) -> Decision:
    """Its part of the rule `succeeding`, which knows that the others are open."""
    if isinstance(state, Nothing):
        return refused("unknown", what="unit")
    into = tuple(dict.fromkeys(command.into))
    if state.unit in into:
        return refused("unit.goes_on_as_itself")
    if command.since > act.day:
        return refused("unit.not_yet", since=command.since)
    if state.succession == Succession(into, command.since):
        return ()
    went = WentOnAs(into=into, since=command.since)
    return (Closed(), went) if state.is_open else (went,)
