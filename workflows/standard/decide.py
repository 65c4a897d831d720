"""What a standard decides; `attested`, `noted` and `waived` are its parts of rules, which know the unit and the waiver."""

from workflows.kernel.ball import falls
from workflows.kernel.grammar import Act, Command, refused
from workflows.kernel.moments import Day, day_after
from workflows.kernel.noun import Decision, Nothing, foreign
from workflows.kernel.roles import as_holder
from workflows.kernel.standards import ONESELF, Item
from workflows.standard import commands as c
from workflows.standard import events as e
from workflows.standard.balls import balls
from workflows.standard.recording import Recording, record
from workflows.standard.saying import amiss, elsewhere, not_theirs
from workflows.standard.state import Absent, Gap, InPlace, Known, Lapsed, SetAside, State

Alone = Recording | c.HandOn | c.Renew | c.AskRenewal | c.Lapse | c.FallDue | c.Withdraw | c.TakeBack | c.Correct


def attested(command: c.Attest | c.Add, act: Act) -> Decision:
    """In place from now on."""
    item = act.standards.items.get(command.item)
    if item is None:
        return refused("standard.unknown_item", item=command.item)
    if item.many and isinstance(command, c.Attest):
        return refused("standard.one_of_several", item=item.title)
    if not item.many and isinstance(command, c.Add):
        return refused("standard.only_one", item=item.title)
    if refusal := amiss(command, item, act):
        return refusal
    return (
        e.Attested(
            unit=command.unit,
            item=command.item,
            person=command.person,
            of=command.of,
            words=command.words,
            more=command.more,
            marks=command.marks,
            owner=command.owner,
            day=command.day,
            evidence=command.evidence,
            keeper=command.person if command.person and ONESELF in item.by else as_holder(item.keeper),
            renew_by=_renew_by(item, act.day),
            few=item.few,
        ),
    )


def pledged(command: c.Pledge, act: Act) -> Decision:
    """One's own word is an attestation like others."""
    if command.person is None or command.person != act.by.id:
        return refused("standard.only_oneself")
    said = c.Attest(item=command.item, unit=command.unit, person=command.person, of=command.of, words=command.words)
    return attested(said, act)


def noted(command: c.NoteGap, state: State, act: Act) -> Decision:
    item = act.standards.items.get(command.item)
    if item is None:
        return refused("standard.unknown_item", item=command.item)
    if refusal := elsewhere(command, item):
        return refusal
    if command.due < act.day:
        return refused("day_is_past", day=command.due)
    if isinstance(state, Gap) and (state.owner, state.due) == (command.owner, command.due):
        return ()
    return (
        e.GapNoted(
            unit=command.unit,
            item=command.item,
            person=command.person,
            of=command.of,
            owner=command.owner,
            due=command.due,
            why=command.why,
            few=item.few,
        ),
    )


def decide(command: Command, state: State, act: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    if isinstance(command, c.TakeBack) and (command.person is None or command.person != act.by.id):
        return refused("standard.only_oneself")
    if isinstance(state, Nothing):
        return refused("unknown", what="standard")
    match command:
        case c.HandOn(owner=owner):
            return _hand_on(owner, state)
        case c.Renew():
            return _renew(command, state, act)
        case c.AskRenewal():
            return _ask_renewal(state, act)
        case c.Lapse():
            return _lapse(state, act)
        case c.FallDue():
            return falls(command, balls(state), state.standard.fallen, act, e.FellDue)
        case c.Withdraw(reason=reason):
            return _withdraw(reason, state, act)
        case c.TakeBack():
            return _end(None, state)
        case c.Correct():
            return _correct(command, state)
        case _:
            return record(command, state, act)


def _renew_by(item: Item | None, day: Day) -> Day | None:
    return None if item is None or item.renew_days is None else day_after(day, item.renew_days)


def _hand_on(owner: str, state: Known) -> Decision:
    if not (owed := balls(state)):
        return refused("standard.nothing_owed")
    return () if owed[0].holder == owner else (e.HandedOn(owner=owner),)


def _renew(command: c.Renew, state: Known, act: Act) -> Decision:
    item = act.standards.items.get(state.standard.item)
    if not isinstance(state, InPlace | Lapsed):
        return refused("standard.not_in_place")
    if item is not None and (refusal := not_theirs(item, state.standard.person, act)):
        return refusal
    return (e.Renewed(words=command.words, day=command.day, renew_by=_renew_by(item, act.day)),)


def _withdraw(reason: str, state: Known, act: Act) -> Decision:
    item = act.standards.items.get(state.standard.item)
    refusal = item and not_theirs(item, state.standard.person, act)
    return refusal or _end(reason, state)


def _end(reason: str | None, state: Known) -> Decision:
    """What is set aside is ended by its waiver."""
    if isinstance(state, SetAside):
        return refused("standard.not_in_place")
    return () if isinstance(state, Absent) else (e.Withdrawn(reason=reason),)


def _ask_renewal(state: Known, act: Act) -> Decision:
    if not act.of_the_clock:
        return refused("only_the_clock")
    if not isinstance(state, InPlace) or state.renew_by is None or state.asked:
        return ()
    if act.day < day_after(state.renew_by, -act.terms.renew_notice_days):
        return refused("nothing_fell_due")
    return (e.RenewalAsked(due=state.renew_by, why="due"),)


def _lapse(state: Known, act: Act) -> Decision:
    if not act.of_the_clock:
        return refused("only_the_clock")
    if not isinstance(state, InPlace) or state.renew_by is None:
        return ()
    return (e.Lapsed(due=state.renew_by),) if state.renew_by < act.day else refused("nothing_fell_due")


def _correct(command: c.Correct, state: Known) -> Decision:
    said = state.standard.said
    there = {
        "words": said is not None and said.words is not None,
        "more": said is not None and said.more is not None,
        "why": isinstance(state, Gap | Absent) and state.why is not None,
    }
    if not there[command.part]:
        return refused("nothing_to_correct")
    return (e.Corrected(part=command.part, text=command.text),)
