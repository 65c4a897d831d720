"""The executive partner of a unit as its page shows them: who, on what terms, how they meet, what comes next."""

from markupsafe import Markup
from msgspec import Struct

from projections.lives import Stint
from projections.partnerships import PartnershipRow
from projections.units import UnitRow
from services.reader.partners import Year
from services.reader.views import Look
from services.web.doing import partnering
from services.web.doing.actions import Action
from services.web.pages.team import months
from services.web.pages.team.facts import day, facts
from services.web.pages.team.next_step import next_step
from services.web.paths import its_id
from services.web.phrases import choice
from services.web.telling.notices import told_by_mail
from services.web.visit import Visit, Words
from services.web.when import When
from workflows.kernel.grammar import Ref
from workflows.unit.state import PARTNER

AT_RISK = ("overdue", "At risk")


class Person(Struct, frozen=True, kw_only=True):
    """One executive, present or to come."""

    name: str
    chip: tuple[str, str]
    facts: list[tuple[str, str]]
    interest: str
    actions: tuple[Action, ...]


class Wish(Struct, frozen=True, kw_only=True):
    """What the team says about graduating, and what may be said to it."""

    words: str
    since: str
    actions: tuple[Action, ...]


class Partner(Struct, frozen=True, kw_only=True):
    """Everything of the section."""

    next: str
    people: list[Person]
    strip: Markup
    rows: months.Rows
    figures: list[tuple[str, str]]
    has_met: bool
    wish: Wish | None
    past: list[tuple[str, str, str]]
    naming: tuple[Action, ...]


def _refs(year: Year) -> list[Ref | None]:
    """The words that the section opens."""
    shown = [*year.coming, *([year.current] if year.current else [])]
    return [ref for one in shown for ref in (one.row.bond.interest, _wish_ref(one.row))]


def partner(visit: Visit, look: Look, row: UnitRow, year: Year, looking: When) -> Partner:
    comes = next(iter(row.in_role(PARTNER)), None)
    present = [year.current] if year.current else []
    house = next((one.row for one in look.units() if not one.row.slug), None)
    waiver, words = _waiver(look, row.slug), visit.open(_refs(year))
    people = [
        Person(
            name=visit.names.of(one.row.executive),
            chip=AT_RISK if one.row.course.at_risk is not None else partnering.STATES[one.row.state],
            facts=[
                *facts(visit, look, row, one.row, looking),
                *told_by_mail(visit, [one.stream], looking),
                *its_id(one.stream),
            ],
            interest=words.of(one.row.bond.interest),
            actions=() if looking.past else _deeds(visit, one, waiver, year),
        )
        for one in (*present, *year.coming)
    ]
    return Partner(
        next=next_step(visit, year, comes, looking),
        people=people,
        strip=months.strip(year.months, house.pauses if house else (), looking.day),
        rows=months.table(visit, reversed(year.months)),
        figures=months.figures(year.figures),
        has_met=bool(year.partnerships) and any(one.row.course.stretches for one in year.partnerships),
        wish=_wish(visit, year.current, words, looking),
        past=[
            _past(visit, one.row, row.slug, looking)
            for one in (*year.partnerships, *look.partnerships(look.before))
            if one.row.state == "ended"
        ],
        naming=() if looking.past else _naming(visit, year, comes, row.slug),
    )


def _naming(visit: Visit, year: Year, comes: str | None, unit: str) -> tuple[Action, ...]:
    """What begins: the first partner, or the hand-over to one who has signed."""
    if year.current is None and not year.coming:
        return partnering.naming(visit, unit, comes)
    ready = [one.row for one in year.coming if one.row.state == "agreed"]
    return partnering.handing_over(visit, year.current, ready[0]) if ready and year.current else ()


def _deeds(visit: Visit, stint: Stint[PartnershipRow], waiver: str | None, year: Year) -> tuple[Action, ...]:
    found = partnering.of_partnership(visit, stint, waiver)
    alone = stint.row.meets and not year.coming
    return (*found, *partnering.succeeding(visit, stint.row.unit)) if alone else found


def _wish_ref(row: PartnershipRow) -> Ref | None:
    return row.proposal.why if row.proposal else row.why


def _wish(visit: Visit, stint: Stint[PartnershipRow] | None, words: Words, looking: When) -> Wish | None:
    if stint is None or _wish_ref(stint.row) is None:
        return None
    said = stint.row.proposal.since if stint.row.proposal else stint.row.since
    actions = () if looking.past else partnering.of_wish(visit, stint)
    return Wish(words=words.of(_wish_ref(stint.row)), since=day(visit, said, looking), actions=actions)


def _past(visit: Visit, row: PartnershipRow, slug: str, looking: When) -> tuple[str, str, str]:
    """Those of a unit it goes on from are told with its name."""
    where = "" if row.unit == slug else f", {visit.names.unit(row.unit)}"
    how = f"Handed over to {visit.names.of(row.to)}" if row.to else choice(row.how or "other")
    return visit.names.of(row.executive) + where, how, day(visit, row.since, looking)


def _waiver(look: Look, unit: str) -> str | None:
    """The waiver by which a lower rank will do here: the unit's own, else the hospital's."""
    found = [one for slug in (unit, "") for one in look.waivers(slug) if one.row.waived.rule == "partnership.rank"]
    return found[0].stream if found else None
