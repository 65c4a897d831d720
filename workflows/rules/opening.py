"""Whose voice it was is opened only where the voice is confidential: what is anonymous can be opened by nobody, because nothing
that points to anybody is kept."""

from workflows.identity import joint
from workflows.identity.commands import Ask
from workflows.kernel.grammar import Act, Refused
from workflows.kernel.noun import Case, Rule, Writes
from workflows.rules.reading import missing, named, state_of, together


def decide(command: Ask, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    if absent := missing(case, command.voice):
        return absent
    speaker = state_of(case, command.voice).voice.speaker
    return together((case.fresh["identity"], joint.ask(command, speaker, act)))


RULES = (Rule(command=Ask, needs=lambda command, _: named(command.voice), decide=decide),)
