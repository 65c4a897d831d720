"""`/expectations?unit=…`: what leaders and staff of a unit expect of each other, whether the unit agreed, and what was found
when promises and measures were looked at. Of what one person did nothing stands here."""

from flask import Blueprint
from msgspec import Struct

from projections import expectations as reckoned
from projections.expectations import ACCOUNTABILITY, EXPECTATION, Expected
from services.web import when
from services.web.doing import standing
from services.web.doing.actions import Action
from services.web.framing import Ledger, ledger, shown
from services.web.telling import attested
from services.web.telling.attested import Part, Telling
from services.web.visit import Visit, here
from services.web.when import When

expectations = Blueprint("expectations", __name__)


class Shown(Struct, frozen=True, kw_only=True):
    """An expectation with the looks at it; `where` is its unit on the page of the hospital."""

    part: Part
    where: str
    agreed: bool
    looks: tuple[Part, ...]
    actions: tuple[Action, ...]


@expectations.get("/expectations")
def show() -> str:
    visit = here()
    room, looking = ledger(visit), when.when(visit)
    with visit.look(looking, room.slug) as look:
        units = {*room.units, *look.before}
        every = look.standards(items=reckoned.ITEMS)
    rows = [one for one in every if one.row.unit in units and visit.sees(one.stream)]
    telling = Telling(visit, looking, visit.open(attested.refs(rows, {})), {})
    found = reckoned.expected(rows)
    return shown(
        "expectations/expectations.html",
        place=room.place,
        room=room,
        views=room.views("Expectations"),
        notices=looking.notices,
        moment=when.control(visit, looking, (("unit", room.slug),) if room.slug else ()),
        figures=_figures(found),
        expected=[_shown(telling, one, room) for one in found],
        add=_add(visit, room, looking),
    )


def _figures(found: tuple[Expected, ...]) -> list[tuple[str, str]]:
    if not found:
        return []
    agreed, looked_at = reckoned.agreed(found), reckoned.looked_at(found)
    return [
        (f"{agreed.part} of {agreed.whole}", "agreed by those they are for"),
        (f"{looked_at.part} of {looked_at.whole}", "answered for against promises and measures"),
    ]


def _add(visit: Visit, room: Ledger, looking: When) -> str:
    if room.slug is None or looking.past or not visit.may("standard.add", room.slug):
        return ""
    return f"/attest/{EXPECTATION}?unit={room.slug}&next=/expectations{room.query}"


def _shown(telling: Telling, one: Expected, room: Ledger) -> Shown:
    visit, unit = telling.visit, one.entry.row.unit
    back = f"/expectations{room.query}"
    return Shown(
        part=telling.entry(one.entry),
        where="" if room.slug == unit else visit.names.unit(unit),
        agreed=one.is_agreed,
        looks=tuple(telling.entry(each) for each in one.looks),
        actions=() if telling.looking.past else (*_look(visit, one, back), *_more(visit, one, back)),
    )


def _look(visit: Visit, one: Expected, back: str) -> tuple[Action, ...]:
    unit = one.entry.row.unit
    if not visit.may("standard.add", unit):
        return ()
    href = f"/attest/{ACCOUNTABILITY}?unit={unit}&of={one.entry.stream}&next={back}"
    return (Action("Say what you found", href, first=True),)


def _more(visit: Visit, one: Expected, back: str) -> tuple[Action, ...]:
    item = visit.house.clerk.standards.now()[1].items.get(EXPECTATION)
    return standing.of_entry(visit, one.entry, item, back)
