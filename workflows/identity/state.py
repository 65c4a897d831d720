"""How far the opening of a name has come, and how it came there."""

from typing import assert_never, cast

from msgspec import Struct
from msgspec.structs import replace

from workflows.identity.events import Agreed, Asked, Corrected, Declined, Happened, Shown
from workflows.kernel.grammar import Correction, Fact, Ref
from workflows.kernel.moments import Moment
from workflows.kernel.noun import Nothing
from workflows.kernel.roles import stood_for


class Hand(Struct, frozen=True):
    """Who acted, and as what."""

    id: str | None
    role: str


class Opening(Struct, frozen=True, kw_only=True):
    """Asked, and as far as it has come. `about` is the voice, `until` is how long the next step may be taken."""

    about: str
    reason: Ref
    asker: Hand
    since: Moment
    until: Moment
    agreed: Hand | None = None
    agreed_at: Moment | None = None
    declined: bool = False
    shown: Moment | None = None
    corrections: tuple[Correction, ...] = ()
    unit: str | None = None

    def stands(self, now: Moment) -> str:
        """`asked`, `agreed`, `shown`, `declined`, or `lapsed` when the time for the next step is over."""
        if self.shown is not None:
            return "shown"
        if self.declined:
            return "declined"
        if now > self.until:
            return "lapsed"
        return "asked" if self.agreed is None else "agreed"


State = Nothing | Opening


def evolve(state: State, fact: Fact) -> State:
    event = cast(Happened, fact.event)
    if isinstance(event, Asked):
        return Opening(
            about=event.voice,
            reason=Ref(fact.seq, "reason"),
            asker=_hand(fact),
            since=fact.at,
            until=event.until,
        )
    return state if isinstance(state, Nothing) else _changed(state, event, fact)


def _hand(fact: Fact) -> Hand:
    return Hand(fact.head.by.id, stood_for(fact.head.by.capacity or ""))


def _changed(state: Opening, event: Happened, fact: Fact) -> Opening:
    match event:
        case Asked():
            return state
        case Agreed(until=until):
            return replace(state, agreed=_hand(fact), agreed_at=fact.at, until=until)
        case Declined():
            return replace(state, declined=True)
        case Shown():
            return replace(state, shown=fact.at)
        case Corrected():
            correction = Correction("reason", state.reason, fact.happened)
            return replace(state, reason=Ref(fact.seq, "text"), corrections=(*state.corrections, correction))
        case _:
            assert_never(event)
