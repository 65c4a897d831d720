"""Quarters and goals in words."""

from collections.abc import Collection, Iterator

from msgspec import Struct

from assessments.scorecard import FigureKey, Period, Standing, Verdict, scorecard
from services.reader.quarters import Aimed, Course
from services.web.doing.actions import Action
from services.web.phrases import choice
from services.web.visit import Visit, Words
from services.web.when import When
from services.wording import time_words
from workflows.kernel.grammar import Ref
from workflows.kernel.months import last_day, month_of, months_after

CHIPS: dict[Verdict, tuple[str, str]] = {
    "certain": ("in_place", "Met, certain"),
    "met": ("in_place", "Met, not certain"),
    "not_met": ("gap", "Not yet"),
    "few": ("not_begun", "Too few to say"),
    "not_adopted": ("absent", "Not adopted"),
    "none": ("not_begun", "Nothing fell due"),
}
"""A state of the layout and its words."""
STANDS: dict[Standing, tuple[str, str]] = {
    "certain": ("in_place", "Met, certain"),
    "met": ("in_place", "Met, not certain"),
    "not_yet": ("in_work", "Not yet"),
    "missed": ("lapsed", "Missed"),
    "few": ("not_begun", "Too few to say"),
}
OFFERS = (
    ("retarget", "Aim for something else", False),
    ("retire", "Say what came of it", False),
    ("hand_on", "Hand it on", False),
    ("correct", "Correct", False),
)


class Told(Struct, frozen=True, kw_only=True):
    """A goal as the page shows it; `of` the unit that agreed on it, where that is one this one goes on from; `before`: the
    targets it had, with the reason each was left."""

    key: str
    title: str
    why: str
    target: str
    horizon: str
    start: str
    chip: tuple[str, str]
    whose: str
    of: str
    before: tuple[tuple[str, str], ...]
    said: str
    rows: tuple[tuple[str, ...], ...]
    actions: tuple[Action, ...]


class Ready(Struct, frozen=True):
    """A goal to take as it is."""

    horizon: str
    title: str
    why: str
    href: str


def refs(one: Aimed) -> Iterator[Ref | None]:
    known = one.goal.row.goal
    yield from (known.why, known.said, *(each.why for each in known.targets))


def goal(visit: Visit, one: Aimed, words: Words, looking: When, slug: str | None) -> Told:
    row, known = one.goal.row, one.goal.row.goal
    over = row.state != "active"
    return Told(
        key=one.goal.stream,
        title=scorecard().figures[known.figure].title,
        why=words.of(known.why),
        target=f"{known.target.percent} % by {time_words.short(known.target.due, looking.day)}",
        horizon=choice(known.horizon, "horizon"),
        start="" if known.baseline is None else f"began at {known.baseline} %",
        chip=("withdrawn" if row.state == "given_up" else "confirmed", choice(row.state, "came"))
        if over
        else STANDS[one.standing],
        whose=f"{visit.names.of(known.owner)} sees to it",
        of="" if known.unit == slug else visit.names.unit(known.unit),
        before=tuple(
            (f"{was.percent} % by {time_words.short(was.due, looking.day)}", words.of(after.why))
            for was, after in zip(known.targets, known.targets[1:], strict=False)
        ),
        said=words.of(known.said),
        rows=rows(one.course),
        actions=() if over or looking.past else _actions(visit, one),
    )


def _actions(visit: Visit, one: Aimed) -> tuple[Action, ...]:
    unit = one.goal.row.goal.unit
    return tuple(
        Action(label, f"/do/goal/{verb}?to={one.goal.stream}&next={back(unit)}", first)
        for verb, label, first in OFFERS
        if visit.may(f"goal.{verb}", unit, one.goal.stream)
    )


def back(slug: str | None) -> str:
    return f"/scorecard?unit={slug}" if slug else "/scorecard"


def ready(slug: str | None, looking: When, taken: Collection[FigureKey]) -> list[Ready]:
    """Those whose figure has no goal here yet."""
    unit = f"unit={slug}&" if slug else ""
    found = []
    for one in scorecard().ready.values():
        due = last_day(months_after(month_of(looking.day), one.months))
        said = f"figure={one.figure}&horizon={one.horizon}&target={one.target}&due={due}"
        href = f"/do/goal/agree?{unit}{said}&next={back(slug)}"
        title = f"{scorecard().figures[one.figure].title}: {one.target} % within {one.months} months"
        if one.figure not in taken:
            found.append(Ready(choice(one.horizon, "horizon"), title, one.why, href))
    return found


def of(period: Period) -> str:
    """So: "12 of 14, between 60 and 96 %"."""
    bounds = period.bounds
    if not period.adopted or bounds is None:
        return ""
    return f"{period.part} of {period.whole}, between {bounds[0]} and {bounds[1]} %"


def nothing(course: Course) -> str:
    """Why no number stands for the last quarter; "" where one does."""
    last, said = course.periods[-1], course.verdicts[-1]
    return "" if of(last) else _chip(course, last, said)[1].lower()


def chips(course: Course) -> tuple[tuple[str, str, str], ...]:
    told = zip(course.periods, course.verdicts, strict=True)
    return tuple((period.name.replace("-", " "), *_chip(course, period, said)) for period, said in told)


def rows(course: Course) -> tuple[tuple[str, ...], ...]:
    told = zip(course.periods, course.targets, course.verdicts, strict=True)
    return tuple(_row(period, target, _chip(course, period, said)[1]) for period, target, said in told)


def _chip(course: Course, period: Period, said: Verdict) -> tuple[str, str]:
    """Few reports are told apart from none by nobody who may not read them."""
    return ("set_aside", "Not shown") if course.hidden and not period.whole else CHIPS[said]


def _row(period: Period, target: int, said: str) -> tuple[str, ...]:
    counts = period.adopted and period.percent is not None
    number = f"{period.percent} %" if counts else "–"
    return period.name.replace("-", " "), number, of(period) or "–", f"{target} %", said
