"""A decision is proposed where it can be made; a harm it does is accepted by somebody who leads there."""

from collections.abc import Iterator

from workflows.decision import commands as c
from workflows.decision import joint
from workflows.kernel.grammar import Act, Refused
from workflows.kernel.noun import Case, Rule, Writes
from workflows.kernel.roles import LEADING, Held
from workflows.rules.reading import following, home_of, missing, named, not_open, state_of, together

HOSPITAL = "hospital"


def propose(command: c.Propose, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    amiss = not_open(case, command.unit) or missing(case, command.about)
    return amiss or together((case.fresh["decision"], joint.propose(command, act)))


def rate(command: c.Rate, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    here = state_of(case, case.stream)
    return together((case.stream, joint.rate(command, here, act, leads=_leads(command, case))))


def name_acceptor(command: c.NameAcceptor, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    here = state_of(case, case.stream)
    return together((case.stream, joint.name_acceptor(command, here, act, leads=_leads(command, case))))


def _leads(command: c.Rate | c.NameAcceptor, case: Case) -> bool:
    """Whether whoever is named as acceptor leads where it is decided."""
    held = _held(case, state_of(case, case.stream).unit)
    return any(one.person == command.acceptor and one.role in LEADING for one in held)


def _held(case: Case, unit: str | None) -> Iterator[Held]:
    """Who holds which role where it is decided."""
    for stream in (home_of(unit), HOSPITAL):
        yield from getattr(state_of(case, stream), "roles", ())


_with_who_leads = following(lambda command, here: (home_of(here.unit), HOSPITAL) if command.acceptor else ())

RULES = (
    Rule(command=c.Propose, needs=lambda command, _: named(home_of(command.unit), command.about), decide=propose),
    Rule(command=c.Rate, needs=_with_who_leads, decide=rate),
    Rule(command=c.NameAcceptor, needs=_with_who_leads, decide=name_acceptor),
)
