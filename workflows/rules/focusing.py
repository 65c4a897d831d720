"""What is promised for a quarter is promised for a unit that is open, or for the hospital; it takes along what the quarter
before carried on."""

from workflows.focus.commands import CarryOn, Declare, stream_of
from workflows.focus.decide import carried_on, declared
from workflows.focus.state import Focus
from workflows.kernel.grammar import Act, Refused
from workflows.kernel.months import quarter_before
from workflows.kernel.noun import Case, Rule, Writes
from workflows.rules.reading import following, home_of, named, not_open, state_of, together


def decide(command: Declare, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    amiss = not_open(case, command.unit)
    return amiss or together((case.stream, declared(command, state_of(case, case.stream), act)))


def carry_on(_: CarryOn, case: Case, __: Act) -> tuple[Writes, ...] | Refused:
    here = state_of(case, case.stream)
    before = state_of(case, _before(here)) if isinstance(here, Focus) else here
    return together((case.stream, carried_on(here, before)))


def _before(here: Focus) -> str:
    return stream_of(here.unit, quarter_before(here.quarter))


RULES = (
    Rule(command=Declare, needs=lambda command, case: named(case.stream, home_of(command.unit)), decide=decide),
    Rule(command=CarryOn, needs=following(lambda _, here: (_before(here),)), decide=carry_on),
)
