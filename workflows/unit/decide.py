"""What a unit decides, all of it alone."""

from workflows.kernel import deputies
from workflows.kernel.grammar import Act, Command, refused
from workflows.kernel.noun import Decision, Nothing, foreign
from workflows.kernel.roles import in_role
from workflows.unit.commands import Appoint, Close, Correct, Deputise, Dismiss, Open, Rename, Reopen
from workflows.unit.events import (
    Closed,
    Corrected,
    Deputised,
    DeputyEnded,
    Opened,
    Renamed,
    Reopened,
    RoleEnded,
    RoleGiven,
)
from workflows.unit.state import PARTNER, Known, State

Alone = Open | Rename | Close | Reopen | Appoint | Dismiss | Deputise | Correct


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
        case Reopen():
            return () if state.is_open else (Reopened(),)
        case Appoint():
            return _appoint(command, state)
        case Dismiss(person=person, role=role):
            held = person in in_role(state.roles, role)
            stands_in = any((one.person, one.role) == (person, role) for one in state.deputies)
            ended = (RoleEnded(person=person, role=role),) if held else ()
            return (*ended, DeputyEnded(person=person, role=role)) if stands_in else ended
        case Deputise():
            return _deputise(command, state, act)
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


def _appoint(command: Appoint, state: Known) -> Decision:
    there = in_role(state.roles, command.role)
    if command.person in there:
        return ()
    leaving = there if command.role == PARTNER else ()
    ended = tuple(RoleEnded(person=person, role=command.role) for person in leaving)
    return (*ended, RoleGiven(person=command.person, role=command.role, since=command.since))


def _deputise(command: Deputise, state: Known, act: Act) -> Decision:
    new = deputies.named(command)
    if refusal := deputies.amiss(command, state.roles, act):
        return refusal
    if new in state.deputies:
        return ()
    return (Deputised(person=new.person, role=new.role, since=new.since, until=new.until),)
