"""How the notice of a serious event stands, how it came there, and who still owes it to whom."""

from typing import assert_never, cast, get_args

from msgspec import Struct
from msgspec.structs import replace

from workflows.kernel.ball import Ball, Fallen
from workflows.kernel.grammar import Correction, Fact, Ref
from workflows.kernel.moments import Day, Moment
from workflows.kernel.noun import Nothing
from workflows.kernel.words import Brought
from workflows.notice.commands import Audience
from workflows.notice.events import Corrected, EventLinked, FellDue, HandedOn, Happened, Opened, Told, Withdrawn

AUDIENCES: tuple[Audience, ...] = get_args(Audience)


class Telling(Struct, frozen=True):
    audience: Audience
    day: Day
    how: Brought


class Notice(Struct, frozen=True, kw_only=True):
    """Of an event `known` since that day; everybody is told by `due`. `why`: it was no serious event."""

    what: Ref
    known: Day
    due: Day
    holder: str
    since: Moment
    event: str | None = None
    told: tuple[Telling, ...] = ()
    why: Ref | None = None
    corrections: tuple[Correction, ...] = ()
    fallen: Fallen = ()
    unit: None = None

    @property
    def untold(self) -> tuple[Audience, ...]:
        """Who is still to be told."""
        if self.why is not None:
            return ()
        return tuple(one for one in AUDIENCES if all(telling.audience != one for telling in self.told))


State = Nothing | Notice


def evolve(state: State, fact: Fact) -> State:
    event = cast(Happened, fact.event)
    if isinstance(event, Opened):
        return Notice(
            what=Ref(fact.seq, "what"),
            known=event.known,
            due=event.due,
            holder=event.holder,
            since=fact.happened,
            event=event.event,
        )
    return state if isinstance(state, Nothing) else _changed(state, event, fact)


def _changed(state: Notice, event: Happened, fact: Fact) -> Notice:
    match event:
        case Opened():
            return state
        case Told(audience=audience, day=day, how=how):
            return replace(state, told=(*state.told, Telling(audience, day, how)))
        case HandedOn(holder=holder):
            return replace(state, holder=holder, since=fact.happened)
        case EventLinked(event=number):
            return replace(state, event=number)
        case Withdrawn():
            return replace(state, why=Ref(fact.seq, "why"), since=fact.happened)
        case Corrected():
            corrections = (*state.corrections, Correction("what", state.what, fact.happened))
            return replace(state, what=Ref(fact.seq, "text"), corrections=corrections)
        case FellDue(owes=owes, due=due):
            return replace(state, fallen=(*state.fallen, (owes, due)))
        case _:
            assert_never(event)


def balls(state: State) -> tuple[Ball, ...]:
    if isinstance(state, Nothing):
        return ()
    return tuple(Ball(state.holder, "tell", None, state.since, state.due, state.due, turn=one) for one in state.untold)
