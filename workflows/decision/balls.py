"""Who owes what around one decision."""

from collections.abc import Iterator

from workflows.decision.state import Concluded, Decided, Proposed, State, Withdrawn
from workflows.kernel.ball import Ball
from workflows.kernel.noun import Nothing


def balls(state: State) -> tuple[Ball, ...]:
    """The decision, then that it is told and looked at again; a yes to every harm; the ratings that an emergency put off."""
    match state:
        case Nothing() | Withdrawn():
            return ()
        case Proposed(proposal=proposal):
            decides = Ball(proposal.decider, "decide", _for(state), proposal.proposed, proposal.due, proposal.due)
            return (decides, *_accepting(state))
        case Decided() | Concluded():
            return (*_rating(state), *_accepting(state), *_telling(state), *_reviewing(state))


def _for(state: Proposed | Decided | Concluded) -> str | None:
    return None if state.unit is None else f"unit-{state.unit}"


def _accepting(state: Proposed | Decided | Concluded) -> Iterator[Ball]:
    for one in state.proposal.harms_owed:
        yield Ball(one.acceptor or state.proposal.decider, "accept", state.proposal.decider, one.at, why=one.aim)


def _rating(state: Decided | Concluded) -> Iterator[Ball]:
    ruling = state.ruling
    if ruling.rate_by and not state.proposal.is_rated:
        yield Ball(state.proposal.decider, "rate", _for(state), ruling.made, ruling.rate_by, ruling.rate_by)


def _telling(state: Decided | Concluded) -> Iterator[Ball]:
    ruling = state.ruling
    if not state.proposal.told:
        yield Ball(state.proposal.decider, "tell", _for(state), ruling.made, ruling.tell_by, ruling.tell_by)


def _reviewing(state: Decided | Concluded) -> Iterator[Ball]:
    ruling = state.ruling
    if isinstance(state, Decided):
        first = ruling.first_review_by
        yield Ball(state.proposal.decider, "review", _for(state), ruling.made, ruling.review_by, first)
