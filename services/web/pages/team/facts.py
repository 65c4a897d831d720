"""What is known of one executive and a unit: rank, agreement, how often they meet, who stands in, what slipped."""

from collections.abc import Iterator

from projections.partnerships import PartnershipRow
from projections.units import UnitRow
from projections.waivers import WaiverRow
from services import clock
from services.reader.views import Look
from services.web.phrases import choice
from services.web.visit import Visit
from services.web.when import When
from services.wording import time_words
from workflows.kernel.moments import Moment
from workflows.unit.state import PARTNER

CLAUSES = "to learn from the staff, listen to them, work with them"

Facts = Iterator[tuple[str, str]]


def facts(visit: Visit, look: Look, unit: UnitRow, row: PartnershipRow, looking: When) -> list[tuple[str, str]]:
    """Name and value, in the order they are shown."""
    return [
        ("Rank", _rank(visit, look, row)),
        ("Clinician", "Yes" if row.bond.clinician else "No; it does not matter here"),
        ("Agreement", _agreement(visit, row, looking)),
        *_meeting(row, looking),
        *_beside(visit, look, unit, row, looking),
        *_slipped(visit, row, looking),
    ]


def day(visit: Visit, moment: Moment, looking: When) -> str:
    return time_words.short(clock.day_of(moment, visit.house.plate.zone), looking.day)


def _rank(visit: Visit, look: Look, row: PartnershipRow) -> str:
    """With the reason of the waiver, where there is one."""
    rank, waiver = choice(row.bond.rank, "rank"), row.bond.waiver
    if waiver is None:
        return rank
    found = look.about([waiver]).get(waiver)
    reason = visit.open([found.row.title]).of(found.row.title) if found and isinstance(found.row, WaiverRow) else ""
    return f"{rank}, under a waiver. {reason}"


def _agreement(visit: Visit, row: PartnershipRow, looking: When) -> str:
    signed = row.bond.signed
    return f"Not signed yet: {CLAUSES}" if signed is None else f"Signed {day(visit, signed, looking)}: {CLAUSES}"


def _meeting(row: PartnershipRow, looking: When) -> Facts:
    if row.meets:
        every = row.course.cadences[-1].every if row.course.cadences else 1
        yield "They meet", "every month" if every == 1 else f"once in {every} months"
    if planned := row.course.planned:
        moved = planned.day != planned.first_day
        first = f", first set for {time_words.short(planned.first_day, looking.day)}" if moved else ""
        yield "Next meeting", time_words.weekday(planned.day) + first


def _beside(visit: Visit, look: Look, unit: UnitRow, row: PartnershipRow, looking: When) -> Facts:
    """Who stands in, and how many units the same executive meets: a warning and never a bar."""
    acting = [one for one in unit.deputies if one.role == PARTNER and one.stands_in(looking.day)]
    if row.meets and acting:
        who = (f"{visit.names.of(one.person)}, until {time_words.short(one.until, looking.day)}" for one in acting)
        yield "Acting partner", "; ".join(who)
    meeting = look.partnerships(list(visit.names.units), ("active", "graduated"))
    units = [one.row.unit for one in meeting if one.row.executive == row.executive]
    if len(units) > visit.house.clerk.terms.now()[1].partner_load:
        names = ", ".join(map(visit.names.unit, units))
        yield "Load", f"Partner of {len(units)} units, which is much for one: {names}"


def _slipped(visit: Visit, row: PartnershipRow, looking: When) -> Facts:
    slipped = row.course.relapses if row.state == "graduated" else ()
    words = visit.open(one.why for one in slipped)
    for one in slipped:
        yield "Something slipped", f"{day(visit, one.since, looking)}: {words.of(one.why)}"
