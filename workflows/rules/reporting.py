"""A respect incident is reported from a unit that is open, or from no unit at all."""

from workflows.kernel.grammar import Act, Refused
from workflows.kernel.noun import Case, Rule, Writes
from workflows.respect import commands
from workflows.respect.decide import begin
from workflows.rules.reading import home_of, named, not_open, together


def needs(command: commands.Report, _: Case) -> frozenset[str]:
    return named(home_of(command.unit))


def decide(command: commands.Report, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    if refusal := not_open(case, command.unit):
        return refusal
    return together((case.fresh["respect"], (begin(command, act),)))


RULES = (Rule(command=commands.Report, needs=needs, decide=decide),)
