"""What would have climbed under other terms, to whom and when? The facts of a barrier told again, with the clock coming by
every day under those terms.

Everything people did stays as they did it, on the day it was recorded; what the clock did is left out and done again. Nobody
acts earlier because something climbed: what people would have done then is not known.

When the clock came by is not on record, but for this: it did where the barrier climbed, and it did not where the barrier would
have climbed under the terms in force and stayed where it was. Everywhere else it is taken to come by as each day begins, and
after the last that was done on a day. So terms that are those of then tell what came about.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from projections.what_if.rhythm import Rhythm, Stretch, Supposed
from workflows import barrier
from workflows.barrier.events import Assigned, Climbed, Logged
from workflows.barrier.events import Returned as WasReturned
from workflows.barrier.state import Offered, Returned, State, Unsettled, climbs_after
from workflows.kernel.grammar import Fact
from workflows.kernel.moments import Day, Moment, day_after
from workflows.kernel.noun import Nothing
from workflows.kernel.terms import Terms

DayOf = Callable[[Moment], Day]


class Climb(Struct, frozen=True):
    """Up to `to`, on `day`."""

    to: str
    day: Day


class Difference(Struct, frozen=True):
    """When a barrier would have climbed to `to`, and when it did; None where it would not have, or did not."""

    to: str
    supposed: Day | None
    real: Day | None


def climbs(facts: Iterable[Fact], supposed: Supposed, rhythm: Rhythm, last: Day, day_of: DayOf) -> tuple[Climb, ...]:
    """Of one barrier, from its first fact to the day `last`."""
    told = [fact for fact in facts if day_of(fact.at) <= last]
    days = [*(day_of(fact.at) for fact in told), last]
    real: State = Nothing()
    would: State = Nothing()
    found: list[Climb] = []
    for fact, (day, until) in zip(told, pairwise(days), strict=True):
        terms = rhythm.of(fact)
        real = barrier.NOUN.evolve(real, fact)
        if not isinstance(fact.event, Climbed):
            would = _dated(barrier.NOUN.evolve(would, fact), fact, supposed.over(terms), supposed, day)
        elif (step := _next(would, supposed.over(terms), day)) and step.day == day:
            would = _climbed(would, step, fact)
            found.append(step)
        for stretch in _quiet(rhythm, terms, day, until, is_last=fact is told[-1]):
            for step, stands in _passing(would, real, supposed, stretch, fact):
                would = stands
                found.append(step)
    return tuple(found)


def _quiet(rhythm: Rhythm, terms: Terms, day: Day, until: Day, *, is_last: bool) -> Iterator[Stretch]:
    """The time after a fact in which nothing is done, to the morning of the next one."""
    if day < until or is_last:
        yield day, day, terms
        yield from rhythm.stretches(day_after(day, 1), until)


def _passing(
    would: State, real: State, supposed: Supposed, stretch: Stretch, before: Fact
) -> Iterator[tuple[Climb, State]]:
    """Lets the clock come by on each of those days on which nothing says that it did not."""
    first, last, terms = stretch
    stood = _next(real, terms, first)
    while (step := _next(would, supposed.over(terms), first)) and step.day <= last:
        if stood is not None and stood.day <= step.day:
            return
        would = _climbed(would, step, before)
        yield step, would


def _next(state: State, terms: Terms, day: Day) -> Climb | None:
    """When it climbs next, if nobody does anything: not before `day`, on which it came to stand so."""
    if not isinstance(state, Unsettled):
        return None
    step = climbs_after(state, terms.of(state.unit))
    return Climb(step[1], max(day_after(step[0], 1), day)) if step else None


def _climbed(state: State, step: Climb, before: Fact) -> State:
    below = state.desk if isinstance(state, Returned) else state.obstacle.holder if isinstance(state, Unsettled) else ""
    event = Climbed(to=step.to, below=below, day=step.day)
    climbed: State = barrier.NOUN.evolve(state, replace(before, event=event))
    return climbed


def _dated(state: State, fact: Fact, terms: Terms, supposed: Supposed, recorded: Day) -> State:
    """Whoever was just asked says yes or no within the days that are tried, if any are; a promise stays where it was first, if
    that counts."""
    if not isinstance(state, Unsettled):
        return state
    if supposed.first_promise:
        state = replace(state, obstacle=replace(state.obstacle, due=state.obstacle.first_due))
    if "accept_days" not in supposed.tried:
        return state
    said = fact.head.occurred or ""
    asked = terms.of(state.unit).due(said[:10] if len(said) >= len(recorded) else recorded, "accept_days")
    match state, fact.event:
        case Offered(), Logged() | Assigned():
            return replace(state, accept_due=asked)
        case Returned(), WasReturned():
            return replace(state, desk_due=asked)
        case _:
            return state


def really(facts: Iterable[Fact], day_of: DayOf) -> tuple[Climb, ...]:
    """As it did climb."""
    return tuple(Climb(fact.event.to, day_of(fact.at)) for fact in facts if isinstance(fact.event, Climbed))


def differences(supposed: Sequence[Climb], real: Sequence[Climb]) -> tuple[Difference, ...]:
    """By whom it climbs to, the first time, the second time and so on, in the order of the days."""
    would, did = _in_turn(supposed), _in_turn(real)
    found = [Difference(turn[0], would.get(turn), did.get(turn)) for turn in {**would, **did}]
    return tuple(sorted(found, key=lambda one: (one.supposed or one.real or "", one.to)))


def _in_turn(climbed: Sequence[Climb]) -> dict[tuple[str, int], Day]:
    """When it came to whom for the how-manieth time."""
    times: Counter[str] = Counter()
    found: dict[tuple[str, int], Day] = {}
    for one in climbed:
        times[one.to] += 1
        found[one.to, times[one.to]] = one.day
    return found
