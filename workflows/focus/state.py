"""How what was promised for a quarter stands, how it came there, and who owes what of it."""

from collections.abc import Iterator
from typing import assert_never, cast

from msgspec import Struct
from msgspec.structs import replace

from workflows.focus.commands import Came
from workflows.focus.events import (
    Corrected,
    Declared,
    FellDue,
    HandedOn,
    Happened,
    LineAdded,
    LineCarriedOn,
    Reviewed,
)
from workflows.kernel.ball import Ball, Fallen
from workflows.kernel.grammar import Correction, Fact, Ref
from workflows.kernel.moments import Day, Moment
from workflows.kernel.months import Quarter
from workflows.kernel.noun import Nothing


class Line(Struct, frozen=True, kw_only=True):
    """One line: what is worked on and what is done for the climate, by `owner`, by `due`; `came` of it what it came to.
    `was`: as which line it stood in the quarter before."""

    number: int
    line: Ref
    action: Ref
    owner: str
    due: Day
    since: Moment
    came: Came | None = None
    why: Ref | None = None
    was: int | None = None


class Focus(Struct, frozen=True, kw_only=True):
    """Of `unit`, or (None) the hospital, for `quarter`."""

    unit: str | None
    quarter: Quarter
    owner: str
    pledge: Ref
    review_by: Day
    began: Moment
    since: Moment
    lines: tuple[Line, ...] = ()
    corrections: tuple[Correction, ...] = ()
    fallen: Fallen = ()

    @property
    def standing(self) -> tuple[Line, ...]:
        """Without those that were dropped."""
        return tuple(one for one in self.lines if one.came != "dropped")


State = Nothing | Focus


def evolve(state: State, fact: Fact) -> State:
    event = cast(Happened, fact.event)
    if isinstance(event, Declared):
        return _declared(event, fact)
    return state if isinstance(state, Nothing) else _changed(state, event, fact)


def _declared(event: Declared, fact: Fact) -> Focus:
    return Focus(
        unit=event.unit,
        quarter=event.quarter,
        owner=event.owner,
        pledge=Ref(fact.seq, "pledge"),
        review_by=event.review_by,
        began=fact.happened,
        since=fact.happened,
    )


def _changed(state: Focus, event: Happened, fact: Fact) -> Focus:
    match event:
        case Declared():
            return state
        case LineAdded():
            return replace(state, lines=(*state.lines, _line(event, fact)))
        case LineCarriedOn():
            return replace(state, lines=(*state.lines, _carried(event, fact)))
        case Reviewed(number=number):
            return replace(
                state, lines=tuple(_come(one, event, fact) if one.number == number else one for one in state.lines)
            )
        case HandedOn():
            return _handed_on(state, event, fact)
        case Corrected():
            corrections = (*state.corrections, Correction("pledge", state.pledge, fact.happened))
            return replace(state, pledge=Ref(fact.seq, "text"), corrections=corrections)
        case FellDue(owes=owes, due=due):
            return replace(state, fallen=(*state.fallen, (owes, due)))
        case _:
            assert_never(event)


def _line(event: LineAdded, fact: Fact) -> Line:
    return Line(
        number=event.number,
        line=Ref(fact.seq, "line"),
        action=Ref(fact.seq, "action"),
        owner=event.owner,
        due=event.due,
        since=fact.happened,
    )


def _carried(event: LineCarriedOn, fact: Fact) -> Line:
    return Line(
        number=event.number,
        line=Ref(event.said, "line"),
        action=Ref(event.said, "action"),
        owner=event.owner,
        due=event.due,
        since=fact.happened,
        was=event.was,
    )


def _handed_on(state: Focus, event: HandedOn, fact: Fact) -> Focus:
    whole = event.whose in (None, state.owner)
    lines = tuple(
        replace(one, owner=event.owner, since=fact.happened) if one.came is None and one.owner == event.whose else one
        for one in state.lines
    )
    state = replace(state, lines=lines)
    return replace(state, owner=event.owner, since=fact.happened) if whole else state


def _come(line: Line, event: Reviewed, fact: Fact) -> Line:
    return replace(line, came=event.came, why=None if event.why is None else Ref(fact.seq, "why"))


def balls(state: State) -> tuple[Ball, ...]:
    return () if isinstance(state, Nothing) else tuple(_owed(state))


def _owed(focus: Focus) -> Iterator[Ball]:
    """Each line by whoever does it; that all are looked at by whoever owns the whole."""
    asker = None if focus.unit is None else f"unit-{focus.unit}"
    open_lines = [one for one in focus.lines if one.came is None]
    for one in open_lines:
        yield Ball(one.owner, "keep", asker, one.since, one.due, one.due, turn=str(one.number))
    if open_lines:
        yield Ball(focus.owner, "review", asker, focus.since, focus.review_by, focus.review_by)
