"""Rounds are scheduled in a unit that is open, with its executive partner unless somebody else comes."""

from workflows.kernel.grammar import Act, Refused
from workflows.kernel.noun import Case, Rule, Writes
from workflows.rounds import commands
from workflows.rounds.decide import schedule
from workflows.rules.reading import named, not_open, partner_of, together


def needs(command: commands.Schedule, _: Case) -> frozenset[str]:
    return named(f"unit-{command.unit}")


def decide(command: commands.Schedule, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    if refusal := not_open(case, command.unit):
        return refusal
    return together((case.fresh["rounds"], schedule(command, act, partner_of(case, command.unit))))


RULES = (Rule(command=commands.Schedule, needs=needs, decide=decide),)
