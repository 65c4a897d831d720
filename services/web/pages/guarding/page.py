"""`/privacy`: what was erased, what waits and why, what is held."""

from flask import Blueprint
from msgspec import Struct

from services.erasing.carrying import kept_by
from services.web.framing import shown
from services.web.pages.guarding.shared import called, day, tabs
from services.web.phrases import choice
from services.web.visit import Visit, here
from workflows.hold import STREAM, Held, Register
from workflows.subject.commands import Erase
from workflows.subject.state import Subject

guarding = Blueprint("guarding", __name__)


class Request(Struct, frozen=True):
    """One request to erase, as the page tells it."""

    what: str
    basis: str
    asked: str
    stands: str
    withdraw: str


@guarding.get("/privacy")
def show() -> str:
    visit = here()
    visit.must("read.subjects")
    requests = [
        (stream, visit.house.clerk.memory.get(stream).state) for stream in visit.house.ledger.streams("subject")
    ]
    told = [_request(visit, stream, state) for stream, state in reversed(requests)]
    holds = visit.house.clerk.memory.get(STREAM).state
    return shown(
        "guarding/guarding.html",
        place="Privacy",
        tabs=tabs(visit, "Erasures and holds"),
        waiting=[one for one in told if one.stands.startswith("waits")],
        done=[one for one in told if not one.stands.startswith("waits")],
        holds=[_hold(visit, one) for one in reversed(holds.holds)] if isinstance(holds, Register) else [],
        may_erase=visit.may(Erase.VERB),
        may_hold=visit.may("hold.place"),
    )


def _request(visit: Visit, stream: str, state: Subject) -> Request:
    what = "An entry of the directory" if state.about is None else called(state.about).capitalize()
    passage = f", a passage of its {state.passage.part}" if state.passage else ""
    may_withdraw = state.waits and state.passage is None and visit.may("subject.withdraw")
    return Request(
        what=what + passage,
        basis=choice(state.basis) if state.basis else "a passage was taken out",
        asked=f"{day(visit, state.since)}, approved by {visit.names.of(state.approver)}"
        if state.approver
        else day(visit, state.since),
        stands=_stands(visit, state),
        withdraw=f"/do/subject/withdraw?to={stream}&next=/privacy" if may_withdraw else "",
    )


def _stands(visit: Visit, state: Subject) -> str:
    if state.withdrawn:
        return "taken back"
    if state.erased:
        records = " and ".join(f"#{seq}" for seq in state.erased)
        return f"erased, with record {records}"
    held = kept_by(visit.house, state)
    return f"waits for hold #{held.number}" if held else "waits for the next beat"


def _hold(visit: Visit, hold: Held) -> tuple[str, str, str, str, str]:
    """Number, what it covers, since when, the reason for those who hold, and where it is lifted."""
    covers = hold.about and called(hold.about).capitalize()
    covers = covers or (hold.unit and f"All of {visit.names.unit(hold.unit)}")
    covers = covers or f"What {visit.names.of(hold.person)} said"
    lifted = f"; lifted {day(visit, hold.lifted)}" if hold.lifted else ""
    may = visit.may("hold.lift")
    reason = visit.open([hold.reason]).of(hold.reason) if may else "for counsel to read"
    return (
        f"#{hold.number}",
        covers,
        day(visit, hold.since) + lifted,
        reason,
        f"/do/hold/lift?hold={hold.number}&next=/privacy" if may and not hold.lifted else "",
    )
