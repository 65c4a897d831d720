"""What is set apart as privileged is there and nobody's own reflection, an issue takes its voices along, and what a default
covers is so from the first."""

from workflows.kernel.grammar import Act, Refused, refused
from workflows.kernel.noun import Case, Decision, Rule, Writes
from workflows.learning import state as learning
from workflows.privilege import commands as c
from workflows.privilege import joint
from workflows.privilege.state import register
from workflows.rules.reading import home_of, missing, named, not_open, state_of, together


def _named(command: c.Designate | c.DropOut, case: Case) -> frozenset[str]:
    return named(case.stream, command.about)


def designate(command: c.Designate, case: Case, _: Act) -> tuple[Writes, ...] | Refused:
    here = state_of(case, command.about)
    if refusal := missing(case, command.about):
        return refusal
    if isinstance(here, learning.Standing) and here.lesson.author is not None:
        return refused("privilege.of_oneself")
    voices: tuple[str, ...] = getattr(getattr(here, "matter", None), "voices", ())
    return together((case.stream, joint.designate(command, state_of(case, case.stream), voices)))


def drop_out(command: c.DropOut, case: Case, _: Act) -> tuple[Writes, ...] | Refused:
    return together((case.stream, joint.drop_out(command, state_of(case, case.stream))))


def adopt_default(command: c.AdoptDefault, case: Case, _: Act) -> tuple[Writes, ...] | Refused:
    amiss = not_open(case, command.unit)
    return amiss or together((case.stream, joint.adopt_default(command, state_of(case, case.stream))))


def by_default(case: Case, kind: str, unit: str | None, *streams: str) -> tuple[str, Decision]:
    """The part of a rule that raises a voice (with its issue, where it has one): whether counsel has set it apart."""
    known = register(state_of(case, c.STREAM))
    return c.STREAM, joint.from_the_first(streams) if known.by_default(kind, unit) else ()


RULES = (
    Rule(command=c.Designate, needs=_named, decide=designate),
    Rule(command=c.DropOut, needs=_named, decide=drop_out),
    Rule(
        command=c.AdoptDefault,
        needs=lambda command, case: named(case.stream, home_of(command.unit)),
        decide=adopt_default,
    ),
)
