"""A unit goes on as other units only where these are open."""

from workflows.kernel.grammar import Act, Refused
from workflows.kernel.noun import Case, Rule, Writes
from workflows.rules.reading import home_of, named, not_open, state_of, together
from workflows.unit.commands import GoOnAs
from workflows.unit.decide import go_on


def needs(command: GoOnAs, case: Case) -> frozenset[str]:
    return named(case.stream, *map(home_of, command.into))


def decide(command: GoOnAs, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    gone = together((case.stream, go_on(command, state_of(case, case.stream), act)))
    closed = (refusal for slug in command.into if (refusal := not_open(case, slug)))
    return gone if isinstance(gone, Refused) or not gone else next(closed, gone)


RULES = (Rule(command=GoOnAs, needs=needs, decide=decide),)
