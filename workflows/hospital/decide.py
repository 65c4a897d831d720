"""What the hospital decides, all of it alone."""

from workflows.hospital.commands import AdoptTerms, Appoint, Correct, Deputise, Dismiss, Open, Rename
from workflows.hospital.events import (
    Corrected,
    Deputised,
    DeputyEnded,
    Opened,
    Renamed,
    RoleEnded,
    RoleGiven,
    TermsAdopted,
)
from workflows.hospital.state import Known, State
from workflows.kernel.grammar import Act, Command, refused
from workflows.kernel.noun import Decision, Nothing, foreign
from workflows.kernel.staffing import Staffing

Alone = Open | Rename | AdoptTerms | Appoint | Dismiss | Deputise | Correct

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
            same = state.terms is not None and state.terms.digest == digest
            return () if same else (TermsAdopted(digest=digest),)
        case Appoint() | Dismiss() | Deputise():
            return STAFFING.decide(command, state, act)
        case Correct(field=field, now=now):
            was = str(getattr(state, field))
            return () if now == was else (Corrected(field=field, was=was, now=now),)


def _open(command: Open, state: State) -> Decision:
    match state:
        case Nothing():
            return (Opened(slug=command.slug, name=command.name, zone=command.zone),)
        case Known(slug=command.slug, name=command.name, zone=command.zone):
            return ()
        case Known(name=name):
            return refused("hospital.exists", name=name)
