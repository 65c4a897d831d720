"""What the figures say, reckoned from counts of one moment; each says of how many it speaks, and nothing is ranked."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import get_args

from msgspec import Struct

from projections.answers import ENDED, Shelf
from projections.climbed import Climbed
from projections.durations import GIVEN_UP, Aim
from projections.keeping import Kept
from projections.planning import Covered
from projections.promises import PromiseRow
from projections.share import Share
from projections.survival import Span, Survival, survival
from projections.voiced import Solution
from projections.worked import Work
from workflows.kernel.moments import Day
from workflows.kernel.months import Month, days_of
from workflows.kernel.words import Who

AIMS: tuple[Aim, ...] = get_args(Aim)
BROUGHT: tuple[Shelf, ...] = ("delivered", "heard", "disagreed", "no_reply")
"""An answer reached the voice, whatever it said to it."""
DECIDED: tuple[Shelf, ...] = ("answered", *BROUGHT, "cannot_be_reached")
"""There is, or was, an answer to bring."""


Voices = Mapping[tuple[Month, Who, Solution, Shelf], int]
"""Counts of rows of `voiced`, by month, who, solution and state."""
LEAST = 10
"""Of fewer voices it is not said whose they are: whoever is one of few could be known."""


class ByKind(Struct, frozen=True):
    """Of the voices of these kinds of speakers, those an answer reached, of those there is one for."""

    kinds: tuple[Who, ...]
    reached: Share


class Figures(Struct, frozen=True, kw_only=True):
    """Of some units over a time. `waits`: how long things took that began in it; `heard` as everything stands at its end;
    `brought`: answers that reached who spoke, of those there are; `solutions` by month; `who` spoke, and who of them
    heard back; `easy` as `solved` says; `worked` of what was listed a year and more ago; barriers `climbed` of
    those logged, and `late` of those open. `asks` are what was asked for, whatever came of it."""

    waits: Mapping[Aim, Survival]
    heard: Mapping[Shelf, int]
    brought: Share
    solutions: Mapping[Month, Share]
    who: Mapping[Who, int]
    heard_back: tuple[ByKind, ...]
    kept: Kept
    asks: tuple[PromiseRow, ...]
    planned: Covered
    easy: Share
    worked: Share
    climbed: Share
    late: Share

    @property
    def ended(self) -> Share:
        """Loops that ended heard, of those that ended."""
        return Share(self.heard.get("heard", 0), sum(self.heard.get(one, 0) for one in ENDED))

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


def solutions(voices: Voices, months: Iterable[Month]) -> Mapping[Month, Share]:
    """Of the voices of each month, those that came with a solution."""
    found = {month: [0, 0] for month in months}
    for (month, _, solution, _), count in voices.items():
        found[month][0] += count if solution == "offered" else 0
        found[month][1] += count
    return {month: Share(*pair) for month, pair in found.items()}


def speakers(voices: Voices) -> Mapping[Who, int]:
    found: dict[Who, int] = dict.fromkeys(get_args(Who), 0)
    for (_, who, *_), count in voices.items():
        found[who] += count
    return found


def heard_back(voices: Voices) -> tuple[ByKind, ...]:
    """Kinds of speakers with fewer than ten voices are told together, with the next ones if they are still fewer: none of them
    can be reckoned from the others."""
    found = {who: brought(_ended(voices, who)) for who in get_args(Who)}
    ranked = sorted((one for one in found.items() if one[1].whole), key=lambda one: -one[1].whole)
    alone = [one for one in ranked if one[1].whole >= LEAST]
    together = [one for one in ranked if one[1].whole < LEAST]
    while together and alone and sum(share.whole for _, share in together) < LEAST:
        together.insert(0, alone.pop())
    rest = ByKind(
        tuple(who for who, _ in together),
        Share(sum(share.part for _, share in together), sum(share.whole for _, share in together)),
    )
    shown = tuple(ByKind((who,), share) for who, share in alone)
    return (*shown, rest) if rest.reached.whole >= LEAST else shown


def _ended(voices: Voices, who: Who) -> Counter[Shelf]:
    found: Counter[Shelf] = Counter()
    for (_, whose, _, state), count in voices.items():
        found[state] += count if whose == who else 0
    return found


def worked(counts: Mapping[tuple[Work], int]) -> Share:
    """Of issues, those that are over or in work."""
    return Share(sum(count for (work,), count in counts.items() if work != "lying"), sum(counts.values()))


def climbed(counts: Mapping[tuple[Climbed, str], int]) -> Share:
    """Of barriers by whether they climbed and the day promised while they are open, those that climbed."""
    return Share(sum(count for (how, _), count in counts.items() if how == "climbed"), sum(counts.values()))


def late(counts: Mapping[tuple[Climbed, str], int], day: Day) -> Share:
    """Of those that are open, those whose day has passed."""
    still = [(due, count) for (_, due), count in counts.items() if due]
    return Share(sum(count for due, count in still if due < day), sum(count for _, count in still))
