"""The plain questions of a look about what is measured, aimed for, asked, attested and learned."""

from collections.abc import Collection, Mapping

from projections.campaigns import CAMPAIGNS, CampaignRow
from projections.campaigns import SHELVES as CAMPAIGN_SHELVES
from projections.goals import GOALS, GoalRow
from projections.goals import SHELVES as GOAL_SHELVES
from projections.learnings import LEARNINGS, READ, LearningRow
from projections.lives import Stint
from projections.measures import MEASURES, MeasureRow
from projections.measures import SHELVES as MEASURE_SHELVES
from projections.paces import PACES, PaceRow
from projections.panels import PANELS, PanelRow
from projections.readings import READINGS, ReadingRow
from projections.self_assessments import SELF_ASSESSMENTS, AssessmentRow
from projections.self_assessments import SHELVES as ASSESSMENT_SHELVES
from projections.spreads import SPREADS, SpreadRow
from projections.standards import SHELVES as STANDARD_SHELVES
from projections.standards import STANDARDS, StandardRow
from projections.waves import SHELVES as WAVE_SHELVES
from projections.waves import WAVES, WaveRow
from services.reader.standpoint import Standpoint, longest_first


class MeasuredRows(Standpoint):
    """Rows of one projection at a time, in the order people read them."""

    def measures(
        self, units: Collection[str], shelves: Collection[str] = MEASURE_SHELVES
    ) -> tuple[Stint[MeasureRow], ...]:
        """Measures by unit ("" the hospital), the first one added first."""
        found = self._snapshot.known(MEASURES, {"unit": units, "shelf": shelves}, self._at, self._on)
        return tuple(sorted(found, key=lambda stint: (stint.row.gauge.registered, stint.stream)))

    def measures_added_later(self, units: Collection[str]) -> tuple[Stint[MeasureRow], ...]:
        """Measures that were added after the day looked at, as they are known: their values may be older than they are."""
        if self._on is None:
            return ()
        there = {one.stream for one in self.measures(units)}
        found = self._snapshot.known(MEASURES, {"unit": units, "shelf": MEASURE_SHELVES}, self._at, None)
        return tuple(one for one in found if one.stream not in there)

    def measure(self, stream: str) -> Stint[MeasureRow] | None:
        found: list[Stint[MeasureRow]] = self._snapshot.of_streams(MEASURES, [stream], self._at, self._on)
        return found[0] if found else None

    def measured_by(self, person: str) -> tuple[Stint[MeasureRow], ...]:
        """Measures in use, of every unit and the hospital, that this person sees to."""
        found = self.measures([unit.row.slug for unit in self.units()], ("active",))
        return tuple(one for one in found if one.row.gauge.owner == person)

    def readings(self, measures: Collection[str]) -> Mapping[str, list[ReadingRow]]:
        """All values of these measures as they are known, by measure: which of them a past day could have its own time says,
        and not the day it was entered."""
        found: dict[str, list[ReadingRow]] = {stream: [] for stream in measures}
        for stint in self._snapshot.of_streams(READINGS, measures, self._at, None):
            found[stint.stream].append(stint.row)
        return found

    def panels(self, units: Collection[str]) -> Mapping[str, PanelRow]:
        """How places look at their measures, by unit ("" the hospital)."""
        found = self._snapshot.known(PANELS, {"unit": units}, self._at, self._on)
        return {stint.row.unit: stint.row for stint in found}

    def goals(self, units: Collection[str]) -> tuple[Stint[GoalRow], ...]:
        """What these units ("" the hospital) want to reach, those that are over among them; the earliest day first."""
        wanted = {"unit": units, "shelf": GOAL_SHELVES}
        found: list[Stint[GoalRow]] = self._snapshot.known(GOALS, wanted, self._at, self._on)
        return tuple(sorted(found, key=lambda stint: (stint.row.goal.target.due, stint.stream)))

    def self_assessments(
        self, units: Collection[str], shelves: Collection[str] = ASSESSMENT_SHELVES
    ) -> tuple[Stint[AssessmentRow], ...]:
        """How far leaders say these units ("" the hospital) have come, the latest opened first."""
        wanted = {"unit": units, "shelf": shelves}
        found: list[Stint[AssessmentRow]] = self._snapshot.known(SELF_ASSESSMENTS, wanted, self._at, self._on)
        return tuple(sorted(found, key=lambda stint: (stint.row.setting.opened, stint.stream), reverse=True))

    def self_assessment(self, stream: str) -> Stint[AssessmentRow] | None:
        found: list[Stint[AssessmentRow]] = self._snapshot.of_streams(SELF_ASSESSMENTS, [stream], self._at, self._on)
        return found[0] if found else None

    def campaigns(self, units: Collection[str]) -> tuple[Stint[CampaignRow], ...]:
        """What these units were asked, the latest first; what several were asked together once."""
        wanted = {"unit": units, "shelf": CAMPAIGN_SHELVES}
        found: list[Stint[CampaignRow]] = self._snapshot.known(CAMPAIGNS, wanted, self._at, self._on)
        whole = {one.stream: one for one in sorted(found, key=lambda stint: stint.row.joins, reverse=True)}
        return tuple(sorted(whole.values(), key=lambda one: (one.row.campaign.opened, one.stream), reverse=True))

    def campaign(self, stream: str) -> Stint[CampaignRow] | None:
        found: list[Stint[CampaignRow]] = self._snapshot.of_streams(CAMPAIGNS, [stream], self._at, self._on)
        return next((one for one in found if not one.row.joins), None)

    def waves(self, units: Collection[str], shelves: Collection[str] = WAVE_SHELVES) -> tuple[Stint[WaveRow], ...]:
        """Waves that ask these units; with the unit "" every wave. The latest first."""
        wanted = {"unit": units, "shelf": shelves}
        found: list[Stint[WaveRow]] = self._snapshot.known(WAVES, wanted, self._at, self._on)
        return tuple(sorted(found, key=lambda stint: (stint.row.wave.opened, stint.stream), reverse=True))

    def wave(self, stream: str) -> Stint[WaveRow] | None:
        found: list[Stint[WaveRow]] = self._snapshot.of_streams(WAVES, [stream], self._at, self._on)
        return next((one for one in found if not one.row.unit), None)

    def learnings(self, units: Collection[str], shelves: Collection[str] = READ) -> tuple[Stint[LearningRow], ...]:
        """What is learned in these units ("" the hospital), the latest begun first."""
        found = self._snapshot.known(LEARNINGS, {"unit": units, "shelf": shelves}, self._at, self._on)
        return tuple(sorted(found, key=lambda stint: (stint.row.lesson.began, stint.stream), reverse=True))

    def learning(self, stream: str) -> Stint[LearningRow] | None:
        found: list[Stint[LearningRow]] = self._snapshot.of_streams(LEARNINGS, [stream], self._at, self._on)
        return found[0] if found else None

    def library(self) -> tuple[Stint[LearningRow], ...]:
        """Every lesson that stands in the library, of open units and closed ones."""
        return self.learnings([stint.row.slug for stint in self.units()], ("library",))

    def paces(self, units: Collection[str]) -> dict[str, PaceRow]:
        """By unit, those that took up learning from what goes wrong."""
        found: list[Stint[PaceRow]] = self._snapshot.known(PACES, {"unit": units}, self._at, self._on)
        return {stint.row.unit: stint.row for stint in found}

    def offered(self, about: Collection[str]) -> tuple[Stint[SpreadRow], ...]:
        """To which units these were offered, the first offer first."""
        found = self._snapshot.known(SPREADS, {"about": about}, self._at, self._on)
        return tuple(sorted(found, key=longest_first))

    def standards(
        self,
        *,
        units: Collection[str] = (),
        items: Collection[str] = (),
        shelves: Collection[str] = STANDARD_SHELVES,
    ) -> tuple[Stint[StandardRow], ...]:
        """What is attested or missing in these units ("" the hospital), or (`items`) of these items anywhere, in the order it
        was first spoken of."""
        asked = {"item": items} if items else {"unit": units}
        found = self._snapshot.known(STANDARDS, {**asked, "shelf": shelves}, self._at, self._on)
        return tuple(sorted(found, key=lambda stint: (stint.row.standard.began, stint.stream)))

    def standard(self, stream: str) -> Stint[StandardRow] | None:
        found: list[Stint[StandardRow]] = self._snapshot.of_streams(STANDARDS, [stream], self._at, self._on)
        return found[0] if found else None
