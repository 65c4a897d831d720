"""What is counted beside the lines of a register, beyond the figures of the scorecard: of the whole hospital, over the four
quarters up to a day, from the record alone."""

from collections.abc import Callable, Mapping
from typing import Literal

from projections import leading, notices, presentations
from projections.campaigns import CAMPAIGNS
from projections.figures import LEAST
from projections.share import Share
from projections.units import UnitRow
from projections.waves import WAVES
from services.reader.figures import figures, months_up_to
from services.reader.views import Look
from workflows.kernel.moments import Day, Moment, day_after
from workflows.kernel.standards import Standards

BoundKey = Literal[
    "agenda",
    "asked",
    "board",
    "brought",
    "ended",
    "harm",
    "late",
    "partnered",
    "pledged",
    "public",
    "told",
    "understood",
    "ways",
]
MONTHS = 12
YEAR = 365
PARTNER = "executive_partner"
SURVEYED = {"open", "counted", "debriefed", "published"}
"""Where a survey stands that people were asked in."""


def bound(
    look: Look, standards: Standards, day: Day, day_of: Callable[[Moment], Day], *, reads_notices: bool
) -> Mapping[BoundKey, Share]:
    """By key; what this reader may not read is left out."""
    units = [one.row for one in look.units()]
    wards = [row for row in units if row.slug and row.is_open]
    counted = figures(look, ("", *(row.slug for row in wards)), months_up_to(day, MONTHS), day, day_of)
    heard = presentations.exposure((one.row for one in look.presentations()), day)
    found: dict[BoundKey, Share] = {
        "agenda": heard.minutes,
        "asked": _asked(look, wards, day, day_of),
        "board": heard.quarters,
        "brought": counted.brought,
        "ended": counted.ended,
        "harm": heard.harm,
        "late": counted.late,
        "partnered": Share(sum(bool(row.in_role(PARTNER)) for row in wards), len(wards)),
        "public": counted.public if counted.public.whole >= LEAST else Share(0, 0),
        **_led(look, standards, units, len(wards)),
    }
    if reads_notices:
        lately = (one.row for one in look.notices() if one.row.notice.known >= day_after(day, -YEAR))
        found["told"] = notices.in_time(lately, day)
    return found


def _led(look: Look, standards: Standards, units: list[UnitRow], wards: int) -> dict[BoundKey, Share]:
    """Who of those who lead gave their word and understands what they lead by; how far safe ways of working were taken up."""
    rows = look.standards(items=leading.items(standards))
    everybody = {one.person for one in leading.leaders(units, standards.leaders)}
    topics = [leading.given(rows, key) for key in standards.of_group(leading.TOPICS)]
    ways = leading.ways(rows)
    return {
        "pledged": Share(len(everybody & leading.given(rows, leading.WORD)), len(everybody)),
        "understood": Share(sum(len(everybody & topic) for topic in topics), len(everybody) * len(topics)),
        "ways": Share(sum(len(way.adopted()) for way in ways), len(ways) * wards),
    }


def _asked(look: Look, wards: list[UnitRow], day: Day, day_of: Callable[[Moment], Day]) -> Share:
    """Units whose people were asked in a survey."""
    first, slugs = day_after(day, -YEAR), [row.slug for row in wards]
    wanted = {"unit": slugs, "shelf": SURVEYED}
    own = {one.row.unit for one in look.rows(CAMPAIGNS, wanted) if day_of(one.row.campaign.opened) > first}
    waves = {one.row.unit for one in look.rows(WAVES, wanted) if day_of(one.row.wave.opened) > first}
    return Share(len(own | waves), len(slugs))
