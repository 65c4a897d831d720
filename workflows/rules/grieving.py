"""A complaint becomes a grievance; its letter is also the answer to the concern it came from, and sending it brings that."""

from workflows.concern import joint as concern
from workflows.grievance import commands
from workflows.grievance import joint as grievance
from workflows.kernel.grammar import Act, Refused
from workflows.kernel.noun import Case, Rule, Writes
from workflows.rules.reading import following, home_of, missing, named, state_of, together


def needs(command: commands.Open, _: Case) -> frozenset[str]:
    return named(home_of(command.unit), command.concern)


def begin(command: commands.Open, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    """In a unit that has closed meanwhile too: the letter is owed all the same."""
    if refusal := missing(case, home_of(command.unit), command.concern):
        return refusal
    fresh, opened = case.fresh["grievance"], grievance.begin(command, act)
    became = concern.grieve(state_of(case, command.concern), command.unit, fresh, opened.holder, opened.due)
    return together((command.concern, became), (fresh, (opened,)))


def write(command: commands.WriteLetter, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    here = state_of(case, case.stream)
    written = grievance.write(command, here, act)
    if isinstance(written, Refused):
        return written
    answer = concern.answered_by_letter(command.results, command.outcome, state_of(case, here.about), act)
    return together((case.stream, written), (here.about, answer))


def send(command: commands.SendLetter, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    here = state_of(case, case.stream)
    sent = grievance.send(command, here)
    if isinstance(sent, Refused):
        return sent
    return together((case.stream, sent), (here.about, concern.reached(command.how, state_of(case, here.about), act)))


def correct(command: commands.Correct, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    """Results that are put right are put right in the answer as well, until it reaches the voice."""
    here = state_of(case, case.stream)
    corrected = grievance.correct(command, here, act)
    if isinstance(corrected, Refused) or command.part != "results" or command.text is None:
        return together((case.stream, corrected))
    voice = state_of(case, here.about)
    answer = concern.answer_corrected(command.text, voice)
    return together((case.stream, corrected), (here.about, answer))


_with_its_concern = following(lambda _, here: (here.about,))

RULES = (
    Rule(command=commands.Open, needs=needs, decide=begin),
    Rule(command=commands.WriteLetter, needs=_with_its_concern, decide=write),
    Rule(command=commands.SendLetter, needs=_with_its_concern, decide=send),
    Rule(command=commands.Correct, needs=_with_its_concern, decide=correct),
)
