"""The counts of the units: how many facts each unit had when the ledger had so many, on record at fixed hours and whenever
evidence is taken, so that whoever is shown one unit's facts can tell that none of them was left out at the end. Each stands on
a stream of its own. Imports the kernel only.
"""

from typing import cast

from msgspec import Struct

from workflows.kernel.grammar import Act, Command, Event, Fact
from workflows.kernel.noun import Decision, Nothing, Noun, foreign


class UnitsCounted(Event, frozen=True, kw_only=True):
    """Among the facts up to `upto`, each unit had as many as stand behind its slug: `4-west.118`, in the order of the slugs. A
    unit that is not named had none."""

    NAME = "ledger.heads"

    upto: int
    units: tuple[str, ...]


class UnitCounted(Event, frozen=True, kw_only=True):
    """Among the facts up to `upto`, the unit `of` had so many `facts`: the same of one alone, for whoever is shown that one. It
    is none of the unit's own facts."""

    NAME = "ledger.unit_counted"

    upto: int
    of: str
    facts: int


class Counted(Struct, frozen=True, kw_only=True):
    """How far the ledger had come."""

    upto: int
    unit: str | None = None


State = Nothing | Counted


def evolve(_: State, fact: Fact) -> State:
    return Counted(upto=cast(UnitsCounted | UnitCounted, fact.event).upto)


def decide(command: Command, _: State, __: Act) -> Decision:
    raise foreign(command)


NOUN = Noun(name="ledger", commands=(), events=(UnitsCounted, UnitCounted), decide=decide, evolve=evolve)
