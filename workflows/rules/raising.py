"""A voice is raised in a unit that is open, or was when it was raised: one that waited is not lost when the unit closes. What
is brought up before rounds carries no name to whoever comes."""

from workflows.concern import commands, joint
from workflows.kernel.grammar import Act, Refused, refused
from workflows.kernel.noun import Case, Rule, Writes
from workflows.privilege import commands as privilege
from workflows.rules.designating import by_default
from workflows.rules.reading import home_of, missing, named, not_open, together


def needs(command: commands.Raise, _: Case) -> frozenset[str]:
    return named(home_of(command.unit), command.rounds, privilege.STREAM)


def decide(command: commands.Raise, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    if refusal := not_open(case, command.unit, act.occurred) or missing(case, command.rounds):
        return refusal
    if command.rounds is not None and command.source == "between" and command.speaker == "named":
        return refused("rounds.no_names_beforehand")
    voice = case.fresh["concern"]
    return together((voice, (joint.begin(command, act),)), by_default(case, command.kind, command.unit, voice))


RULES = (Rule(command=commands.Raise, needs=needs, decide=decide),)
