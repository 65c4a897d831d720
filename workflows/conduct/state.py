"""Where it can stand when somebody's conduct is looked at, how it came there, and who owes what."""

from typing import Literal, assert_never, cast

from msgspec import Struct
from msgspec.structs import replace

from workflows.conduct.commands import Behaviour, Response
from workflows.conduct.events import (
    Closed,
    Corrected,
    FellDue,
    Followed,
    Happened,
    HouseLookedAt,
    Judged,
    Opened,
    Withdrawn,
)
from workflows.kernel.ball import Ball, Fallen
from workflows.kernel.grammar import Correction, Fact, Ref
from workflows.kernel.moments import Day, Moment
from workflows.kernel.noun import Nothing

Stage = Literal["opened", "looked", "judged", "followed", "closed", "withdrawn"]


class Conduct(Struct, frozen=True, kw_only=True):
    """Something is done about it by `due`. `found`: what made it likely; `note`: what was done about it."""

    stage: Stage
    person: Ref
    did: Ref
    in_unit: Ref | None
    holder: str
    due: Day
    opened: Moment
    since: Moment
    found: Ref | None = None
    behaviour: Behaviour | None = None
    response: Response | None = None
    why: Ref | None = None
    note: Ref | None = None
    corrections: tuple[Correction, ...] = ()
    fallen: Fallen = ()
    unit: None = None
    """Nobody learns its unit from here."""


State = Nothing | Conduct


def evolve(state: State, fact: Fact) -> State:
    event = cast(Happened, fact.event)
    if isinstance(event, Opened):
        return Conduct(
            stage="opened",
            person=Ref(fact.seq, "person"),
            did=Ref(fact.seq, "did"),
            in_unit=None if event.unit is None else Ref(fact.seq, "unit"),
            holder=event.holder,
            due=event.due,
            opened=fact.happened,
            since=fact.happened,
        )
    return state if isinstance(state, Nothing) else _changed(state, event, fact)


def _changed(state: Conduct, event: Happened, fact: Fact) -> Conduct:
    match event:
        case Opened():
            return state
        case HouseLookedAt():
            stage: Stage = "looked" if state.stage == "opened" else state.stage
            return replace(state, stage=stage, since=fact.happened, found=Ref(fact.seq, "found"))
        case Judged(behaviour=behaviour, response=response):
            why = Ref(fact.seq, "why")
            return replace(state, stage="judged", since=fact.happened, behaviour=behaviour, response=response, why=why)
        case Followed():
            return replace(state, stage="followed", since=fact.happened, note=Ref(fact.seq, "note"))
        case Closed():
            return replace(state, stage="closed", since=fact.happened)
        case Withdrawn():
            return replace(state, stage="withdrawn", since=fact.happened, note=Ref(fact.seq, "why"))
        case Corrected():
            corrections = (*state.corrections, Correction("did", state.did, fact.happened))
            return replace(state, did=Ref(fact.seq, "text"), corrections=corrections)
        case FellDue(owes=owes, due=due):
            return replace(state, fallen=(*state.fallen, (owes, due)))
        case _:
            assert_never(event)


def balls(state: State) -> tuple[Ball, ...]:
    if isinstance(state, Nothing) or state.stage in ("followed", "closed", "withdrawn"):
        return ()
    return (Ball(state.holder, "address", None, state.since, state.due, state.due),)
