"""A lesson of the library, or a way of working that the hospital declared, is offered to a unit that is open. A unit that
takes up a way says how it is done there: that is attested in the same breath."""

from msgspec.structs import replace

from workflows.kernel.grammar import Act, Refused, refused
from workflows.kernel.ids import noun_of
from workflows.kernel.noun import Case, Rule, Writes
from workflows.learning.state import Learned
from workflows.promise import commands as c
from workflows.promise.decide import decide as alone
from workflows.promise.decide import offer as offered
from workflows.promise.state import Pledge
from workflows.rules import attesting
from workflows.rules.reading import home_of, missing, named, not_open, state_of, together
from workflows.standard.commands import Attest
from workflows.standard.state import InPlace

WAY, TAKEN_UP = "way", "way_adopted"
"""The item of ways of working, and the item by which a unit says that it took one up."""


def offer(command: c.Offer, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    amiss = not_open(case, command.unit) or not_open(case, command.to_unit) or missing(case, command.about)
    return amiss or _not_to_spread(command, case) or together((case.fresh["promise"], offered(command, act)))


def _not_to_spread(command: c.Offer, case: Case) -> Refused | None:
    if command.unit == command.to_unit:
        return refused("promise.to_another_unit")
    match state_of(case, command.about):
        case Learned(lesson=lesson) if lesson.is_for_all:
            return None
        case InPlace(standard=standard) if standard.item == WAY:
            return None
        case _:
            return refused("promise.nothing_to_spread")


def needs_grant(command: c.Grant, case: Case) -> frozenset[str]:
    attest = _taking_up(command, state_of(case, case.stream))
    return named(case.stream) | (attesting.needs(attest, _at(attest, case)) if attest else frozenset())


def grant(command: c.Grant, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    pledge = state_of(case, case.stream)
    granted = together((case.stream, alone(command, pledge, act)))
    attest = _taking_up(command, pledge)
    if isinstance(granted, Refused) or attest is None:
        return granted
    taken_up = attesting.attest(attest, _at(attest, case), act)
    return taken_up if isinstance(taken_up, Refused) else (*granted, *taken_up)


def _taking_up(command: c.Grant, state: object) -> Attest | None:
    """What is attested with it, where it answers the offer of a way of working."""
    if not isinstance(state, Pledge) or state.kind != c.OFFERED or noun_of(state.about or "") != "standard":
        return None
    return Attest(item=TAKEN_UP, unit=state.unit, of=state.about, words=command.words)


def _at(attest: Attest, case: Case) -> Case:
    return replace(case, stream=attest.stream())


RULES = (
    Rule(
        command=c.Offer,
        needs=lambda command, _: named(home_of(command.unit), home_of(command.to_unit), command.about),
        decide=offer,
    ),
    Rule(command=c.Grant, needs=needs_grant, decide=grant),
)
