"""The questions pages, API and terminal ask: `with views.look(at, on) as look: look.board("4-west")`.

`at` is a `Position` (`position.NOW` for what is known now); `on` a moment in µs UTC, None for what is so now. The two may be
combined: as it was that day, by what was known at that position. What one look answers fits together.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from projections.accountability import ACCOUNTABILITY, Holding
from projections.answers import ANSWERS, SHELVES, Shelf, VoiceRow
from projections.barriers import BARRIERS, BarrierRow
from projections.catalogue import OF_NOUN
from projections.lives import R, Row, Stint
from projections.promises import PROMISES, PromiseRow
from projections.rounds import ROUNDS, RoundsRow
from projections.rounds import SHELVES as ROUNDS_SHELVES
from projections.tracking_log import TRACKING_LOG, IssueRow
from projections.units import UNITS, UnitRow
from projections.waivers import WAIVERS, WaiverRow
from services.reader.answers import Board, Counts, IssuePage, Line, Owing
from services.reader.position import NOW, Position
from services.reader.store import Snapshot, ViewStore
from workflows.kernel.ids import noun_of
from workflows.kernel.moments import Day, Moment

UNFINISHED: tuple[Shelf, ...] = ("owed", "answered", "delivered")
"""Where a voice stands while somebody owes it something."""


class Views:
    """One hospital's read models."""

    def __init__(self, store: ViewStore) -> None:
        self._store = store

    @contextmanager
    def look(self, at: Position = NOW, on: Moment | None = None) -> Iterator["Look"]:
        with self._store.snapshot() as snapshot:
            yield Look(snapshot, at.seq, on)

    def at(self) -> int:
        """The position up to which the views have come."""
        return self._store.at


class Look:
    """The hospital at one moment. Units are slugs, "" is the hospital; streams are ids; days are ISO dates."""

    def __init__(self, snapshot: Snapshot, at: int | None, on: Moment | None) -> None:
        self._snapshot = snapshot
        self._at = at
        self._on = on

    def at(self) -> int:
        """The position looked from: the one asked for, else how far the views have come."""
        come = self._snapshot.bookmark()
        return come if self._at is None else min(self._at, come)

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
            owed=tuple(sorted(owed, key=_since)),
            counts=self.counts([unit])[unit],
            rounds=self.rounds(unit, ("scheduled", "held")),
            promises=self.promises(unit),
            waivers=self.waivers(unit),
        )

    def nothing_before(self, unit: str) -> Moment | None:
        """When the unit's first fact was recorded, if that was after the position looked from: a page that shows nothing
        must say why."""
        known: list[Stint[UnitRow]] = self._snapshot.known(UNITS, {"shelf": ["unit", "hospital"]}, None, None)
        first = next((stint.row for stint in known if stint.row.slug == unit), None)
        return first.recorded if first is not None and self._at is not None and self._at < first.number else None

    def issues(self, units: Collection[str], shelves: Collection[str] = ("open", "done")) -> list[Stint[IssueRow]]:
        """Issues by unit and shelf (`open`, `done`, `closed`), by number."""
        wanted = {"unit": units, "shelf": shelves}
        found: list[Stint[IssueRow]] = self._snapshot.known(TRACKING_LOG, wanted, self._at, self._on)
        return sorted(found, key=lambda stint: stint.row.matter.number)

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

    def held(self, streams: Collection[str]) -> tuple[Stint[Holding], ...]:
        """Who held which ball of these streams, from the beginning, up to the day looked at."""
        return self._until(self._snapshot.history(ACCOUNTABILITY, streams, self._at))

    def desk(self, holders: Collection[str]) -> tuple[Owing, ...]:
        """What these holders owe (a person, and the roles it has): what is due first stands first."""
        found: list[Stint[Holding]] = self._snapshot.known(ACCOUNTABILITY, {"holder": holders}, self._at, self._on)
        return self._about(found)

    def due(self, before: Day, unit: str | None = None) -> tuple[Owing, ...]:
        """What falls due before that day, in one unit or (None) everywhere."""
        units = [stint.row.slug for stint in self.units()] if unit is None else [unit]
        found: list[Stint[Holding]] = self._snapshot.known(ACCOUNTABILITY, {"unit": units}, self._at, self._on)
        return self._about(stint for stint in found if stint.row.due is not None and stint.row.due < before)

    def voices(self, unit: str, shelves: Collection[Shelf] = SHELVES) -> tuple[Stint[VoiceRow], ...]:
        """A unit's voices, by how long they have stood so."""
        found = self._snapshot.known(ANSWERS, {"unit": [unit], "shelf": shelves}, self._at, self._on)
        return tuple(sorted(found, key=_since))

    def said(self, streams: Collection[str]) -> tuple[Stint[VoiceRow], ...]:
        """What became of these voices."""
        return tuple(sorted(self._snapshot.of_streams(ANSWERS, streams, self._at, self._on), key=_since))

    def counts(self, units: Collection[str]) -> Mapping[str, Counts]:
        """How many voices stand where, per unit."""
        counts: dict[str, dict[Shelf, int]] = {unit: dict.fromkeys(SHELVES, 0) for unit in units}
        wanted = {"unit": units, "shelf": SHELVES}
        for (unit, shelf), count in self._snapshot.counted(ANSWERS, wanted, self._at, self._on).items():
            counts[unit][shelf] = count  # type: ignore[index] # the column holds shelves alone
        return counts

    def barriers(
        self, *, unit: str | None = None, holder: str | None = None, shelves: Collection[str] = ("open",)
    ) -> tuple[Stint[BarrierRow], ...]:
        """Barriers whose home is a unit ("" the hospital), or that a holder has."""
        asked = {"unit": [unit]} if holder is None else {"holder": [holder]}
        found = self._snapshot.known(BARRIERS, {**asked, "shelf": shelves}, self._at, self._on)  # type: ignore[dict-item] # one of the two is given
        return tuple(sorted(found, key=_since))

    def barrier(self, stream: str) -> Stint[BarrierRow] | None:
        found: list[Stint[BarrierRow]] = self._snapshot.of_streams(BARRIERS, [stream], self._at, self._on)
        return found[0] if found else None

    def rounds(self, unit: str, shelves: Collection[str] = ROUNDS_SHELVES) -> tuple[Stint[RoundsRow], ...]:
        """A unit's rounds by their day."""
        found = self._snapshot.known(ROUNDS, {"unit": [unit], "shelf": shelves}, self._at, self._on)
        return tuple(sorted(found, key=lambda stint: (stint.row.visit.day, stint.stream)))

    def visit(self, stream: str) -> Stint[RoundsRow] | None:
        found: list[Stint[RoundsRow]] = self._snapshot.of_streams(ROUNDS, [stream], self._at, self._on)
        return found[0] if found else None

    def promises(self, unit: str, shelves: Collection[str] = ("owed",)) -> tuple[Stint[PromiseRow], ...]:
        found = self._snapshot.known(PROMISES, {"unit": [unit], "shelf": shelves}, self._at, self._on)
        return tuple(sorted(found, key=_since))

    def waivers(self, unit: str, shelves: Collection[str] = ("in_force",)) -> tuple[Stint[WaiverRow], ...]:
        found = self._snapshot.known(WAIVERS, {"unit": [unit], "shelf": shelves}, self._at, self._on)
        return tuple(sorted(found, key=_since))

    def units(self) -> tuple[Stint[UnitRow], ...]:
        """All units in the order they were opened, and the hospital itself (slug "")."""
        wanted = {"shelf": ["unit", "hospital"]}
        found: list[Stint[UnitRow]] = self._snapshot.known(UNITS, wanted, self._at, self._on)
        return tuple(sorted(found, key=lambda stint: stint.row.number))

    def about(self, streams: Collection[str]) -> dict[str, Stint[Row]]:
        """The row that says what each stream is, by stream."""
        by_noun: dict[str, list[str]] = defaultdict(list)
        for stream in streams:
            by_noun[noun_of(stream)].append(stream)
        found: dict[str, Stint[Row]] = {}
        for noun, some in by_noun.items():
            if noun in OF_NOUN:
                rows = self._snapshot.of_streams(OF_NOUN[noun], some, self._at, self._on)
                found |= {stint.stream: stint for stint in rows}
        return found

    def _about(self, held: Iterable[Stint[Holding]]) -> tuple[Owing, ...]:
        held = sorted(held, key=lambda stint: (stint.row.due or "9999", *_since(stint)))
        about = self.about({stint.stream for stint in held})
        return tuple(Owing(stint, about.get(stint.stream)) for stint in held)

    def _barriers_of(self, issues: Iterable[Stint[IssueRow]]) -> list[Stint[BarrierRow]]:
        streams = {barrier for issue in issues for barrier in issue.row.matter.barriers}
        return sorted(self._snapshot.of_streams(BARRIERS, streams, self._at, self._on), key=_since)

    def _voices_of(self, issues: Iterable[Stint[IssueRow]], at_hand: Collection[str] = ()) -> list[Stint[VoiceRow]]:
        streams = {voice for issue in issues for voice in issue.row.matter.voices}.difference(at_hand)
        return sorted(self._snapshot.of_streams(ANSWERS, streams, self._at, self._on), key=_since)

    def _alike(self, issue: Stint[IssueRow], barriers: Iterable[Stint[BarrierRow]]) -> list[Stint[IssueRow]]:
        waiting = {other for barrier in barriers for other in barrier.row.obstacle.issues}
        streams = ({*issue.row.matter.alike} | waiting) - {issue.stream}
        return sorted(self._snapshot.of_streams(TRACKING_LOG, streams, self._at, self._on), key=_since)

    def _until(self, stints: Iterable[Stint[R]]) -> tuple[Stint[R], ...]:
        """Those that had begun by the moment looked at."""
        return tuple(stint for stint in stints if self._on is None or stint.began <= self._on)


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


def _since(stint: Stint[Any]) -> tuple[Moment, str]:
    """The longest first; rows of every projection here have `since`."""
    return stint.row.since, stint.stream
