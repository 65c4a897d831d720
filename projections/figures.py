"""What the figures say, reckoned from counts of one moment; each says of how many it speaks, and nothing is ranked."""

from collections.abc import Iterable, Mapping
from typing import get_args

from msgspec import Struct

from projections.answers import Shelf
from projections.durations import GIVEN_UP, Aim
from projections.keeping import Kept
from projections.planning import Covered
from projections.share import Share
from projections.survival import Span, Survival, survival
from workflows.kernel.moments import Day
from workflows.kernel.months import Month, days_of
from workflows.kernel.words import Who

AIMS: tuple[Aim, ...] = get_args(Aim)
BROUGHT: tuple[Shelf, ...] = ("delivered", "heard", "disagreed", "no_reply")
"""An answer reached the voice, whatever it said to it."""
DECIDED: tuple[Shelf, ...] = ("answered", *BROUGHT, "cannot_be_reached")
"""There is, or was, an answer to bring."""


LEAST = 10
"""Of fewer voices it is not said whose they are: whoever is one of few could be known."""


class Figures(Struct, frozen=True, kw_only=True):
    """Of some units over a time. `waits`: how long things took that began in it; `heard` as everything stands at its end;
    `brought`: answers that reached who spoke, of those there are; `solutions` by month; `who` spoke; `easy` as `solved`
    says."""

    waits: Mapping[Aim, Survival]
    heard: Mapping[Shelf, int]
    brought: Share
    solutions: Mapping[Month, Share]
    who: Mapping[Who, int]
    kept: Kept
    planned: Covered
    easy: Share

    @property
    def solution(self) -> Share:
        """Over all months."""
        each = self.solutions.values()
        return Share(sum(one.part for one in each), sum(one.whole for one in each))

    @property
    def in_time(self) -> Share:
        """Promises kept by their first day, of those whose day has come."""
        return Share(self.kept.in_time, self.kept.fallen_due)

    @property
    def of_both(self) -> Share:
        """Open issues whose plan is one of both sides."""
        return Share(self.planned.of_both, self.planned.issues)

    @property
    def public(self) -> Share:
        """Voices of patients, families and visitors, of all that say whose they are."""
        named = sum(count for who, count in self.who.items() if who != "no_answer")
        return Share(sum(self.who.get(who, 0) for who in ("patient", "family", "visitor")), named)


def waits(counts: Mapping[tuple[Aim, str, str], int], day: Day) -> Mapping[Aim, Survival]:
    """From counts by aim, `since` and what it `took` (as rows of `durations` say), as they are on that day."""
    spans: dict[Aim, list[Span]] = {aim: [] for aim in AIMS}
    for (aim, since, took), count in counts.items():
        spans[aim].append(_span(since, took, day, count))
    return {aim: survival(found) for aim, found in spans.items()}


def _span(since: str, took: str, day: Day, count: int) -> Span:
    if not took:
        return Span(max(0, days_of(since, day) - 1), over=False, count=count)
    return Span(int(took.removeprefix(GIVEN_UP)), not took.startswith(GIVEN_UP), count)


def brought(heard: Mapping[Shelf, int]) -> Share:
    """Of voices that have an answer; those that were withdrawn are in no figure."""
    return Share(sum(heard[one] for one in BROUGHT), sum(heard[one] for one in DECIDED))


def solutions(counts: Mapping[tuple[Month, Who, str], int], months: Iterable[Month]) -> Mapping[Month, Share]:
    """Of the voices of each month, those that came with a solution; as counts of rows of `voiced`."""
    found = {month: [0, 0] for month in months}
    for (month, _, solution), count in counts.items():
        found[month][0] += count if solution == "offered" else 0
        found[month][1] += count
    return {month: Share(*pair) for month, pair in found.items()}


def speakers(counts: Mapping[tuple[Month, Who, str], int]) -> Mapping[Who, int]:
    found: dict[Who, int] = dict.fromkeys(get_args(Who), 0)
    for (_, who, _), count in counts.items():
        found[who] += count
    return found
