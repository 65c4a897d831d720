"""A concern that somebody said is noted and put on the tracking log in one step."""

from workflows.concern import commands
from workflows.concern import joint as concern
from workflows.issue import joint as issue
from workflows.issue.commands import List
from workflows.kernel.grammar import Act, Refused
from workflows.kernel.noun import Case, Rule, Writes
from workflows.privilege import commands as privilege
from workflows.rules.designating import by_default
from workflows.rules.reading import missing, named, not_open, together


def needs(command: commands.Note, _: Case) -> frozenset[str]:
    return named(f"unit-{command.unit}", command.rounds, privilege.STREAM)


def decide(command: commands.Note, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    if refusal := not_open(case, command.unit) or missing(case, command.rounds):
        return refusal
    voice, line = case.fresh["concern"], case.fresh["issue"]
    listing = List(
        unit=command.unit,
        title=command.what,
        from_concern=voice,
        category=command.category,
        source=command.source,
        rounds=command.rounds,
        suggestion=command.idea,
        needs=command.needs,
        owner=command.owner,
        due=command.due,
        rank=command.rank,
    )
    return together(
        (voice, concern.noted(command, line, act)),
        (line, (issue.begin(listing, act, command.sheet),)),
        by_default(case, "concern", command.unit, line, voice),
    )


RULES = (Rule(command=commands.Note, needs=needs, decide=decide),)
