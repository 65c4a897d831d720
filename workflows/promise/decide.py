"""What a promise decides; `make` and `offer` are its parts of the rules `promising` and `spreading`."""

from typing import get_args

from workflows.kernel.correcting import corrected, unclear
from workflows.kernel.grammar import Act, Command, refused
from workflows.kernel.noun import Decision, Nothing, foreign
from workflows.promise import events as e
from workflows.promise.commands import (
    ACCESS,
    OFFERED,
    AskAccess,
    Break,
    Correct,
    Grant,
    HandOn,
    Keep,
    Kind,
    Make,
    Offer,
    OfferTime,
    Refuse,
    Release,
    Renegotiate,
)
from workflows.promise.state import Pledge, State

Alone = AskAccess | OfferTime | Grant | Refuse | Keep | Renegotiate | HandOn | Release | Break | Correct


def make(command: Make, act: Act) -> Decision:
    if command.due < act.day and not act.imported:
        return refused("day_is_past", day=command.due)
    if command.kind == OFFERED:
        return refused("promise.offer_it")
    if command.kind == ACCESS and not act.imported:
        return refused("promise.ask_for_it")
    if command.kind == "plan_step" and command.work is None and not act.imported:
        return refused("promise.which_work")
    return (
        e.Made(
            unit=command.unit,
            kind=command.kind,
            holder=command.holder,
            to=command.to,
            what=command.what,
            due=command.due,
            about=command.about,
            money=command.money,
            work=command.work,
        ),
    )


def offer(command: Offer, act: Act) -> Decision:
    """It lies with the unit it is offered to, which owes its word to whoever offers it."""
    unit = command.to_unit
    return (
        e.Made(
            unit=unit,
            kind=OFFERED,
            holder=f"unit-{unit}",
            to=f"unit-{command.unit}" if command.unit else (act.by.id or f"unit-{unit}"),
            what=command.why,
            due=act.terms.of(unit).due(act.day, "spread_days"),
            about=command.about,
            money=None,
            work=None,
        ),
    )


def decide(command: Command, state: State, act: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    if isinstance(command, AskAccess):
        return _ask_access(command, act)
    if isinstance(state, Nothing):
        return refused("unknown", what="promise")
    match command:
        case OfferTime():
            return _offer_time(command, state, act)
        case Grant(money=money, words=words):
            return _say(state, e.Granted(money=money, words=words), act)
        case Refuse(reason=reason, instead=instead):
            return _say(state, e.Refused(reason=reason, instead=instead), act)
        case Keep():
            return _settle(state, e.Kept())
        case Release(reason=reason):
            return _settle(state, e.Released(reason=reason))
        case Renegotiate():
            return _renegotiate(command, state, act)
        case HandOn():
            return _hand_on(command, state)
        case Break():
            return _break(state, act)
        case Correct():
            return _correct(command, state)


def _ask_access(command: AskAccess, act: Act) -> Decision:
    """To be answered within the days of the terms."""
    if act.by.id is None:
        return refused("promise.ask_in_person")
    if command.holder == act.by.id:
        return refused("promise.ask_another")
    asked = e.Made(
        unit=None,
        kind=ACCESS,
        holder=command.holder,
        to=act.by.id,
        what=command.what,
        due=act.terms.due(act.day, "access_days"),
        about=None,
        money=None,
        work=None,
    )
    return (asked,)


def _offer_time(command: OfferTime, state: Pledge, act: Act) -> Decision:
    if state.kind != ACCESS:
        return refused("promise.no_talk_asked")
    if not act.holds(state.holder):
        return refused("promise.only_who_was_asked", holder=state.holder)
    if state.settled:
        return () if state.meets == command.day else refused("promise.settled")
    if command.day < act.day:
        return refused("day_is_past", day=command.day)
    return (e.TimeOffered(day=command.day, words=command.words),)


def _say(state: Pledge, event: e.Granted | e.Refused, act: Act) -> Decision:
    """Yes or no to an ask or an offer, by whoever was asked; a yes to an offer says how it is done there."""
    refuses_a_talk = state.kind == ACCESS and isinstance(event, e.Refused)
    if state.kind not in ("ask", OFFERED) and not refuses_a_talk:
        return refused("promise.not_asked_for")
    if not act.holds(state.holder):
        return refused("promise.only_who_was_asked", holder=state.holder)
    if state.kind == OFFERED and isinstance(event, e.Granted) and event.words is None:
        return refused("promise.say_how")
    return refused("promise.settled") if state.settled else (event,)


def _settle(state: Pledge, event: e.Kept | e.Released) -> Decision:
    return refused("promise.settled") if state.settled else (event,)


def _renegotiate(command: Renegotiate, state: Pledge, act: Act) -> Decision:
    if state.settled:
        return refused("promise.settled")
    if command.due == state.due:
        return ()
    if command.due < act.day:
        return refused("day_is_past", day=command.due)
    return (e.Renegotiated(due=command.due, reason=command.reason),)


def _hand_on(command: HandOn, state: Pledge) -> Decision:
    if state.settled:
        return refused("promise.settled")
    return () if command.holder == state.holder else (e.HandedOn(holder=command.holder, reason=command.reason),)


def _break(state: Pledge, act: Act) -> Decision:
    if not act.of_the_clock:
        return refused("only_the_clock")
    if state.settled or state.due in state.broken:
        return ()
    return (e.Broken(due=state.due),) if state.due < act.day else refused("nothing_fell_due")


def _correct(command: Correct, state: Pledge) -> Decision:
    if refusal := unclear(command, {"kind": get_args(Kind)}):
        return refusal
    if command.field is not None and ACCESS in (state.kind, command.now):
        return refused("promise.ask_for_it")
    was = None if command.field is None else state.kind
    if was is not None and was == command.now:
        return ()
    return (corrected(e.Corrected, command, was),)
