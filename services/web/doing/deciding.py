"""What can be done with a decision as it stands, and may be done by this reader."""

from collections.abc import Iterator

from projections.decisions import DecisionRow
from services.web.doing.actions import Action
from services.web.doing.buttons import Offer
from services.web.paths import page_of
from services.web.phrases import choice
from services.web.visit import Visit

_ALWAYS: tuple[Offer, ...] = (("decision.correct", "Correct", False),)
_AFTER: tuple[Offer, ...] = (
    ("decision.communicate", "They were told", True),
    ("decision.note_evidence", "Something came to light", False),
    ("decision.hand_on", "Hand it on", False),
    *_ALWAYS,
)
OFFERS: dict[str, tuple[Offer, ...]] = {
    "proposed": (
        ("decision.decide", "Decide", True),
        ("decision.consult", "Somebody was asked", True),
        ("decision.hand_on", "Hand it on", False),
        *_ALWAYS,
        ("decision.withdraw", "Take it back", False),
    ),
    "decided": (("decision.review", "Say what came of it", True), *_AFTER),
    "confirmed": (*_AFTER, ("decision.review", "It does not hold after all", False)),
    "reversed": _AFTER,
}


def of_decision(visit: Visit, stream: str, row: DecisionRow) -> tuple[Action, ...]:
    unit = row.proposal.unit
    found = [
        Action(label, f"/do/{verb.replace('.', '/')}?to={stream}", first)
        for verb, label, first in OFFERS.get(row.state, ())
        if visit.may(verb, unit, stream) and (verb != "decision.decide" or visit.holds(row.proposal.decider, unit))
    ]
    return (*_accepting(visit, stream, row), *_rating(visit, stream, row), *found, *_promising(visit, stream, row))


def _accepting(visit: Visit, stream: str, row: DecisionRow) -> Iterator[Action]:
    for harm in row.proposal.harms_owed:
        if harm.acceptor == visit.person and visit.may("decision.accept_harm", row.proposal.unit, stream):
            label = f"I accept the harm to {choice(harm.aim).lower()}"
            yield Action(label, f"/do/decision/accept_harm?to={stream}", first=True)
    if row.proposal.harms_owed and visit.may("decision.name_acceptor", row.proposal.unit, stream):
        yield Action("Name somebody else for the harm", f"/do/decision/name_acceptor?to={stream}")


def _rating(visit: Visit, stream: str, row: DecisionRow) -> Iterator[Action]:
    open_ = row.state == "proposed" or (row.ruling is not None and not row.proposal.is_rated)
    if (open_ or row.proposal.harms_owed) and visit.may("decision.rate", row.proposal.unit, stream):
        yield Action("Rate the six aims", f"/decision/{stream}/rate", first=not row.proposal.is_rated)


def _promising(visit: Visit, stream: str, row: DecisionRow) -> Iterator[Action]:
    """What makes a harm smaller is promised by somebody, by a day."""
    unit = row.proposal.unit
    if row.state in ("proposed", "decided") and visit.may("promise.make", unit):
        place = f"&unit={unit}" if unit else ""
        yield Action("Promise something for it", f"/do/promise/make?about={stream}{place}&next={page_of(stream)}")
