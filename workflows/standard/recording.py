"""What is decided about a standard that stays as it stands: whom it was shown, that it was used, what came of it."""

from typing import assert_never

from workflows.kernel.grammar import Act, Refused, refused
from workflows.kernel.noun import Decision
from workflows.kernel.standards import Extra
from workflows.standard import commands as c
from workflows.standard import events as e
from workflows.standard.state import InPlace, Known

Recording = c.TakeReply | c.Activate | c.Use | c.Meet

_EXTRAS: dict[type[Recording], Extra] = {
    c.TakeReply: "shown",
    c.Activate: "activated",
    c.Use: "used",
    c.Meet: "met",
}


def record(command: Recording, state: Known, act: Act) -> Decision:
    if refusal := not_asked(state, _EXTRAS[type(command)], act):
        return refusal
    match command:
        case c.TakeReply():
            return _take_reply(command, state)
        case c.Activate(why=why):
            return () if state.standard.activated else (e.Activated(why=why),)
        case c.Use(what=what):
            return (e.Used(what=what),)
        case c.Meet(came=came, outcome=outcome):
            return _meet(came, outcome, state, act)
        case _:
            assert_never(command)


def shown(command: c.Show, state: Known, act: Act) -> Decision:
    """Its part of the rule `showing`, which knows whether a plan has its Plan B."""
    if refusal := not_asked(state, "shown", act):
        return refusal
    waits = any(one.to == command.to and one.says is None for one in state.standard.shown)
    return () if waits else (e.Shown(to=command.to),)


def not_asked(state: Known, extra: Extra, act: Act) -> Refused | None:
    """Only what is in place has anything on record, and only what its item has a place for."""
    item = act.standards.items.get(state.standard.item)
    if item is not None and extra not in item.extras:
        return refused("standard.not_of_this_kind", item=item.title)
    return None if isinstance(state, InPlace) else refused("standard.not_in_place")


def _take_reply(command: c.TakeReply, state: Known) -> Decision:
    there = [one for one in state.standard.shown if one.to == command.to]
    if not there:
        return refused("standard.not_shown", holder=command.to)
    return (e.ReplyTaken(to=command.to, says=command.says, words=command.words),)


def _meet(came: str, outcome: str, state: Known, act: Act) -> Decision:
    if came > act.day:
        return refused("still_to_come")
    return refused("standard.met_already") if state.standard.met else (e.Met(came=came, outcome=outcome),)
