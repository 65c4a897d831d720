"""No issue closes over an open barrier or a voice that has not come to its end."""

from workflows.concern.state import Ended
from workflows.issue import commands, joint
from workflows.issue.state import State
from workflows.kernel.grammar import Act, Refused
from workflows.kernel.noun import Case, Nothing, Rule, Writes
from workflows.rules.reading import following, state_of, together
from workflows.rules.resolving import open_barriers


def open_voices(case: Case, issue: State) -> int:
    """How many voices of `issue` are not heard to the end."""
    if isinstance(issue, Nothing):
        return 0
    return sum(not isinstance(state_of(case, voice), Ended) for voice in issue.matter.voices)


def decide(_: commands.Close, case: Case, _act: Act) -> tuple[Writes, ...] | Refused:
    issue = state_of(case, case.stream)
    return together((case.stream, joint.close(issue, open_barriers(case, issue), open_voices(case, issue))))


RULES = (
    Rule(
        command=commands.Close,
        needs=following(lambda _, here: (*here.matter.barriers, *here.matter.voices)),
        decide=decide,
    ),
)
