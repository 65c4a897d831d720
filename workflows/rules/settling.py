"""Resolved, and everyone who raised it was told: the issue and each of its voices in one step."""

from collections.abc import Iterable

from workflows.concern import joint as concern
from workflows.concern.commands import Answer
from workflows.concern.decide.ending import ends_by_sheet
from workflows.concern.state import Ended
from workflows.issue import commands
from workflows.issue import joint as issue
from workflows.kernel.grammar import Act, Refused
from workflows.kernel.noun import Case, Rule, Writes
from workflows.rules.reading import following, missing, state_of, together
from workflows.rules.resolving import open_barriers


def decide(command: commands.Settle, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    if refusal := missing(case, case.stream):
        return refusal
    state = state_of(case, case.stream)
    settled = issue.settle(command, state, act, open_barriers(case, state), _left_open(case, state.matter.voices, act))
    if isinstance(settled, Refused):
        return settled
    answer = Answer(answer=command.answer, outcome="done")
    told = (
        (voice, concern.told(answer, command.told, state_of(case, voice), act, case.stream))
        for voice in state.matter.voices
    )
    return together(*told, (case.stream, settled))


def _left_open(case: Case, voices: Iterable[str], act: Act) -> int:
    """How many voices still have to say, or be asked, whether they were heard."""
    states = (state_of(case, voice) for voice in voices)
    return sum(not isinstance(state, Ended) and not ends_by_sheet(state, act) for state in states)


RULES = (
    Rule(
        command=commands.Settle,
        needs=following(lambda _, here: (*here.matter.barriers, *here.matter.voices)),
        decide=decide,
    ),
)
