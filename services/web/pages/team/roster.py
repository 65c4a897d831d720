"""The safety team with its empty chairs, and who leads in the unit and in the house, with a post and without."""

from collections.abc import Iterable

from markupsafe import Markup, escape
from msgspec import Struct

from projections.teams import Chair, Leading, Post
from projections.units import HOSPITAL, UnitRow
from services import clock
from services.reader import partners
from services.reader.views import Look
from services.web.doing.actions import Action
from services.web.doing.partnering import place
from services.web.visit import Visit
from services.web.when import When
from services.wording import time_words
from workflows.kernel.grammar import Ref


class Roster(Struct, frozen=True, kw_only=True):
    """Rows of three tables: chairs (discipline, who, since), posts (post, who), leaders without a post (who, how, since)."""

    leaders: str
    chairs: list[tuple[str, str, str]]
    empty: int
    posts: list[tuple[str, str]]
    gaps: int
    ratio: str
    informal: list[tuple[str, str, str]]
    actions: tuple[Action, ...]
    recognising: tuple[Action, ...]


def leading(visit: Visit, look: Look, row: UnitRow) -> Leading:
    """Posts of the house and of this unit."""
    rows = [stint.row for stint in look.units() if stint.row.slug in (row.slug, HOSPITAL)]
    terms = visit.settings.team
    without = partners.waived(look, [row.slug])
    return partners.leading(rows, terms.leaders.hospital, terms.leaders.unit, without)


def refs(found: Leading) -> list[Ref | None]:
    return [one.what for one in found.informal]


def roster(visit: Visit, look: Look, row: UnitRow, looking: When) -> Roster:
    found = leading(visit, look, row)
    chairs = partners.chairs(row, visit.settings.team.chairs, partners.waived(look, [row.slug]))
    words = visit.open(refs(found))
    return Roster(
        leaders=_leaders(visit, row),
        chairs=[_chair(visit, one, looking) for one in chairs],
        empty=sum(one.is_empty for one in chairs),
        posts=[_post(visit, one) for one in found.posts],
        gaps=sum(one.is_gap for one in found.posts),
        ratio=f"{time_words.number_of(found.formal, 'leader')} with a post, {len(found.informal)} without",
        informal=[
            (visit.names.of(one.person), words.of(one.what), _day(visit, one.since, looking)) for one in found.informal
        ],
        actions=() if looking.past else tuple(_actions(visit, row)),
        recognising=() if looking.past else tuple(_recognising(visit, row)),
    )


def _leaders(visit: Visit, row: UnitRow) -> str:
    """So: "Led by Tom Hale; champions: Lena Brandt"."""
    led = ", ".join(map(visit.names.of, row.in_role("team_leader"))) or "nobody yet"
    champions = ", ".join(map(visit.names.of, row.in_role("unit_champion"))) or "none yet"
    return f"Led by {led}; champions: {champions}"


def _chair(visit: Visit, chair: Chair, looking: When) -> tuple[str, str, str]:
    title = visit.settings.team.disciplines.get(chair.discipline, chair.discipline)
    if not chair.seats:
        return (
            title,
            _missing("Does without, for a reason on record" if chair.waived else "Empty chair", chair.waived),
            "–",
        )
    who = ", ".join(visit.names.of(seat.person) for seat in chair.seats)
    return title, who, time_words.short(chair.seats[0].since, looking.day)


def _post(visit: Visit, post: Post) -> tuple[str, str]:
    title = visit.names.role(post.role) + ("" if post.unit else ", for the whole hospital")
    if not post.persons:
        return title, _missing("Does without, for a reason on record" if post.waived else "Nobody yet", post.waived)
    return title, ", ".join(map(visit.names.of, post.persons))


def _missing(words: str, waived: bool) -> Markup:
    tone = "slate" if waived else "amber"
    return Markup('<span class="chip chip--{}">{}</span>').format(tone, escape(words))


def _actions(visit: Visit, row: UnitRow) -> Iterable[Action]:
    if visit.may("unit.join_team", row.slug):
        yield Action("Give a chair", _do("unit/join_team", row.slug), True)
    if row.team and visit.may("unit.leave_team", row.slug):
        yield Action("Free a chair", _do("unit/leave_team", row.slug), False)
    if visit.may("waiver.grant", row.slug):
        yield Action("Do without one, with a reason", f"/do/waiver/grant?unit={row.slug}&next={place(row.slug)}", False)


def _recognising(visit: Visit, row: UnitRow) -> Iterable[Action]:
    if visit.may("unit.recognise_leader", row.slug):
        yield Action("Recognise somebody who leads without a post", _do("unit/recognise_leader", row.slug), True)
    if row.leaders and visit.may("unit.withdraw_recognition", row.slug):
        yield Action("Take somebody off", _do("unit/withdraw_recognition", row.slug), False)


def _do(verb: str, unit: str) -> str:
    return f"/do/{verb}?to=unit-{unit}&next={place(unit)}"


def _day(visit: Visit, moment: int, looking: When) -> str:
    return time_words.short(clock.day_of(moment, visit.house.plate.zone), looking.day)
