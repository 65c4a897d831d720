"""A concern becomes an issue of the tracking log, or an issue is listed without one."""

from workflows.concern import joint as concern
from workflows.issue import commands
from workflows.issue import joint as issue
from workflows.kernel.grammar import Act, Refused
from workflows.kernel.noun import Case, Rule, Writes
from workflows.rules.reading import missing, named, not_open, state_of, together


def needs(command: commands.List, _: Case) -> frozenset[str]:
    return named(f"unit-{command.unit}", command.from_concern, command.rounds)


def decide(command: commands.List, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    if refusal := not_open(case, command.unit) or missing(case, command.from_concern, command.rounds):
        return refusal
    fresh = case.fresh["issue"]
    listed = (fresh, (issue.begin(command, act),))
    if command.from_concern is None:
        return together(listed)
    voice = state_of(case, command.from_concern)
    return together(listed, (command.from_concern, concern.join(voice, fresh, merged=False)))


RULES = (Rule(command=commands.List, needs=needs, decide=decide),)
