"""Where a promise can stand, how it came there, and who owes it."""

from typing import Literal, assert_never, cast

from msgspec import Struct
from msgspec.structs import replace

from workflows.kernel.ball import Ball
from workflows.kernel.grammar import Correction, Fact, Ref
from workflows.kernel.moments import Moment
from workflows.kernel.noun import Nothing
from workflows.kernel.standards import Work
from workflows.promise.commands import ACCESS, Kind
from workflows.promise.events import (
    Broken,
    Corrected,
    Granted,
    HandedOn,
    Happened,
    Kept,
    Made,
    Refused,
    Released,
    Renegotiated,
    TimeOffered,
)

Settled = Literal["kept", "released", "granted", "refused"]


class Said(Struct, frozen=True):
    """What was said to what was asked for: yes with `money`, or no with a reason, and what can be done `instead`."""

    words: Ref | None
    money: int | None = None
    instead: Ref | None = None


class Move(Struct, frozen=True):
    """The day moved from `was` to `due`, and why."""

    was: str
    due: str
    reason: Ref
    at: Moment


class Pledge(Struct, frozen=True, kw_only=True):
    """A promise wherever it stands: owed while `settled` is None. `due` is the day in force, moved `moves` times since
    `first_due` as `moved` tells; `broken` are the days that passed unkept. Who asked for a talk
    `meets` on that day."""

    unit: str | None
    kind: Kind
    holder: str
    to: str
    what: Ref
    due: str
    first_due: str
    about: str | None
    money: int | None
    began: Moment
    since: Moment
    work: Work | None = None
    moves: int = 0
    moved: tuple[Move, ...] = ()
    broken: tuple[str, ...] = ()
    settled: Settled | None = None
    said: Said | None = None
    meets: str | None = None
    corrections: tuple[Correction, ...] = ()

    @property
    def between(self) -> tuple[str, str] | None:
        """The two who alone know of it; None where others may."""
        return (self.holder, self.to) if self.kind == ACCESS else None


State = Nothing | Pledge


def evolve(state: State, fact: Fact) -> State:
    event = cast(Happened, fact.event)
    if isinstance(event, Made):
        return _made(event, fact)
    return state if isinstance(state, Nothing) else _changed(state, event, fact)


def _changed(state: Pledge, event: Happened, fact: Fact) -> Pledge:
    match event:
        case Made():
            return state
        case Granted(money=money, words=words):
            said = Said(Ref(fact.seq, "words") if words else None, state.money if money is None else money)
            return replace(state, settled="granted", since=fact.happened, said=said)
        case TimeOffered(day=day, words=words):
            said = Said(Ref(fact.seq, "words") if words else None)
            return replace(state, settled="granted", since=fact.happened, said=said, meets=day)
        case Refused(instead=instead):
            said = Said(Ref(fact.seq, "reason"), instead=Ref(fact.seq, "instead") if instead else None)
            return replace(state, settled="refused", since=fact.happened, said=said)
        case Kept():
            return replace(state, settled="kept", since=fact.happened)
        case Renegotiated(due=due):
            move = Move(state.due, due, Ref(fact.seq, "reason"), fact.happened)
            return replace(state, due=due, moves=state.moves + 1, moved=(*state.moved, move))
        case HandedOn(holder=holder):
            return replace(state, holder=holder, since=fact.happened)
        case Released():
            return replace(state, settled="released", since=fact.happened)
        case Broken(due=due):
            return replace(state, broken=(*state.broken, due))
        case Corrected():
            return _corrected(state, event, fact)
        case _:
            assert_never(event)


def _made(event: Made, fact: Fact) -> Pledge:
    return Pledge(
        unit=event.unit,
        kind=event.kind,
        holder=event.holder,
        to=event.to,
        what=Ref(fact.seq, "what"),
        due=event.due,
        first_due=event.due,
        about=event.about,
        money=event.money,
        work=event.work,
        began=fact.happened,
        since=fact.happened,
    )


def _corrected(state: Pledge, event: Corrected, fact: Fact) -> Pledge:
    if event.part is not None:
        corrections = (*state.corrections, Correction("what", state.what, fact.happened))
        return replace(state, what=Ref(fact.seq, "text"), corrections=corrections)
    return replace(
        state, kind=event.now, corrections=(*state.corrections, Correction("kind", event.was, fact.happened))
    )


def balls(state: State) -> tuple[Ball, ...]:
    match state:
        case Pledge(settled=None):
            why = "broken" if state.due in state.broken else None
            return (Ball(state.holder, "keep", state.to, state.since, state.due, state.first_due, why=why),)
        case Nothing() | Pledge():
            return ()
