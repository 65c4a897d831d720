"""A message goes to a unit that is open, or to everybody."""

from workflows.kernel.grammar import Act, Refused
from workflows.kernel.noun import Case, Rule, Writes
from workflows.message.commands import Send
from workflows.message.decide import send
from workflows.rules.reading import home_of, named, not_open, together


def decide(command: Send, case: Case, _: Act) -> tuple[Writes, ...] | Refused:
    return not_open(case, command.unit) or together((case.fresh["message"], send(command)))


RULES = (Rule(command=Send, needs=lambda command, _: named(home_of(command.unit)), decide=decide),)
