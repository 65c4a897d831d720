"""How many facts each unit has goes on record, in a stream of its own that no reader waits for."""

from workflows.kernel.grammar import Act
from workflows.kernel.noun import Case, Rule, Writes
from workflows.ledger import Heads
from workflows.trail import Count


def decide(command: Count, case: Case, _: Act) -> tuple[Writes, ...]:
    return (Writes(case.fresh["ledger"], (Heads(upto=command.upto, units=command.units),)),)


RULES = (Rule(command=Count, needs=lambda _, __: frozenset(), decide=decide),)
