"""What a look answers about figures: of one unit, or of all of the hospital, over the months up to the day looked at."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from typing import Any, get_args

from projections.durations import DURATIONS
from projections.figures import AIMS, Figures, brought, solutions, speakers, waits
from projections.keeping import kept
from projections.planning import covered
from projections.share import Share
from projections.solved import SOLVED, Ease
from projections.voiced import VOICED
from services.reader.views import Look
from workflows.kernel.moments import Day, Moment
from workflows.kernel.months import Month, month_of, months_after


def months_up_to(day: Day, count: int) -> tuple[Month, ...]:
    """So many months, the one of `day` being the last."""
    return tuple(months_after(month_of(day), n - count + 1) for n in range(count))


def figures(
    look: Look, units: Collection[str], months: Sequence[Month], day: Day, day_of: Callable[[Moment], Day]
) -> Figures:
    """Of these units ("" what belongs to none), as things stand on `day`; of what began in these months. Promises, plans and
    what was easy are those of all times. `day_of` gives a moment's day in the hospital's zone."""
    took: Counter[Any] = Counter()
    began = look.tallied(DURATIONS, {"unit": units, "aim": AIMS, "month": months}, ("day", "took"))
    for (_, aim, _, first, after), count in began.items():
        took[aim, first, after] += count
    voices: Counter[Any] = Counter()
    for (_, *voice), count in look.tallied(VOICED, {"unit": units, "month": months}, ("who", "solution")).items():
        voices[tuple(voice)] += count
    heard: Counter[Any] = Counter()
    for counts in look.counts(units).values():
        heard.update(counts)
    ease = {one: look.count(SOLVED, {"unit": units, "ease": [one]}) for one in get_args(Ease)}
    return Figures(
        waits=waits(took, day),
        heard=heard,
        brought=brought(heard),
        solutions=solutions(voices, months),
        who=speakers(voices),
        kept=kept((one.row for one in look.ledger(units)), day, day_of),
        planned=covered(one.row for one in look.issues(units, ("open",))),
        easy=Share(ease["easy"], ease["easy"] + ease["hard"]),
    )
