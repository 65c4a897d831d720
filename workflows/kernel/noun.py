"""How a noun and a rule present themselves to the clerk, the readers and the laws."""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from workflows.kernel.ball import Ball
from workflows.kernel.grammar import Act, Command, Compartment, Event, Fact, Refused
from workflows.kernel.standards import Standards

Decision = tuple[Event, ...] | Refused
"""`()` is "said twice, done once"."""


class Nothing(Struct, frozen=True):
    """The state of a stream that has no facts yet. Like every state it says its `unit`: None for the whole hospital."""

    unit: None = None


def nothing_owed(_: Any) -> tuple[Ball, ...]:
    """The balls of a noun that owes nobody anything."""
    return ()


class Noun(Struct, frozen=True, kw_only=True):
    """One noun: what can be asked, what can have happened, and three pure functions.

    `decide(command, state, act)` for the commands that concern this stream alone; `evolve(state, fact)` never refuses;
    `balls(state)` says who owes what now. What stands outside the open `compartment` names its unit and people under
    seal alone: its states have no unit, its balls lie with roles.
    """

    name: str
    commands: tuple[type[Command], ...]
    events: tuple[type[Event], ...]
    decide: Callable[[Any, Any, Act], Decision]
    evolve: Callable[[Any, Fact], Any]
    balls: Callable[[Any], tuple[Ball, ...]] = nothing_owed
    compartment: Compartment = "open"


def foreign(command: Command) -> TypeError:
    """What a noun raises for a command that it does not decide alone."""
    return TypeError(f"{command.VERB} is not decided here: workflows.lexicon knows the noun or the rule that does")


class Writes(Struct, frozen=True, gc=False):
    """Events for one stream. Where an event has a `unit` field that is its unit, else the unit of the stream's state."""

    stream: str
    events: tuple[Event, ...]


class Case(Struct, frozen=True):
    """What a rule sees: the stream addressed, the ids minted for it by noun, the states of all streams it asked for, and the
    standards of the act, which may say what else to ask for."""

    stream: str
    fresh: Mapping[str, str]
    states: Mapping[str, Any]
    standards: Standards = Standards()


class Rule(Struct, frozen=True, kw_only=True):
    """A decision over several streams, appended in one transaction; every stream read is asserted unchanged.

    `needs(command, case)` names the streams to load, given those loaded so far, and is asked again until it wants no
    more; `decide(command, case, act)` returns what to write where, `()` or a refusal.
    """

    command: type[Command]
    needs: Callable[[Any, Case], frozenset[str]]
    decide: Callable[[Any, Case, Act], tuple[Writes, ...] | Refused]


class Wish(Struct, frozen=True):
    """A command a policy wants given: to an existing stream, or a creating one (`stream` is None). `step` tells apart
    several wishes of one cause, so that their command ids derive from it."""

    stream: str | None
    command: Command
    step: str = ""
