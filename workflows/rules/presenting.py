"""The board hears stories that are there."""

from workflows.kernel.grammar import Act, Refused
from workflows.kernel.noun import Case, Rule, Writes
from workflows.presentation import Record, recorded
from workflows.rules.reading import missing, named, together


def decide(command: Record, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    return missing(case, *command.stories) or together((case.fresh["presentation"], recorded(command, act)))


RULES = (Rule(command=Record, needs=lambda command, _: named(*command.stories), decide=decide),)
