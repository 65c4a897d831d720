"""Which goals of the charter are truly measured: values come in, and somebody looked what is counted and from where."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from projections.charter_goals import Measured, Recorded
from services.reader.measuring import Results
from services.web.doing.actions import Action
from services.web.doing.measuring import of_goal
from services.web.pages.results.measured import Telling
from services.web.telling.desks import headline
from workflows.kernel.grammar import Ref

RECORDED: dict[Recorded, tuple[str, str]] = {
    "recorded": ("in_place", "Values come in"),
    "late": ("lapsed", "The last value is old"),
    "empty": ("gap", "No value yet"),
    "none": ("gap", "Nothing is recorded"),
}
"""A state of the layout and words, by whether values come in."""


class Goal(Struct, frozen=True, kw_only=True):
    """A goal as the page shows it: the measure it names, whether that is recorded, whether it is verified; chips as pairs of
    state and words."""

    href: str
    title: str
    named: str
    recorded: tuple[str, str]
    verified: tuple[str, str]
    deeds: tuple[Action, ...]


def refs(goals: Iterable[Measured]) -> Iterator[Ref | None]:
    for one in goals:
        said = one.goal.row.standard.said
        yield from (said.words, said.more) if said else ()


def told(telling: Telling, found: Results) -> list[Goal]:
    titles = {one.measure.stream: telling.words.of(one.measure.row.gauge.title) for one in found.in_use}
    free = [one.measure.stream for one in found.in_use if one.measure.row.gauge.serves is None]
    return [_one(telling, goal, titles, free) for goal in found.goals]


def _one(telling: Telling, goal: Measured, titles: Mapping[str, str], free: Sequence[str]) -> Goal:
    looking, words = telling.looking, telling.words
    said = goal.goal.row.standard.said
    named = [titles[one.stream] for one in goal.measures if one.stream in titles]
    offered = [(stream, titles[stream]) for stream in free]
    return Goal(
        href=f"/standard/{goal.goal.stream}{looking.query}",
        title=headline(words.of(said.words), 90) if said else "",
        named=", ".join(named) or (words.of(said.more) if said else ""),
        recorded=RECORDED[goal.recorded],
        verified=_verified(goal),
        deeds=() if looking.past else of_goal(telling.visit, goal, offered, telling.back),
    )


def _verified(goal: Measured) -> tuple[str, str]:
    if goal.check is None:
        return "gap", "Not verified"
    return ("in_place", "Verified") if goal.is_verified else ("lapsed", "To be verified again")
