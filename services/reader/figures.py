"""What a look answers about figures: of one unit, or of all of the hospital, over the months up to the day looked at."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from typing import Any, get_args

from msgspec import Struct

from projections.climbed import CLIMBED
from projections.durations import DURATIONS
from projections.figures import (
    AIMS,
    Figures,
    brought,
    climbed,
    heard_back,
    late,
    solutions,
    speakers,
    waits,
    worked,
)
from projections.heard_on_rounds import HEARD_ON_ROUNDS
from projections.keeping import kept
from projections.rounds import HELD, ROUNDS
from projections.share import Share
from projections.solved import SOLVED, Ease
from projections.voiced import VOICED
from projections.worked import WORKED
from services.reader.views import Look
from workflows.kernel.moments import Day, Moment
from workflows.kernel.months import Month, first_day, month_of, months_after
from workflows.kernel.words import Who
from workflows.rounds.commands import Shift


def months_up_to(day: Day, count: int) -> tuple[Month, ...]:
    """So many months, the one of `day` being the last."""
    return tuple(months_after(month_of(day), n - count + 1) for n in range(count))


def a_year_before(months: Sequence[Month]) -> tuple[Month, ...]:
    """The twelve months that lay twelve months and more before the last of these ended."""
    return tuple(months_after(months[-1], -n) for n in range(23, 11, -1))


def figures(
    look: Look, units: Collection[str], months: Sequence[Month], day: Day, day_of: Callable[[Moment], Day]
) -> Figures:
    """Of these units ("" what belongs to none), as things stand on `day`; of what began in these months. Promises, plans and
    what was easy are those of all times. `day_of` gives a moment's day in the hospital's zone."""
    took: Any = look.tallied(DURATIONS, {"unit": units, "aim": AIMS, "month": months}, ("aim", "since", "took"))
    by = ("month", "who", "solution", "state")
    voices: Any = look.tallied(VOICED, {"unit": units, "month": months}, by)
    barriers: Any = look.tallied(CLIMBED, {"unit": units, "month": months}, ("climbed", "due"))
    standing: Any = look.tallied(CLIMBED, {"unit": units}, ("climbed", "due"))
    listed: Any = look.tallied(WORKED, {"unit": units, "month": a_year_before(months)}, ("work",))
    heard: Counter[Any] = Counter()
    for counts in look.counts(units).values():
        heard.update(counts)
    promised = [one.row for one in look.ledger(units)]
    ease = look.tallied(SOLVED, {"unit": units, "ease": get_args(Ease)}, ("ease",))
    easy, hard = ease.get(("easy",), 0), ease.get(("hard",), 0)
    return Figures(
        waits=waits(took, day),
        heard=heard,
        brought=brought(heard),
        solutions=solutions(voices, months),
        who=speakers(voices),
        heard_back=heard_back(voices),
        kept=kept(promised, day, day_of),
        asks=tuple(row for row in promised if row.pledge.kind == "ask"),
        planned=look.planned(units),
        easy=Share(easy, easy + hard),
        worked=worked(listed),
        climbed=climbed(barriers),
        late=late(standing, day),
    )


class Silence(Struct, frozen=True):
    """From whom nobody was heard in three months: units that have taken up voices for as long, kinds of speakers, languages
    that somebody spoke in the year, shifts on whose rounds nobody was heard."""

    units: tuple[str, ...]
    kinds: tuple[Who, ...]
    languages: tuple[str, ...]
    shifts: tuple[Shift, ...]


def silence(look: Look, units: Collection[str], months: Sequence[Month]) -> Silence:
    """Of these units, over these months. On which shift somebody spoke is not asked, that of rounds is known: hours are not
    kept."""
    lately = months[-3:]
    by = ("unit", "month", "who", "language")
    found: Any = look.tallied(VOICED, {"unit": units, "month": months}, by)
    heard = [(unit, who, language) for unit, month, who, language in found if month in lately]
    asked = {row.slug for row in look.places() if row.adopted("voice", first_day(lately[0]))}
    return Silence(
        tuple(unit for unit in units if unit in asked and unit not in {one for one, *_ in heard}),
        tuple(who for who in get_args(Who) if who != "no_answer" and who not in {one for _, one, _ in heard}),
        tuple(sorted({one for *_, one in found if one} - {one for *_, one in heard})),
        _without_a_voice(look, units, lately),
    )


def _without_a_voice(look: Look, units: Collection[str], lately: Sequence[Month]) -> tuple[Shift, ...]:
    walked = look.rows(ROUNDS, {"unit": units, "shelf": HELD})
    shifts = {one.stream: one.row.visit.shift for one in walked if month_of(one.row.visit.day) in lately}
    spoken = look.rows(HEARD_ON_ROUNDS, {"rounds": list(shifts)}) if shifts else []
    heard = {shifts[one.row.rounds] for one in spoken if one.row.noun == "concern"}
    return tuple(shift for shift in get_args(Shift) if shift not in heard)
