"""A voice that does not leave it there takes its issue up again: a dispute, or something new that is known."""

from workflows.concern import commands, events
from workflows.concern import joint as concern
from workflows.issue import joint as issue
from workflows.issue.state import Closed, Declined, Resolved
from workflows.kernel.grammar import Act, Refused
from workflows.kernel.noun import Case, Decision, Rule, Writes
from workflows.rules.reading import following, state_of, together


def dispute(command: commands.Dispute, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    return _with_its_issue(case, act, concern.dispute(command, state_of(case, case.stream), act))


def reopen(command: commands.Reopen, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    return _with_its_issue(case, act, concern.reopen(command, state_of(case, case.stream), act))


def _with_its_issue(case: Case, act: Act, decision: Decision) -> tuple[Writes, ...] | Refused:
    if isinstance(decision, Refused):
        return decision
    owed_again = any(isinstance(event, events.Disputed | events.Reopened) for event in decision)
    stream = state_of(case, case.stream).voice.issue
    state = state_of(case, stream)
    if not (owed_again and isinstance(state, Resolved | Declined | Closed)):
        return together((case.stream, decision))
    return together((case.stream, decision), (stream, (issue.reopened(state, act, None, case.stream),)))


RULES = (
    Rule(command=commands.Dispute, needs=following(lambda _, here: (here.voice.issue,)), decide=dispute),
    Rule(command=commands.Reopen, needs=following(lambda _, here: (here.voice.issue,)), decide=reopen),
)
