"""The plain questions of a look: rows of one projection at a time, in the order people read them."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from projections.accountability import ACCOUNTABILITY, Holding
from projections.answers import ANSWERS, SHELVES, Shelf, VoiceRow
from projections.barriers import BARRIERS, BarrierRow
from projections.catalogue import OF_NOUN
from projections.conducts import CONDUCTS, ConductRow
from projections.conducts import SHELVES as CONDUCT_SHELVES
from projections.decisions import DECISIONS, DecisionRow
from projections.decisions import SHELVES as DECISION_SHELVES
from projections.focus import FOCUS, FocusRow
from projections.grievances import GRIEVANCES, GrievanceRow
from projections.grievances import SHELVES as GRIEVANCE_SHELVES
from projections.heard_on_rounds import HEARD_ON_ROUNDS, HeardRow
from projections.lives import Row, Stint
from projections.messages import MESSAGES, MessageRow
from projections.messages import SHELVES as MESSAGE_SHELVES
from projections.notices import NOTICES, NoticeRow
from projections.notices import SHELVES as NOTICE_SHELVES
from projections.partnerships import PARTNERSHIPS, PartnershipRow
from projections.partnerships import SHELVES as PARTNERSHIP_SHELVES
from projections.presentations import PRESENTATIONS, PresentationRow
from projections.promises import PROMISES, PromiseRow
from projections.promises import SHELVES as PROMISE_SHELVES
from projections.respect import RESPECT, RespectRow
from projections.respect import SHELVES as RESPECT_SHELVES
from projections.rounds import ROUNDS, RoundsRow
from projections.rounds import SHELVES as ROUNDS_SHELVES
from projections.stories import STORIES, StoryRow
from projections.tracking_log import TRACKING_LOG, IssueRow
from projections.trail import TRAIL, TrailRow
from projections.waivers import WAIVERS, WaiverRow
from projections.waking import WAKING
from services.reader.answers import Counts
from services.reader.measured_rows import MeasuredRows
from services.reader.standpoint import longest_first
from workflows.kernel.ids import noun_of
from workflows.kernel.moments import Day, day_after, days_between, moment_of, utc_day


class Rows(MeasuredRows):
    """What is said, owed, decided and done, and by whom; beside it all that `MeasuredRows` tells."""

    def issues(self, units: Collection[str], shelves: Collection[str] = ("open", "done")) -> list[Stint[IssueRow]]:
        """Issues by unit and shelf (`open`, `done`, `closed`), by number."""
        wanted = {"unit": units, "shelf": shelves}
        found: list[Stint[IssueRow]] = self._snapshot.known(TRACKING_LOG, wanted, self._at, self._on)
        return sorted(found, key=lambda stint: stint.row.matter.number)

    def voices(self, unit: str, shelves: Collection[Shelf] = SHELVES) -> tuple[Stint[VoiceRow], ...]:
        """A unit's voices, by how long they have stood so."""
        found = self._snapshot.known(ANSWERS, {"unit": [unit], "shelf": shelves}, self._at, self._on)
        return tuple(sorted(found, key=longest_first))

    def said(self, streams: Collection[str]) -> tuple[Stint[VoiceRow], ...]:
        """What became of these voices."""
        return tuple(sorted(self._snapshot.of_streams(ANSWERS, streams, self._at, self._on), key=longest_first))

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
        return tuple(sorted(found, key=longest_first))

    def answered_for(self, person: str) -> tuple[Stint[BarrierRow], ...]:
        """Open barriers of every unit for which this person answers, whoever holds them."""
        wanted = {"unit": [unit.row.slug for unit in self.units()], "shelf": ["open"]}
        found: list[Stint[BarrierRow]] = self._snapshot.known(BARRIERS, wanted, self._at, self._on)
        return tuple(sorted((one for one in found if one.row.obstacle.answerable == person), key=longest_first))

    def barrier(self, stream: str) -> Stint[BarrierRow] | None:
        found: list[Stint[BarrierRow]] = self._snapshot.of_streams(BARRIERS, [stream], self._at, self._on)
        return found[0] if found else None

    def rounds(self, unit: str, shelves: Collection[str] = ROUNDS_SHELVES) -> tuple[Stint[RoundsRow], ...]:
        """A unit's rounds by their day."""
        found = self._snapshot.known(ROUNDS, {"unit": [unit], "shelf": shelves}, self._at, self._on)
        return tuple(sorted(found, key=lambda stint: (stint.row.visit.day, stint.stream)))

    def guided_by(self, person: str) -> tuple[Stint[RoundsRow], ...]:
        """Rounds to come, of every unit, that this person guides."""
        wanted = {"unit": [unit.row.slug for unit in self.units()], "shelf": ["scheduled"]}
        found: list[Stint[RoundsRow]] = self._snapshot.known(ROUNDS, wanted, self._at, self._on)
        return tuple(sorted((one for one in found if one.row.visit.guide == person), key=longest_first))

    def visit(self, stream: str) -> Stint[RoundsRow] | None:
        found: list[Stint[RoundsRow]] = self._snapshot.of_streams(ROUNDS, [stream], self._at, self._on)
        return found[0] if found else None

    def partnerships(
        self, units: Collection[str], shelves: Collection[str] = PARTNERSHIP_SHELVES
    ) -> tuple[Stint[PartnershipRow], ...]:
        """Of these units, by when the executive was named."""
        found = self._snapshot.known(PARTNERSHIPS, {"unit": units, "shelf": shelves}, self._at, self._on)
        return tuple(sorted(found, key=lambda stint: (stint.row.bond.nominated, stint.stream)))

    def messages(self, units: Collection[str]) -> tuple[Stint[MessageRow], ...]:
        """What those who lead told these units ("" everybody), the latest first."""
        wanted = {"unit": units, "shelf": MESSAGE_SHELVES}
        found: list[Stint[MessageRow]] = self._snapshot.known(MESSAGES, wanted, self._at, self._on)
        return tuple(sorted(found, key=lambda stint: (stint.row.note.sent, stint.stream), reverse=True))

    def quarters(self, units: Collection[str]) -> tuple[Stint[FocusRow], ...]:
        """What these units ("" the hospital) promised themselves, the latest quarter first."""
        found: list[Stint[FocusRow]] = self._snapshot.known(FOCUS, {"unit": units}, self._at, self._on)
        return tuple(sorted(found, key=lambda stint: (stint.row.focus.quarter, stint.row.unit), reverse=True))

    def stories(self) -> tuple[Stint[StoryRow], ...]:
        """What changed because somebody spoke, in every unit, the latest first; not what was taken back."""
        found: list[Stint[StoryRow]] = self._snapshot.known(STORIES, {"shelf": ["published"]}, self._at, self._on)
        return tuple(sorted(found, key=longest_first, reverse=True))

    def presentations(self) -> tuple[Stint[PresentationRow], ...]:
        """The meetings of the board, the latest first; not what was put on record by mistake."""
        wanted = {"shelf": ["recorded"]}
        found: list[Stint[PresentationRow]] = self._snapshot.known(PRESENTATIONS, wanted, self._at, self._on)
        return tuple(sorted(found, key=lambda stint: (stint.row.meeting.day, stint.stream), reverse=True))

    def notices(self) -> tuple[Stint[NoticeRow], ...]:
        """Of serious events, the latest known first."""
        found: list[Stint[NoticeRow]] = self._snapshot.known(NOTICES, {"shelf": NOTICE_SHELVES}, self._at, self._on)
        return tuple(sorted(found, key=lambda stint: (stint.row.notice.known, stint.stream), reverse=True))

    def heard_on(self, rounds: str) -> tuple[Stint[HeardRow], ...]:
        """What belongs to these rounds, as it came up."""
        found = self._snapshot.known(HEARD_ON_ROUNDS, {"rounds": [rounds]}, self._at, self._on)
        return tuple(sorted(found, key=longest_first))

    def heard_in(self, unit: str) -> tuple[Stint[HeardRow], ...]:
        """What belongs to any rounds of a unit, as it came up."""
        found = self._snapshot.known(HEARD_ON_ROUNDS, {"unit": [unit]}, self._at, self._on)
        return tuple(sorted(found, key=longest_first))

    def promises(self, unit: str, shelves: Collection[str] = ("owed",)) -> tuple[Stint[PromiseRow], ...]:
        found = self._snapshot.known(PROMISES, {"unit": [unit], "shelf": shelves}, self._at, self._on)
        return tuple(sorted(found, key=longest_first))

    def ledger(self, units: Collection[str]) -> tuple[Stint[PromiseRow], ...]:
        """Every promise of these units ("" the hospital) wherever it stands, the latest made first; without talks, which two
        alone know of."""
        wanted = {"unit": units, "shelf": PROMISE_SHELVES}
        found: list[Stint[PromiseRow]] = self._snapshot.known(PROMISES, wanted, self._at, self._on)
        in_the_open = (stint for stint in found if stint.row.pledge.between is None)
        return tuple(sorted(in_the_open, key=lambda stint: (stint.row.pledge.began, stint.stream), reverse=True))

    def talks(self) -> tuple[Stint[PromiseRow], ...]:
        """What was asked of those who lead, each for the two alone who know of it; the latest first."""
        wanted = {"unit": [""], "shelf": PROMISE_SHELVES}
        found: list[Stint[PromiseRow]] = self._snapshot.known(PROMISES, wanted, self._at, self._on)
        between = (stint for stint in found if stint.row.pledge.between is not None)
        return tuple(sorted(between, key=lambda stint: (stint.row.pledge.began, stint.stream), reverse=True))

    def promise(self, stream: str) -> Stint[PromiseRow] | None:
        found: list[Stint[PromiseRow]] = self._snapshot.of_streams(PROMISES, [stream], self._at, self._on)
        return found[0] if found else None

    def waivers(self, unit: str, shelves: Collection[str] = ("in_force",)) -> tuple[Stint[WaiverRow], ...]:
        found = self._snapshot.known(WAIVERS, {"unit": [unit], "shelf": shelves}, self._at, self._on)
        return tuple(sorted(found, key=longest_first))

    def grievances(
        self, units: Collection[str], shelves: Collection[str] = GRIEVANCE_SHELVES
    ) -> tuple[Stint[GrievanceRow], ...]:
        """Grievances by unit ("" for those about none), the one with the fewest days left first."""
        found = self._snapshot.known(GRIEVANCES, {"unit": units, "shelf": shelves}, self._at, self._on)
        return tuple(sorted(found, key=lambda stint: (stint.row.complaint.due, stint.stream)))

    def grievance(self, stream: str) -> Stint[GrievanceRow] | None:
        found: list[Stint[GrievanceRow]] = self._snapshot.of_streams(GRIEVANCES, [stream], self._at, self._on)
        return found[0] if found else None

    def decisions(
        self, units: Collection[str], shelves: Collection[str] = DECISION_SHELVES
    ) -> tuple[Stint[DecisionRow], ...]:
        """Decisions by unit ("" the hospital), the latest first."""
        found = self._snapshot.known(DECISIONS, {"unit": units, "shelf": shelves}, self._at, self._on)
        return tuple(sorted(found, key=lambda stint: (stint.row.proposal.proposed, stint.stream), reverse=True))

    def decision(self, stream: str) -> Stint[DecisionRow] | None:
        found: list[Stint[DecisionRow]] = self._snapshot.of_streams(DECISIONS, [stream], self._at, self._on)
        return found[0] if found else None

    def trail(self, *, hows: Collection[str] = (), about: Collection[str] = ()) -> tuple[Stint[TrailRow], ...]:
        """Who looked at what, or what left (`hows`), or all of it about these records; the latest first."""
        wanted = {"about": about} if about else {"how": hows}
        found: list[Stint[TrailRow]] = self._snapshot.known(TRAIL, wanted, self._at, self._on)
        return tuple(sorted(found, key=longest_first, reverse=True))

    def held(self, streams: Collection[str]) -> tuple[Stint[Holding], ...]:
        """Who held which ball of these streams, from the beginning, up to the day looked at."""
        return self._until(self._snapshot.history(ACCOUNTABILITY, streams, self._at))

    def awake(self, day: Day) -> list[str]:
        """Every stream in which the clock may have something to do by `day`, what was to be done soonest first: after an
        outage, too, things come one after the other as their days passed."""
        places = self.units()
        first = min((utc_day(place.began) for place in places), default=day)
        days = [day_after(first, n - 1) for n in range(days_between(moment_of(first), moment_of(day)) + 2)]
        asleep_until = self._snapshot.known(WAKING, {"day": days}, self._at, self._on)
        found = sorted([*asleep_until, *self.incidents(("open",)), *self.conducts(("open",))], key=_soonest)
        return list(dict.fromkeys(stint.stream for stint in found))

    def incidents(self, shelves: Collection[str] = RESPECT_SHELVES) -> tuple[Stint[RespectRow], ...]:
        """Respect incidents, for the readers of their compartment: what has stood so the longest first."""
        found = self._snapshot.known(RESPECT, {"shelf": shelves}, self._at, self._on)
        return tuple(sorted(found, key=longest_first))

    def conducts(self, shelves: Collection[str] = CONDUCT_SHELVES) -> tuple[Stint[ConductRow], ...]:
        """Conduct that is looked at, for the readers of its compartment: what has stood so the longest first."""
        found = self._snapshot.known(CONDUCTS, {"shelf": shelves}, self._at, self._on)
        return tuple(sorted(found, key=longest_first))

    def reported(self, streams: Collection[str]) -> tuple[Stint[RespectRow], ...]:
        """What became of these incidents."""
        return tuple(sorted(self._snapshot.of_streams(RESPECT, streams, self._at, self._on), key=longest_first))

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


def _soonest(stint: Stint[Any]) -> tuple[Day, int]:
    """The day on which something is to be done; of what is restricted, since when it stands so."""
    return getattr(stint.row, "day", None) or utc_day(stint.began), stint.begun_by
