"""A voice is put with an issue that is about the same thing, and taken out of it again. It stays a voice of its own."""

from workflows.concern import commands
from workflows.concern import joint as concern
from workflows.issue import events
from workflows.issue import joint as issue
from workflows.kernel.grammar import Act, Refused
from workflows.kernel.noun import Case, Rule, Writes
from workflows.rules.reading import following, missing, state_of, together


def merge(command: commands.Merge, case: Case, _: Act) -> tuple[Writes, ...] | Refused:
    merged = concern.join(state_of(case, case.stream), command.issue, merged=True)
    if not merged:
        return ()
    return together((case.stream, merged), (command.issue, issue.join(state_of(case, command.issue), case.stream)))


def unmerge(_: commands.Unmerge, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    if refusal := missing(case, case.stream):
        return refusal
    state = state_of(case, case.stream)
    parted = concern.part(state, act)
    if not parted:
        return ()
    return together((case.stream, parted), (state.voice.issue, (events.Parted(concern=case.stream),)))


RULES = (
    Rule(command=commands.Merge, needs=following(lambda command, _: (command.issue,)), decide=merge),
    Rule(command=commands.Unmerge, needs=following(lambda _, here: (here.voice.issue,)), decide=unmerge),
)
