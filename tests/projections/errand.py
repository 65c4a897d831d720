"""A noun small enough to see through: an errand is given to somebody, passed on, waits for somebody, is done or undone."""

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from projections.accountability import ACCOUNTABILITY
from projections.lives import Cast, Projection, Row, Scene, Was
from workflows.kernel.ball import Ball
from workflows.kernel.grammar import By, Event, Fact, Header
from workflows.kernel.moments import DAY, MICRO, Moment, as_datetime
from workflows.kernel.noun import Nothing, Noun, foreign

DAWN: Moment = 1_735_732_800 * MICRO
"""1 January 2025, noon UTC."""
HOUR = DAY // 24


class Given(Event, frozen=True, kw_only=True):
    NAME = "errand.given"
    holder: str
    unit: str


class Passed(Event, frozen=True, kw_only=True):
    NAME = "errand.passed"
    holder: str


class Waited(Event, frozen=True, kw_only=True):
    NAME = "errand.waited"
    on: str | None


class Finished(Event, frozen=True, kw_only=True):
    NAME = "errand.finished"


class Noted(Event, frozen=True, kw_only=True):
    """Leaves everything as it is."""

    NAME = "errand.noted"


class Errand(Struct, frozen=True):
    unit: str
    holder: str
    since: Moment
    on: str | None = None
    done: bool = False


def evolve(state: Nothing | Errand, fact: Fact) -> Nothing | Errand:
    event = fact.event
    if isinstance(event, Given):
        return Errand(event.unit, event.holder, fact.happened)
    if isinstance(state, Nothing):
        return state
    match event:
        case Passed(holder=holder):
            return Errand(state.unit, holder, fact.happened)
        case Waited(on=on):
            return replace(state, on=on)
        case Finished():
            return replace(state, done=True)
        case _:
            return state


def balls(state: Nothing | Errand) -> tuple[Ball, ...]:
    if isinstance(state, Nothing) or state.done:
        return ()
    return (Ball(state.holder, "keep", None, state.since, waiting_on=state.on),)


def decide(command: Any, state: Any, act: Any) -> Any:
    raise foreign(command)


EVENTS = (Given, Passed, Waited, Finished, Noted)
NOUN = Noun(name="errand", commands=(), events=EVENTS, decide=decide, evolve=evolve, balls=balls)


class ErrandRow(Row, frozen=True):
    unit: str
    shelf: str
    holder: str
    since: Moment


def _fold(was: Was, scene: Scene) -> Mapping[str, Row]:
    if isinstance(scene.state, Nothing):
        return {}
    before, state = was.get(""), scene.state
    since = before.row.since if before and before.row.holder == state.holder else scene.moment
    return {"": ErrandRow(state.unit, "closed" if state.done else "open", state.holder, since)}


ERRANDS = Projection(
    name="errands",
    row=ErrandRow,
    fold=_fold,
    nouns=frozenset({"errand"}),
    filters=(("unit", "shelf"), ("holder",)),
    followed=True,
)
PROJECTIONS = (ERRANDS, ACCOUNTABILITY)
CAST = Cast(NOUN, PROJECTIONS)
HOLDERS = ("person-a", "person-b", "party-c")


def fact(
    seq: int, version: int, event: Event, at: Moment, occurred: str | None = None, *, stream: str = "errand-0"
) -> Fact:
    head = Header(
        stream=stream,
        version=version,
        name=event.NAME,
        v=1,
        by=By("person", "p"),
        via="cli",
        occurred=occurred,
        salt=b"",
    )
    return Fact(seq, "4w", seq, at, head, event)


_later = st.one_of(
    st.sampled_from([Passed(holder=holder) for holder in HOLDERS]),
    st.sampled_from([Waited(on="party-c"), Waited(on=None)]),
    st.just(Finished()),
    st.just(Noted()),
)
_back = st.none() | st.integers(0, 40).map(lambda hours: hours * 5 * HOUR)
_precision = st.sampled_from(["moment", "day", "month"])


@st.composite
def histories(draw: st.DrawFn, streams: int = 1, longest: int = 12) -> list[Fact]:
    """Facts of some errands as recorded: some at once, some back-dated, some known to the day or month only."""
    seq, at, facts, versions = 0, DAWN + 30 * DAY, [], [0] * streams
    for _ in range(draw(st.integers(1, longest))):
        seq, at = seq + 1, at + draw(st.integers(0, 30)) * HOUR
        which = draw(st.integers(0, streams - 1))
        versions[which] += 1
        holder, unit = draw(st.sampled_from(HOLDERS)), draw(st.sampled_from(["4w", "icu"]))
        event = Given(holder=holder, unit=unit) if versions[which] == 1 else draw(_later)
        back = draw(_back)
        occurred = None if back is None else _written(at - back, draw(_precision))
        facts.append(fact(seq, versions[which], event, at, occurred, stream=f"errand-{which}"))
    return facts


def _written(moment: Moment, precision: str) -> str:
    return as_datetime(moment).isoformat()[: {"moment": 32, "day": 10, "month": 7}[precision]]
