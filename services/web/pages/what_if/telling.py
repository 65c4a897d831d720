"""What came of it, and what would have: sentences first, then each barrier, each thing that was owed, each unit's rounds."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from projections.what_if import Difference, Fell
from services import clock
from services.reader import what_if as reader
from services.reader.what_if import OWING, Told, Trying, Walked
from services.web.paths import page_of
from services.web.telling.desks import headline
from services.web.telling.things import named
from services.web.visit import Visit, Words
from services.web.when import When
from services.wording import time_words
from workflows.kernel.moments import Day, Moment

BARRIERS = ("Barrier", "Unit", "Goes to", "Would have", "Did", "Earlier by")
KINDS = ("What is owed", "Would have stood overdue", "Did", "Would have climbed")
OWED = ("About", "Unit", "Owed", "Would have stood overdue on", "Did on", "Climbs to")
ROUNDS = ("Unit", "Months that ask for rounds", "Would have been missed", "Were")
SHOWN = 60
"""Lines of one table."""
CALLED = {
    "answer": "An answer",
    "deliver": "Bringing an answer",
    "reason": "A reason",
    "resolve": "Resolving an issue",
    "keep": "A promise",
}

Linked = tuple[str, str]
Line = tuple[Linked, str, str, str, str, str]


class Found:
    """All of it that the reader sees; privileged matters are no part of it."""

    def __init__(self, visit: Visit, trying: Trying) -> None:
        self._visit = visit
        house = visit.house
        behind = house.rights.shared_without(visit.actor)

        def sees(stream: str) -> bool:
            return stream not in behind and visit.sees(stream)

        rhythm = reader.rhythm(house.clerk.terms.of(None), house.clerk.terms.adopted(), self._day)
        climbed = reader.climbing(house.ledger, house.clerk.mapper, trying, rhythm, self._day)
        self.barriers: list[Told] = [one for one in climbed if sees(one.barrier)]
        streams = [one for noun in OWING for one in house.ledger.streams(noun) if sees(one)]
        with visit.look(When("now", visit.today, visit.now)) as look:
            units = [one.row.slug for one in look.units() if one.row.slug and visit.may("read.board", one.row.slug)]
            self.owed: list[Fell] = list(reader.owing(look, streams, trying, rhythm, self._day))
            self.walked: list[Walked] = list(reader.rounding(look, units, house.clerk.terms.of, trying))

    def _day(self, moment: Moment) -> Day:
        return clock.day_of(moment, self._visit.house.plate.zone)

    def said(self) -> tuple[str, ...]:
        every = [one for told in self.barriers for one in told.differences]
        would, did = _count(every, lambda one: one.supposed), _count(every, lambda one: one.real)
        earlier = sorted(days for one in every if (days := _earlier(one.supposed, one.real)) is not None and days > 0)
        sooner = sorted(
            days for one in self.owed if (days := _earlier(one.supposed, one.real)) is not None and days > 0
        )
        late, were = _count(self.owed, lambda one: one.supposed), _count(self.owed, lambda one: one.real)
        elsewhere = [(step.to, step.day) for one in self.owed for step in one.climbs]
        more = reader.mails([*_climbs(every, lambda one: one.supposed), *elsewhere]) - reader.mails(
            _climbs(every, lambda one: one.real)
        )
        return (
            f"{time_words.number_of(would, 'climb')} of barriers would have come about; {did} did.",
            f"{time_words.number_of(len(earlier), 'climb')} of those that did would have come earlier{_middle(earlier)}.",
            f"Of what else is owed, {late} would have stood overdue; {were} did, {len(sooner)} of them later{_middle(sooner)}.",
            f"Mail: {abs(more)} {'more' if more >= 0 else 'fewer'} of somebody’s daily mails would have named a climb.",
        )

    def kinds(self) -> list[tuple[str, str, str, str]]:
        would = Counter(one.duty.owes for one in self.owed if one.supposed)
        did = Counter(one.duty.owes for one in self.owed if one.real)
        climbed = Counter(one.duty.owes for one in self.owed if one.climbs)
        return [
            (words, str(would[owes]), str(did[owes]), str(climbed[owes]))  # type: ignore[index] # the kinds that are owed
            for owes, words in CALLED.items()
            if would[owes] or did[owes]  # type: ignore[index] # as above
        ]

    def climbed(self) -> list[Line]:
        with self._visit.look(When("now", self._visit.today, self._visit.now)) as look:
            about = {one.stream: one.row for one in look.some_barriers([told.barrier for told in self.barriers])}
        words = self._visit.open(row.title for row in about.values())
        return [
            (
                (_called(words, about.get(told.barrier)), f"/barrier/{told.barrier}"),
                self._visit.names.unit(getattr(about.get(told.barrier), "unit", None) or None),
                self._visit.names.of(one.to),
                time_words.short(one.supposed, "") if one.supposed else "would not",
                time_words.short(one.real, "") if one.real else "did not",
                "" if (days := _earlier(one.supposed, one.real)) is None else time_words.number_of(days, "day"),
            )
            for told in self.barriers
            for one in told.differences
        ]

    def fallen(self) -> tuple[list[Line], int]:
        """What would have been otherwise, the largest difference first; and how many more there are."""
        other = sorted(
            (one for one in self.owed if one.supposed != one.real or one.climbs),
            key=lambda one: (-(_earlier(one.supposed, one.real) or 0), one.supposed or "9999", one.duty.stream),
        )
        shown = other[:SHOWN]
        with self._visit.look(When("now", self._visit.today, self._visit.now)) as look:
            about = look.about({one.duty.stream for one in shown})
        words = self._visit.open(getattr(stint.row, "title", None) for stint in about.values())
        lines = [
            (
                (named(about.get(one.duty.stream), words) or "Something said", page_of(one.duty.stream)),
                self._visit.names.unit(one.duty.unit or None),
                CALLED[one.duty.owes],
                time_words.short(one.supposed, "") if one.supposed else "would not",
                time_words.short(one.real, "") if one.real else "did not",
                ", ".join(f"{self._visit.names.of(step.to)} {time_words.short(step.day, '')}" for step in one.climbs),
            )
            for one in shown
        ]
        return lines, len(other) - len(shown)

    def rounds(self) -> list[tuple[str, str, str, str]]:
        names = self._visit.names
        return [(names.unit(one.unit), str(one.asked), str(one.supposed), str(one.missed)) for one in self.walked]


def _climbs(found: Iterable[Difference], which: Callable[[Difference], Day | None]) -> Iterator[tuple[str, Day]]:
    """To whom, and when."""
    return ((one.to, day) for one in found if (day := which(one)) is not None)


def _count(found: Iterable[Any], which: Callable[[Any], Day | None]) -> int:
    return sum(which(one) is not None for one in found)


def _middle(days: Sequence[int]) -> str:
    return f"; the middle one of them by {time_words.number_of(days[len(days) // 2], 'day')}" if days else ""


def _earlier(supposed: Day | None, real: Day | None) -> int | None:
    """Days; None where one of the two never was."""
    return time_words.left(real, supposed) if supposed and real else None


def _called(words: Words, row: Any) -> str:
    return headline(words.of(row.title), 80) if row is not None else "A barrier"
