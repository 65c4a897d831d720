"""What a look answers about figures: of one unit, or of all of the hospital, over the months up to the day looked at."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from typing import Any, get_args

from projections.durations import DURATIONS
from projections.figures import AIMS, Figures, brought, solutions, speakers, waits
from projections.keeping import kept
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
    took: Any = look.tallied(DURATIONS, {"unit": units, "aim": AIMS, "month": months}, ("aim", "since", "took"))
    voices: Any = look.tallied(VOICED, {"unit": units, "month": months}, ("month", "who", "solution"))
    heard: Counter[Any] = Counter()
    for counts in look.counts(units).values():
        heard.update(counts)
    ease = look.tallied(SOLVED, {"unit": units, "ease": get_args(Ease)}, ("ease",))
    easy, hard = ease.get(("easy",), 0), ease.get(("hard",), 0)
    return Figures(
        waits=waits(took, day),
        heard=heard,
        brought=brought(heard),
        solutions=solutions(voices, months),
        who=speakers(voices),
        kept=kept((one.row for one in look.ledger(units)), day, day_of),
        planned=look.planned(units),
        easy=Share(easy, easy + hard),
    )
