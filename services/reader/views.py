"""The questions pages, API and terminal ask: `with views.look(at, on) as look: look.board("4-west")`.

`at` is a `Position` (`position.NOW` for what is known now); `on` a moment in µs UTC, None for what is so now. The two may be
combined: as it was that day, by what was known at that position. What one look answers fits together.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from projections import lineage
from projections.accountability import ACCOUNTABILITY, Holding
from projections.answers import ANSWERS, Shelf, VoiceRow
from projections.barriers import BARRIERS, BarrierRow
from projections.briefing_book import Turn
from projections.lives import Projection, Stint
from projections.planning import Covered, covered
from projections.tracking_log import TRACKING_LOG, IssueRow
from projections.units import UNITS, UnitRow
from services.reader.answers import Board, IssuePage, Line, Owing
from services.reader.followed import Followed
from services.reader.known import Around, Wanted
from services.reader.position import NOW, Position
from services.reader.rows import Rows
from services.reader.standpoint import longest_first
from services.reader.store import ViewStore
from services.reader.walled import Walled
from workflows.kernel.moments import Day, Moment

UNFINISHED: tuple[Shelf, ...] = ("owed", "answered", "delivered")
"""Where a voice stands while somebody owes it something."""


class Views:
    """One hospital's read models."""

    def __init__(self, store: ViewStore) -> None:
        self._store = store

    @contextmanager
    def look(
        self, at: Position = NOW, on: Moment | None = None, behind: frozenset[str] = frozenset(), of: str | None = None
    ) -> Iterator["Look"]:
        """`behind` are the streams that are not there for whoever looks. `of` is the unit whose page it is: with it stand the
        units it goes on from, as far as that was known, and so, by then; not one that goes on by itself today."""
        with self._store.snapshot() as snapshot:
            shown = Walled(snapshot, behind) if behind else snapshot
            before = _before(Look(shown, at.seq, on), Look(shown, None, None), of) if of else ()
            yield Look(Followed(shown, of, before) if of and before else shown, at.seq, on, before)


class Look(Rows):
    """Whole pages at one moment, put together from the rows of several projections."""

    def board(self, unit: str) -> Board:
        """A unit's page, empty where nothing was known yet."""
        voices = self.voices(unit, UNFINISHED)
        owed: list[Stint[Holding]] = self._snapshot.known(ACCOUNTABILITY, {"unit": [unit]}, self._at, self._on)
        lines = self.lines(self.issues([unit]), voices, owed)
        units = {stint.row.slug: stint for stint in self.units()}
        return Board(
            at=self.at(),
            unit=units.get(unit),
            nothing_before=self.nothing_before(unit),
            open=tuple(line for line in lines if line.issue.row.shelf == "open"),
            done=tuple(line for line in lines if line.issue.row.shelf == "done"),
            voices=voices,
            owed=tuple(sorted(owed, key=longest_first)),
            counts=self.counts([unit])[unit],
            rounds=self.rounds(unit, ("scheduled", "held")),
            promises=self.promises(unit),
            waivers=self.waivers(unit),
            moved=self._moved(unit, lines, voices),
        )

    def _moved(self, unit: str, lines: Iterable[Line], voices: Iterable[Stint[VoiceRow]]) -> frozenset[str]:
        """Which of a past page's streams have left the unit since."""
        if self._at is None and self._on is None:
            return frozenset()
        issues = [line.issue.stream for line in lines]
        here: list[Stint[Any]] = [
            *self._snapshot.of_streams(TRACKING_LOG, issues, None, None),
            *self._snapshot.of_streams(ANSWERS, [stint.stream for stint in voices], None, None),
        ]
        now: list[Stint[UnitRow]] = self._snapshot.known(UNITS, {"shelf": ["unit", "hospital"]}, None, None)
        ours = (unit, *lineage.before([stint.row for stint in now], unit))
        return frozenset(stint.stream for stint in here if stint.row.unit not in ours)

    def nothing_before(self, unit: str) -> Moment | None:
        """When the unit's first fact was recorded, if that was after the position looked from: a page that shows nothing
        must say why."""
        known: list[Stint[UnitRow]] = self._snapshot.known(UNITS, {"shelf": ["unit", "hospital"]}, None, None)
        first = next((stint.row for stint in known if stint.row.slug == unit), None)
        return first.recorded if first is not None and self._at is not None and self._at < first.number else None

    def lines(
        self,
        issues: Collection[Stint[IssueRow]],
        voices: Iterable[Stint[VoiceRow]] = (),
        owed: Iterable[Stint[Holding]] = (),
    ) -> tuple[Line, ...]:
        """Each issue with its unsettled barriers, its voices and everything owed for them; `voices` and `owed` are those at
        hand already, all there are of each stream they speak of."""
        barriers = {stint.stream: stint for stint in self._barriers_of(issues) if stint.row.shelf == "open"}
        said = {stint.stream: stint for stint in voices}
        said |= {stint.stream: stint for stint in self._voices_of(issues, said)}
        balls: dict[str, list[Stint[Holding]]] = defaultdict(list)
        for stint in owed:
            balls[stint.stream].append(stint)
        missing = {*(stint.stream for stint in issues), *barriers, *said} - balls.keys()
        for stint in self._snapshot.of_streams(ACCOUNTABILITY, missing, self._at, self._on):
            balls[stint.stream].append(stint)
        return tuple(_line(issue, barriers, said, balls) for issue in issues)

    def issue(self, stream: str) -> IssuePage | None:
        """One issue with all that hangs on it; None where it was not known yet, or did not exist that day."""
        found: list[Stint[IssueRow]] = self._snapshot.of_streams(TRACKING_LOG, [stream], self._at, self._on)
        if not found:
            return None
        barriers, voices = self._barriers_of(found), self._voices_of(found)
        related = [stream, *(s.stream for s in barriers), *(s.stream for s in voices)]
        return IssuePage(
            at=self.at(),
            issue=found[0],
            history=self._until(self._snapshot.history(TRACKING_LOG, [stream], self._at)),
            barriers=tuple(barriers),
            voices=tuple(voices),
            held=self.held(related),
            alike=tuple(self._alike(found[0], barriers)),
        )

    def desk(self, holders: Collection[str]) -> tuple[Owing, ...]:
        """What these holders owe (a person, and the roles it has): what is due first stands first."""
        found: list[Stint[Holding]] = self._snapshot.known(ACCOUNTABILITY, {"holder": holders}, self._at, self._on)
        return self._about(found)

    def due(self, before: Day, unit: str | None = None) -> tuple[Owing, ...]:
        """What falls due before that day, in one unit or (None) everywhere."""
        units = [stint.row.slug for stint in self.units()] if unit is None else [unit]
        found: list[Stint[Holding]] = self._snapshot.known(ACCOUNTABILITY, {"unit": units}, self._at, self._on)
        return self._about(stint for stint in found if stint.row.due is not None and stint.row.due < before)

    def turned(self, projection: Projection, wanted: Wanted, since: int) -> list[Turn[Any]]:
        """Rows that are so now and were not known to be so at position `since`, each with what was known of it then."""
        now = self._snapshot.changed(projection, wanted, since, self._at)
        before = self._snapshot.of_streams(projection, [stint.stream for stint in now], since, None)
        then = {stint.stream: stint.row for stint in before}
        return [Turn(then.get(stint.stream), stint) for stint in now]

    def told(self, projection: Projection, streams: Collection[str]) -> list[Stint[Any]]:
        """All rows of these streams, those that have ended too, as they began."""
        return self._snapshot.history(projection, streams, self._at)

    def planned(self, units: Collection[str]) -> Covered:
        """How many open issues of these units have a plan, and whose."""
        wanted = {"unit": units, "shelf": ["open"]}
        return covered({one: count for (one,), count in self.tallied(TRACKING_LOG, wanted, ("planned",)).items()})

    def open_on(self, unit: str, moment: Moment) -> frozenset[str]:
        """The issues that were open in a unit at a moment, by what is known."""
        wanted = {"unit": [unit], "shelf": ["open"]}
        return frozenset(stint.stream for stint in self._snapshot.known(TRACKING_LOG, wanted, self._at, moment))

    def count(self, projection: Projection, wanted: Wanted) -> int:
        return sum(self._snapshot.counted(projection, wanted, self._at, self._on).values())

    def rows(self, projection: Projection, wanted: Wanted) -> list[Stint[Any]]:
        """The rows of any projection that are asked for by a group of its filters."""
        return self._snapshot.known(projection, wanted, self._at, self._on)

    def nearest(self, projection: Projection, wanted: Wanted, than: Moment, *, back: bool) -> Moment | None:
        """When the first of these rows began that did after a moment, or the last one before it, of all that is known."""
        return self._snapshot.nearest(projection, wanted, self._at, than, back=back)

    def begun(self, projection: Projection, wanted: Wanted, around: Around) -> set[int]:
        """The facts by which any of these rows began in that time, of all that is known."""
        return self._snapshot.begun(projection, wanted, self._at, around)

    def tallied(self, projection: Projection, wanted: Wanted, by: Sequence[str]) -> Mapping[tuple[str, ...], int]:
        """How many rows there are by the columns `by`: read from an index alone where all are of one group of the projection's
        filters."""
        return self._snapshot.counted(projection, wanted, self._at, self._on, by)

    def some_barriers(self, streams: Collection[str]) -> list[Stint[BarrierRow]]:
        return self._snapshot.of_streams(BARRIERS, streams, self._at, self._on)

    def _about(self, held: Iterable[Stint[Holding]]) -> tuple[Owing, ...]:
        held = sorted(held, key=lambda stint: (stint.row.due or "9999", *longest_first(stint)))
        about = self.about({stint.stream for stint in held})
        return tuple(Owing(stint, about.get(stint.stream)) for stint in held)

    def _barriers_of(self, issues: Iterable[Stint[IssueRow]]) -> list[Stint[BarrierRow]]:
        streams = {barrier for issue in issues for barrier in issue.row.matter.barriers}
        return sorted(self._snapshot.of_streams(BARRIERS, streams, self._at, self._on), key=longest_first)

    def _voices_of(self, issues: Iterable[Stint[IssueRow]], at_hand: Collection[str] = ()) -> list[Stint[VoiceRow]]:
        streams = {voice for issue in issues for voice in issue.row.matter.voices}.difference(at_hand)
        return sorted(self._snapshot.of_streams(ANSWERS, streams, self._at, self._on), key=longest_first)

    def _alike(self, issue: Stint[IssueRow], barriers: Iterable[Stint[BarrierRow]]) -> list[Stint[IssueRow]]:
        waiting = {other for barrier in barriers for other in barrier.row.obstacle.issues}
        streams = ({*issue.row.matter.alike} | waiting) - {issue.stream}
        return sorted(self._snapshot.of_streams(TRACKING_LOG, streams, self._at, self._on), key=longest_first)


def _before(then: Look, now: Look, unit: str) -> tuple[str, ...]:
    known = lineage.before(then.places(), unit)
    if then.is_now or not known:
        return known
    still = lineage.before(now.places(), unit)
    return tuple(one for one in known if one in still)


def _line(
    issue: Stint[IssueRow],
    barriers: Mapping[str, Stint[BarrierRow]],
    voices: Mapping[str, Stint[VoiceRow]],
    owed: Mapping[str, list[Stint[Holding]]],
) -> Line:
    matter = issue.row.matter
    streams = (issue.stream, *matter.barriers, *matter.voices)
    return Line(
        issue=issue,
        barriers=tuple(barriers[stream] for stream in matter.barriers if stream in barriers),
        owed=tuple(stint for stream in streams for stint in owed.get(stream, ())),
        voices=tuple(voices[stream] for stream in matter.voices if stream in voices),
    )
