"""A listing is undone: every voice of the issue stands alone again and is owed its own answer."""

from workflows.concern import joint as concern
from workflows.issue import commands
from workflows.issue import joint as issue
from workflows.kernel.grammar import Act, Refused
from workflows.kernel.noun import Case, Rule, Writes
from workflows.rules.reading import following, state_of, together


def decide(command: commands.Unlist, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    state = state_of(case, case.stream)
    undone = issue.unlist(command, state)
    if isinstance(undone, Refused):
        return undone
    if not undone:
        return ()
    voices = ((voice, concern.part(state_of(case, voice), act)) for voice in state.matter.voices)
    return together((case.stream, undone), *voices)


RULES = (Rule(command=commands.Unlist, needs=following(lambda _, here: here.matter.voices), decide=decide),)
