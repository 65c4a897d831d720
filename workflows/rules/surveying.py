"""A unit is asked only while it is open; what follows from its answers is an issue that is there."""

from assessments.campaign.commands import Debrief, Open
from assessments.campaign.decide import decide as alone
from assessments.campaign.decide import opened
from workflows.kernel.grammar import Act, Refused
from workflows.kernel.noun import Case, Rule, Writes
from workflows.rules.reading import home_of, missing, named, not_open, together


def open_(command: Open, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    return not_open(case, command.unit) or together((case.fresh["campaign"], opened(command, act)))


def debrief(command: Debrief, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    here = alone(command, case.states[case.stream], act)
    return missing(case, *_issue(command)) or together((case.stream, here))


def _issue(command: Debrief) -> tuple[str, ...]:
    return () if command.issue is None else (command.issue,)


RULES = (
    Rule(command=Open, needs=lambda command, _: named(home_of(command.unit)), decide=open_),
    Rule(command=Debrief, needs=lambda command, case: named(case.stream, *_issue(command)), decide=debrief),
)
