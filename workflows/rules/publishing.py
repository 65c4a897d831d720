"""A story is told of an issue that came to a good end, where it was listed."""

from workflows.issue.state import Closed
from workflows.kernel.grammar import Act, Refused, refused
from workflows.kernel.noun import Case, Rule, Writes
from workflows.rules.reading import home_of, missing, named, not_open, state_of, together
from workflows.story import Publish, published


def decide(command: Publish, case: Case, _: Act) -> tuple[Writes, ...] | Refused:
    if amiss := not_open(case, command.unit) or missing(case, command.about):
        return amiss
    issue = state_of(case, command.about)
    if issue.unit != command.unit:
        return refused("story.of_another_unit")
    if not isinstance(issue, Closed) or issue.declined:
        return refused("story.not_over")
    return together((case.fresh["story"], published(command)))


RULES = (Rule(command=Publish, needs=lambda command, _: named(home_of(command.unit), command.about), decide=decide),)
