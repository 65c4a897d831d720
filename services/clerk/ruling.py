"""Which rule decides a command: the one that binds it, else its noun alone over its own stream."""

from functools import cache
from typing import Any

from workflows import lexicon
from workflows.kernel.grammar import Act, Command, Refused
from workflows.kernel.ids import noun_of
from workflows.kernel.noun import Case, Nothing, Noun, Rule, Writes


@cache
def ruling(command: type[Command]) -> Rule:
    """The rule for a kind of command. KeyError for a command of no known noun."""
    return lexicon.rule_for(command) or _alone(command, lexicon.noun_named[command.VERB.partition(".")[0]])


def _alone(command: type[Command], noun: Noun) -> Rule:
    def needs(_: Any, case: Case) -> frozenset[str]:
        return frozenset({case.stream})

    def decide(asked: Any, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
        outcome = noun.decide(asked, case.states.get(case.stream, Nothing()), act)
        if isinstance(outcome, Refused):
            return outcome
        return (Writes(case.stream, outcome),) if outcome else ()

    return Rule(command=command, needs=needs, decide=decide)


def misaddressed(command: type[Command], to: str | None) -> bool:
    """Whether `to` is no stream this command could be given to: a creating one has no address, any other its own noun's."""
    noun = command.VERB.partition(".")[0]
    return (to is not None) if command.CREATES else (to is None or noun_of(to) != noun)
