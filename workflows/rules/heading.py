"""How many facts each unit has, or one alone, goes on record, in a stream of its own that no reader waits for."""

from workflows.kernel.grammar import Act
from workflows.kernel.noun import Case, Rule, Writes
from workflows.ledger import UnitCounted, UnitsCounted
from workflows.trail import Count


def decide(command: Count, case: Case, _: Act) -> tuple[Writes, ...]:
    return (Writes(case.fresh["ledger"], (_counted(command),)),)


def _counted(command: Count) -> UnitsCounted | UnitCounted:
    if command.alone is None:
        return UnitsCounted(upto=command.upto, units=command.units)
    numbers = {unit: int(number) for unit, _, number in (one.rpartition(".") for one in command.units)}
    return UnitCounted(upto=command.upto, of=command.alone, facts=numbers.get(command.alone, 0))


RULES = (Rule(command=Count, needs=lambda _, __: frozenset(), decide=decide),)
