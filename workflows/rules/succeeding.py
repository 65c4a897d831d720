"""A unit goes on as other units only where these are open, and whoever answers for all of them says so: their readers will read
what was said there, and their figures hold it."""

from workflows.kernel.grammar import Act, Refused, refused
from workflows.kernel.noun import Case, Rule, Writes
from workflows.kernel.roles import FOR_THE_HOSPITAL, stood_for
from workflows.rules.reading import home_of, named, not_open, state_of, together
from workflows.unit.commands import GoOnAs
from workflows.unit.decide import go_on

SAYS_SO = FOR_THE_HOSPITAL | {"administrator"}


def needs(command: GoOnAs, case: Case) -> frozenset[str]:
    return named(case.stream, *map(home_of, command.into))


def decide(command: GoOnAs, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    if act.by.kind == "person" and SAYS_SO.isdisjoint(map(stood_for, act.roles)):
        return refused("unit.goes_on_by_hospital")
    gone = together((case.stream, go_on(command, state_of(case, case.stream), act)))
    closed = (refusal for slug in command.into if (refusal := not_open(case, slug)))
    return gone if isinstance(gone, Refused) or not gone else next(closed, gone)


RULES = (Rule(command=GoOnAs, needs=needs, decide=decide),)
