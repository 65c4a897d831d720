"""One answer to everybody who raised an issue: each reads it as their own, on their own stream."""

from workflows.concern import commands as c
from workflows.concern.decide.answering import answer
from workflows.concern.state import Owed
from workflows.issue import commands
from workflows.kernel.grammar import Act, Refused, refused
from workflows.kernel.noun import Case, Rule, Writes
from workflows.rules.reading import following, missing, state_of, together


def decide(command: commands.Answer, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    if refusal := missing(case, case.stream):
        return refusal
    voices = state_of(case, case.stream).matter.voices
    if not voices:
        return refused("issue.nobody_to_answer")
    one = c.Answer(answer=command.answer, outcome=command.outcome, reason=command.reason, final=command.final)
    owed = [(voice, state) for voice in voices if isinstance(state := state_of(case, voice), Owed)]
    return together(*((voice, answer(one, state, act, case.stream)) for voice, state in owed))


RULES = (Rule(command=commands.Answer, needs=following(lambda _, here: here.matter.voices), decide=decide),)
