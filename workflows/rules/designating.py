"""What is set apart as privileged is there, an issue takes its voices along, and what a default covers is so from the first."""

from workflows import privilege
from workflows.kernel.grammar import Act, Refused
from workflows.kernel.noun import Case, Decision, Rule, Writes
from workflows.rules.reading import home_of, missing, named, not_open, state_of, together


def _named(command: privilege.Designate | privilege.DropOut, case: Case) -> frozenset[str]:
    return named(case.stream, command.about)


def designate(command: privilege.Designate, case: Case, _: Act) -> tuple[Writes, ...] | Refused:
    if refusal := missing(case, command.about):
        return refusal
    voices: tuple[str, ...] = getattr(getattr(state_of(case, command.about), "matter", None), "voices", ())
    return together((case.stream, privilege.designate(command, state_of(case, case.stream), voices)))


def drop_out(command: privilege.DropOut, case: Case, _: Act) -> tuple[Writes, ...] | Refused:
    return together((case.stream, privilege.drop_out(command, state_of(case, case.stream))))


def adopt_default(command: privilege.AdoptDefault, case: Case, _: Act) -> tuple[Writes, ...] | Refused:
    amiss = not_open(case, command.unit)
    return amiss or together((case.stream, privilege.adopt_default(command, state_of(case, case.stream))))


def by_default(case: Case, kind: str, unit: str | None, *streams: str) -> tuple[str, Decision]:
    """The part of a rule that raises a voice (with its issue, where it has one): whether counsel has set it apart."""
    known = privilege.register(state_of(case, privilege.STREAM))
    return privilege.STREAM, privilege.from_the_first(streams) if known.by_default(kind, unit) else ()


RULES = (
    Rule(command=privilege.Designate, needs=_named, decide=designate),
    Rule(command=privilege.DropOut, needs=_named, decide=drop_out),
    Rule(
        command=privilege.AdoptDefault,
        needs=lambda command, case: named(case.stream, home_of(command.unit)),
        decide=adopt_default,
    ),
)
