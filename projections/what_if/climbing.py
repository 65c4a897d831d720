"""What would have climbed under other terms, to whom and when? The facts of a barrier told again, with the clock coming by
every day under those terms.

Everything people did stays as they did it, on the day it was recorded; what the clock did is left out and done again. Nobody
acts earlier because something climbed: what people would have done then is not known.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from workflows import barrier
from workflows.barrier.events import Climbed
from workflows.barrier.state import Offered, Returned, State, Unsettled, climbs_after
from workflows.kernel.grammar import Fact
from workflows.kernel.moments import Day, Moment, day_after
from workflows.kernel.noun import Nothing
from workflows.kernel.terms import Terms

DayOf = Callable[[Moment], Day]


class Supposed(Struct, frozen=True, kw_only=True):
    """The terms that are tried; `first_promise`: what counts is the day promised first, however often it was moved."""

    terms: Terms
    first_promise: bool = False


class Climb(Struct, frozen=True):
    """Up to `to`, on `day`."""

    to: str
    day: Day


class Difference(Struct, frozen=True):
    """When a barrier would have climbed to `to`, and when it did; None where it would not have, or did not."""

    to: str
    supposed: Day | None
    real: Day | None


def climbs(facts: Iterable[Fact], supposed: Supposed, last: Day, day_of: DayOf) -> tuple[Climb, ...]:
    """Of one barrier, from its first fact to the day `last`."""
    told = [fact for fact in facts if not isinstance(fact.event, Climbed) and day_of(fact.at) <= last]
    days = [*(day_of(fact.at) for fact in told), day_after(last, 1)]
    state: State = Nothing()
    found: list[Climb] = []
    for fact, (day, until) in zip(told, pairwise(days), strict=True):
        state = _dated(state, barrier.NOUN.evolve(state, fact), supposed, day)
        while (step := _next(state, supposed, day)) and step.day < until:
            state = _climbed(state, step, fact)
            found.append(step)
    return tuple(found)


def _next(state: State, supposed: Supposed, day: Day) -> Climb | None:
    """When it climbs next, if nobody does anything: not before `day`, on which it came to stand so."""
    if not isinstance(state, Unsettled):
        return None
    step = climbs_after(state, supposed.terms.of(state.unit))
    return Climb(step[1], max(day_after(step[0], 1), day)) if step else None


def _climbed(state: State, step: Climb, before: Fact) -> State:
    below = state.desk if isinstance(state, Returned) else state.obstacle.holder if isinstance(state, Unsettled) else ""
    event = Climbed(to=step.to, below=below, day=step.day)
    climbed: State = barrier.NOUN.evolve(state, replace(before, event=event))
    return climbed


def _dated(was: State, state: State, supposed: Supposed, day: Day) -> State:
    """Whoever was just asked says yes or no within the supposed days; a promise stays where it was first, if that counts."""
    if not isinstance(state, Unsettled):
        return state
    if supposed.first_promise:
        state = replace(state, obstacle=replace(state.obstacle, due=state.obstacle.first_due))
    if not isinstance(state, Offered) or (isinstance(was, Offered) and was.accept_due == state.accept_due):
        return state
    return replace(state, accept_due=supposed.terms.of(state.unit).due(day, "accept_days"))


def really(facts: Iterable[Fact], day_of: DayOf) -> tuple[Climb, ...]:
    """As it did climb."""
    return tuple(Climb(fact.event.to, day_of(fact.at)) for fact in facts if isinstance(fact.event, Climbed))


def differences(supposed: Sequence[Climb], real: Sequence[Climb]) -> tuple[Difference, ...]:
    """By whom it climbs to, each the first time, in the order of the days."""
    would = {one.to: one.day for one in reversed(supposed)}
    did = {one.to: one.day for one in reversed(real)}
    found = [Difference(to, would.get(to), did.get(to)) for to in {**would, **did}]
    return tuple(sorted(found, key=lambda one: (one.supposed or one.real or "", one.to)))
