"""An issue is not resolved while a barrier in its way is open."""

from workflows.barrier.state import blocks
from workflows.issue import commands, joint
from workflows.issue.state import State
from workflows.kernel.grammar import Act, Refused
from workflows.kernel.noun import Case, Nothing, Rule, Writes
from workflows.rules.reading import following, state_of, together


def open_barriers(case: Case, issue: State) -> int:
    """How many barriers still stand in the way of `issue`."""
    return 0 if isinstance(issue, Nothing) else sum(blocks(state_of(case, one)) for one in issue.matter.barriers)


def decide(command: commands.Resolve, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    issue = state_of(case, case.stream)
    return together((case.stream, joint.resolve(command, issue, act, open_barriers(case, issue))))


RULES = (Rule(command=commands.Resolve, needs=following(lambda _, here: here.matter.barriers), decide=decide),)
