"""What is erased is there, no hold keeps it, and a voice whose words are gone waits for nothing any more."""

from typing import Any

from workflows import hold
from workflows.concern import events as concern
from workflows.concern.state import Ended
from workflows.kernel.grammar import Act, Refused, refused
from workflows.kernel.ids import noun_of
from workflows.kernel.noun import Case, Nothing, Rule, Writes
from workflows.privilege.commands import STREAM as PRIVILEGED
from workflows.privilege.state import register
from workflows.rules.reading import following, home_of, missing, named, state_of, together
from workflows.subject import commands as c
from workflows.subject import joint


def _named(command: c.Erase, _: Case) -> frozenset[str]:
    return named(command.about)


def ask(command: c.Erase, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    return missing(case, command.about) or together((case.fresh["subject"], joint.ask(command, act)))


def _named_and_set_apart(command: c.Redact, _: Case) -> frozenset[str]:
    return named(command.about, PRIVILEGED)


def redact(command: c.Redact, case: Case, _: Act) -> tuple[Writes, ...] | Refused:
    """What remains of a text lies beside it in the open, so nothing is taken out of what is restricted: it is erased whole."""
    if amiss := missing(case, command.about):
        return amiss
    set_apart = register(state_of(case, PRIVILEGED)).now
    if noun_of(command.about) in RESTRICTED or command.about in set_apart:
        return refused("subject.restricted")
    return together((case.fresh["subject"], joint.redact(command)))


def carry_out(command: c.CarryOut, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    """By the machine alone, which has looked whose voice it is; whether a hold came meanwhile is asked here once more."""
    if not act.of_the_clock:
        return refused("only_the_clock")
    state = state_of(case, case.stream)
    if isinstance(state, Nothing) or state.about is None:
        return refused("unknown", what="subject")
    about, holds = state_of(case, state.about), state_of(case, hold.STREAM)
    if isinstance(holds, hold.Register):
        if holds.last != command.clear_of:
            return refused("subject.holds_moved")
        if kept := holds.covering(state.about, about.unit):
            return refused("subject.held", hold=kept.number)
    done = joint.carry_out(command, state)
    over = _over(state.about, about) if done and state.passage is None else ()
    return together((case.stream, done), (state.about, over))


def _over(about: str, state: Any) -> tuple[concern.Withdrawn, ...]:
    """Its loop ends, so that nobody owes an answer to words that are gone."""
    open_voice = noun_of(about) == "concern" and not isinstance(state, Ended | Nothing)
    return (concern.Withdrawn(why=None),) if open_voice else ()


def place(command: hold.Place, case: Case, _: Act) -> tuple[Writes, ...] | Refused:
    amiss = missing(case, command.about, home_of(command.unit))
    return amiss or together((case.stream, hold.place(command)))


RESTRICTED = ("respect", "conduct", "privilege")
"""The nouns that are never in the open."""

RULES = (
    Rule(
        command=hold.Place,
        needs=lambda command, case: named(case.stream, command.about, home_of(command.unit)),
        decide=place,
    ),
    Rule(command=c.Erase, needs=_named, decide=ask),
    Rule(command=c.Redact, needs=_named_and_set_apart, decide=redact),
    Rule(command=c.CarryOut, needs=following(lambda _, here: (here.about, hold.STREAM)), decide=carry_out),
)
