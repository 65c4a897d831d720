"""While the whole hospital paused no lesson was due: what would have fallen due in such a month is owed in the next one."""

from workflows.kernel.grammar import Act, Refused
from workflows.kernel.noun import Case, Nothing, Rule, Writes
from workflows.pace import FallDue, fall_due
from workflows.rules.reading import named, state_of, together

HOSPITAL = "hospital"


def decide(command: FallDue, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    house = state_of(case, HOSPITAL)
    pauses = () if isinstance(house, Nothing) else house.pauses
    return together((case.stream, fall_due(command, state_of(case, case.stream), act, pauses)))


RULES = (Rule(command=FallDue, needs=lambda _, case: named(case.stream, HOSPITAL), decide=decide),)
