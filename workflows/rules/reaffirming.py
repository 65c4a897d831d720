"""Whoever comes into a role of the hospital attests anew what was attested in it: the safety commitment, for a new CEO."""

from workflows.hospital.commands import Appoint
from workflows.hospital.decide import appoint
from workflows.kernel.grammar import Act, Refused
from workflows.kernel.noun import Case, Rule, Writes
from workflows.rules.reading import state_of, together
from workflows.standard.commands import stream_of
from workflows.standard.events import RenewalAsked
from workflows.standard.state import InPlace


def needs(command: Appoint, case: Case) -> frozenset[str]:
    return frozenset({case.stream, *_attested_in(command.role, case)})


def decide(command: Appoint, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    given = appoint(command, state_of(case, case.stream), act)
    if isinstance(given, Refused) or not given:
        return together((case.stream, given))
    due = act.terms.due(act.day, "renew_notice_days")
    asked = (RenewalAsked(due=due, why="new_holder"),)
    standing = (stream for stream in _attested_in(command.role, case) if isinstance(state_of(case, stream), InPlace))
    return together((case.stream, given), *((stream, asked) for stream in standing))


def _attested_in(role: str, case: Case) -> tuple[str, ...]:
    return tuple(stream_of(key) for key, item in case.standards.items.items() if item.renewed_with == role)


RULES = (Rule(command=Appoint, needs=needs, decide=decide),)
