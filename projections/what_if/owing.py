"""What would have stood overdue under other due times, since when, and to whom would it have climbed?

Everything people did stays as they did it: what was owed ends on the day it ended. Nobody acts earlier because something was
due.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from msgspec import Struct

from projections.accountability import Holding
from projections.lives import Stint
from projections.what_if.climbing import Climb, DayOf
from projections.what_if.rhythm import Rhythm, Supposed
from workflows.kernel.ball import Owes
from workflows.kernel.moments import Day, day_after
from workflows.kernel.terms import Terms

TERMS: Mapping[Owes, str] = {
    "answer": "answer_days",
    "deliver": "deliver_days",
    "reason": "reason_days",
    "resolve": "resolve_days",
}
"""The term that says how long it may take; a promise is due when it was promised for."""


class Duty(Struct, frozen=True, kw_only=True):
    """Something one stream owed without a break, from the day it `began` until it `ended` (None: it still is), whoever held it.
    `first_due` is the day first promised; `late` the first day on which it stood overdue by the promise of then."""

    stream: str
    unit: str
    owes: Owes
    began: Day
    ended: Day | None
    first_due: Day | None
    late: Day | None

    def lasts(self, day: Day) -> bool:
        """Whether it is still owed on that day, which is none before it began."""
        return self.ended is None or day < self.ended


class Fell(Struct, frozen=True):
    """The first day on which it would have stood overdue, and did; None where it would not have, or did not. `climbs`: to whom
    it would have gone from there."""

    duty: Duty
    supposed: Day | None
    real: Day | None
    climbs: tuple[Climb, ...] = ()


def duties(held: Iterable[Stint[Holding]], day_of: DayOf) -> Iterator[Duty]:
    """Of stints in any order: those that follow each other without a break are one."""

    def place(stint: Stint[Holding]) -> tuple[str, str, int]:
        return stint.stream, stint.row.owes, stint.began

    for _, some in groupby(sorted(held, key=place), key=lambda stint: place(stint)[:2]):
        run: list[Stint[Holding]] = []
        for stint in some:
            if run and run[-1].ended != stint.began:
                yield _duty(run, day_of)
                run = []
            run.append(stint)
        yield _duty(run, day_of)


def _duty(run: list[Stint[Holding]], day_of: DayOf) -> Duty:
    first, last = run[0], run[-1]
    overdue = (day for stint in run if (day := _late(stint, day_of)) is not None)
    return Duty(
        stream=first.stream,
        unit=last.row.unit,
        owes=first.row.owes,
        began=day_of(first.began),
        ended=None if last.ended is None else day_of(last.ended),
        first_due=next((stint.row.first_due or stint.row.due for stint in run if stint.row.due), None),
        late=next(overdue, None),
    )


def _late(stint: Stint[Holding], day_of: DayOf) -> Day | None:
    if stint.row.due is None:
        return None
    day = max(day_after(stint.row.due, 1), day_of(stint.began))
    return day if stint.ended is None or day < day_of(stint.ended) else None


def fell(duty: Duty, supposed: Supposed, rhythm: Rhythm, last: Day, *, climbing: bool) -> Fell:
    """By the day `last`. Where a time is not tried, the day that was promised stays. `climbing`: what stays overdue climbs the
    ladder of barriers."""
    late = _supposed(duty, supposed, rhythm)
    late = late if late is not None and duty.lasts(late) and late <= last else None
    real = duty.late if duty.late is not None and duty.late <= last else None
    steps = tuple(_steps(duty, supposed.over(rhythm.on(late)), late, last)) if late and climbing else ()
    return Fell(duty, late, real, steps)


def _supposed(duty: Duty, supposed: Supposed, rhythm: Rhythm) -> Day | None:
    term = TERMS.get(duty.owes)
    if term is not None and term in supposed.tried:
        return day_after(supposed.over(rhythm.on(duty.began)).of(duty.unit or None).due(duty.began, term), 1)
    if supposed.first_promise and duty.first_due is not None:
        return max(day_after(duty.first_due, 1), duty.began)
    return duty.late


def _steps(duty: Duty, tried: Terms, late: Day, last: Day) -> Iterator[Climb]:
    terms, day = tried.of(duty.unit or None), day_after(late, -1)
    for to in terms.ladder:
        day = terms.due(day, "climb_days")
        if not duty.lasts(day_after(day, 1)) or day_after(day, 1) > last:
            return
        yield Climb(to, day_after(day, 1))
