"""A unit has one active executive partner. Becoming and ceasing to be it is written in the partnership and in the unit at once;
a rank below the rule, or an early graduation, stands on a waiver that is in force; a pause of the hospital is no miss."""

from collections.abc import Callable
from typing import Any

from workflows import unit, waiver
from workflows.hospital.state import Known as Hospital
from workflows.kernel.grammar import Act, Refused, refused
from workflows.kernel.months import month_of, months_after
from workflows.kernel.noun import Case, Nothing, Rule, Writes
from workflows.partnership import commands as c
from workflows.partnership import events as e
from workflows.partnership.commands import stream_of
from workflows.partnership.decide import confirm, nominate, sign
from workflows.partnership.graduating import propose
from workflows.partnership.meeting import close, last_due
from workflows.partnership.state import Agreed, Ended, Known, Meeting
from workflows.rules.reading import following, home_of, named, not_open, partner_of, state_of, together
from workflows.unit.decide import decide as decide_unit
from workflows.unit.state import PARTNER

RANK, MONTHS = "partnership.rank", "partnership.graduation"
"""Rules of practice that a waiver sets aside."""

Part = Callable[[Any, Known, Case, Act], tuple[Writes, ...] | Refused]


def _nominate(command: c.Nominate, case: Case, _: Act) -> tuple[Writes, ...] | Refused:
    if refusal := not_open(case, command.unit):
        return refusal
    return together((case.stream, nominate(command, state_of(case, case.stream))))


def _confirm(command: c.Confirm, state: Known, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    return _unwaived(case, command.waiver, RANK, state) or together((case.stream, confirm(command, state, act)))


def _sign(command: c.Sign, state: Known, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    """With the signature it begins, unless another executive is still there."""
    signed = sign(command, state, act)
    if isinstance(signed, Refused) or not signed or isinstance(state_of(case, _present(case, state)), Meeting):
        return together((case.stream, signed))
    return together((case.stream, (*signed, _begun(act))), _takes_the_place(state, case, act))


def _hand_over(command: c.HandOver, state: Known, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    if isinstance(state, Ended) and state.to == command.executive:
        return ()
    if not isinstance(state, Meeting):
        return refused("partnership.not_active")
    new = state_of(case, _next(command, state))
    if not isinstance(new, Agreed):
        return refused("partnership.sign_first")
    left = e.HandedOver(to=command.executive, last=last_due(act))
    begun = (_next(command, state), (_begun(act),))
    return together((case.stream, (left,)), begun, _takes_the_place(new, case, act))


def _end(command: c.End, state: Known, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    if isinstance(state, Ended):
        return ()
    if not isinstance(state, Meeting):
        return refused("partnership.withdraw_instead")
    over = e.Ended(reason=command.reason, note=command.note, last=last_due(act))
    return together((case.stream, (over,)), _leaves_the_place(state, case, act))


def _propose(command: c.ProposeGraduation, state: Known, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    if not isinstance(state, Meeting):
        return refused("partnership.not_active")
    return _unwaived(case, command.waiver, MONTHS, state) or together((case.stream, propose(command, state, act)))


def _close(command: c.CloseMonth, state: Known, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    if not isinstance(state, Meeting):
        return refused("nothing_fell_due")
    house = state_of(case, "hospital")
    pauses = house.pauses if isinstance(house, Hospital) else ()
    return together((case.stream, close(month_of(command.until), state, act, pauses)))


def _unwaived(case: Case, stream: str | None, rule: str, state: Known) -> Refused | None:
    """Why the waiver that was named sets nothing aside here."""
    if stream is None:
        return None
    match state_of(case, stream):
        case waiver.Waived(rule=about, unit=where, over=None) if about == rule and where in (None, state.unit):
            return None
        case _:
            return refused("partnership.no_such_waiver")


def _begun(act: Act) -> e.Activated:
    """The first whole month is the first that is due."""
    here = month_of(act.day)
    return e.Activated(first=here if act.day.endswith("-01") else months_after(here, 1))


def _takes_the_place(state: Known, case: Case, act: Act) -> tuple[str, Any]:
    appoint = unit.commands.Appoint(person=state.bond.executive, role=PARTNER, since=act.day)
    return f"unit-{state.unit}", decide_unit(appoint, state_of(case, home_of(state.unit)), act)


def _leaves_the_place(state: Known, case: Case, act: Act) -> tuple[str, Any]:
    dismiss = unit.commands.Dismiss(person=state.bond.executive, role=PARTNER)
    return f"unit-{state.unit}", decide_unit(dismiss, state_of(case, home_of(state.unit)), act)


def _present(case: Case, state: Known) -> str | None:
    """The partnership of whoever has the place now, somebody else's."""
    there = partner_of(case, state.unit)
    return stream_of(state.bond.unit, there) if there and there != state.bond.executive else None


def _next(command: c.HandOver, state: Known) -> str:
    return stream_of(state.bond.unit, command.executive)


def _there(part: Part) -> Callable[[Any, Case, Act], tuple[Writes, ...] | Refused]:
    """The part of a partnership that there is."""

    def decide(command: Any, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
        state = state_of(case, case.stream)
        return refused("unknown", what="partnership") if isinstance(state, Nothing) else part(command, state, case, act)

    return decide


def _of_the_place(_: c.Sign, case: Case) -> frozenset[str]:
    """The partnership, its unit, and the partnership of whoever has the place now."""
    state = state_of(case, case.stream)
    if isinstance(state, Nothing):
        return named(case.stream)
    return named(case.stream, home_of(state.unit), _present(case, state))


RULES = (
    Rule(
        command=c.Nominate,
        needs=lambda command, case: named(case.stream, home_of(command.unit)),
        decide=_nominate,
    ),
    Rule(command=c.Confirm, needs=following(lambda command, _: [command.waiver]), decide=_there(_confirm)),
    Rule(command=c.Sign, needs=_of_the_place, decide=_there(_sign)),
    Rule(
        command=c.HandOver,
        needs=following(lambda command, state: [home_of(state.unit), _next(command, state)]),
        decide=_there(_hand_over),
    ),
    Rule(command=c.End, needs=following(lambda _, state: [home_of(state.unit)]), decide=_there(_end)),
    Rule(
        command=c.ProposeGraduation,
        needs=following(lambda command, _: [command.waiver]),
        decide=_there(_propose),
    ),
    Rule(command=c.CloseMonth, needs=following(lambda *_: ["hospital"]), decide=_there(_close)),
)
