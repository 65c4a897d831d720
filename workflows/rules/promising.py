"""What is promised for a unit, or about something, is so in a unit that is open and about something that exists."""

from workflows.kernel.grammar import Act, Refused
from workflows.kernel.noun import Case, Rule, Writes
from workflows.promise.commands import Make
from workflows.promise.decide import make as pledge
from workflows.rules.reading import home_of, missing, named, not_open, together


def needs(command: Make, _: Case) -> frozenset[str]:
    return named(home_of(command.unit), command.about)


def make(command: Make, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    amiss = not_open(case, command.unit) or missing(case, command.about)
    return amiss or together((case.fresh["promise"], pledge(command, act)))


RULES = (Rule(command=Make, needs=needs, decide=make),)
