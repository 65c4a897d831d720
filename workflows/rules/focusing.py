"""What is promised for a quarter is promised for a unit that is open, or for the hospital."""

from workflows.focus.commands import Declare
from workflows.focus.decide import declared
from workflows.kernel.grammar import Act, Refused
from workflows.kernel.noun import Case, Rule, Writes
from workflows.rules.reading import home_of, named, not_open, state_of, together


def decide(command: Declare, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    amiss = not_open(case, command.unit)
    return amiss or together((case.stream, declared(command, state_of(case, case.stream), act)))


RULES = (Rule(command=Declare, needs=lambda command, case: named(case.stream, home_of(command.unit)), decide=decide),)
