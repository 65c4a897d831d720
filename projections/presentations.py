"""How much of its time does the board give to safety, and does it hear of it every quarter? One row for each meeting."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from projections.lives import Projection, Row, Scene
from projections.share import Share
from workflows.kernel.moments import Day, Moment
from workflows.kernel.months import Quarter, quarter_before, quarter_of
from workflows.presentation import Meeting

AIM = 20
"""Percent of the time of the board that goes to safety and quality, at least."""
QUARTERS = 4
"""So many, the one of today included, are looked at for the cadence."""


class PresentationRow(Row, frozen=True, kw_only=True):
    meeting: Meeting

    @property
    def since(self) -> Moment:
        return self.meeting.since

    @property
    def shelf(self) -> str:
        """Those put on record by mistake stand apart."""
        return "withdrawn" if self.meeting.why else "recorded"


def fold(_: Mapping[str, object], scene: Scene) -> Mapping[str, Row]:
    return {"": PresentationRow(meeting=scene.state)} if isinstance(scene.state, Meeting) else {}


class Exposure(Struct, frozen=True):
    """Minutes on safety of all minutes; quarters with a meeting of those looked at; meetings that heard of a harm, of all."""

    minutes: Share
    quarters: Share
    harm: Share


def exposure(rows: Iterable[PresentationRow], today: Day) -> Exposure:
    """Over the quarters looked at."""
    looked_at = _quarters(today)
    found = [row.meeting for row in rows if row.shelf == "recorded" and quarter_of(row.meeting.day) in looked_at]
    met = {quarter_of(one.day) for one in found}
    return Exposure(
        Share(sum(one.safety_minutes for one in found), sum(one.minutes for one in found)),
        Share(len(met), len(looked_at)),
        Share(sum(one.harm_story for one in found), len(found)),
    )


def _quarters(today: Day) -> tuple[Quarter, ...]:
    found = [quarter_of(today)]
    while len(found) < QUARTERS:
        found.append(quarter_before(found[-1]))
    return tuple(found)


PRESENTATIONS = Projection(
    name="presentations",
    row=PresentationRow,
    fold=fold,
    nouns=frozenset({"presentation"}),
    filters=(("shelf",),),
)
