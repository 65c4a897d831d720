"""Who may resist and why, by group and never by person: for the few who may read it."""

from collections.abc import Iterable

from msgspec import Struct

from projections.lives import Stint
from projections.standards import StandardRow
from services.web.doing import standing
from services.web.doing.actions import Action
from services.web.telling.attested import Part, Telling
from services.wording import time_words

GROUP = "resistance"


class Resisted(Struct, frozen=True, kw_only=True):
    """What is expected, or has come; how much of what came was expected; where one is added ("" where nobody here may)."""

    entries: list[tuple[Part, tuple[Action, ...]]]
    share: str
    add: str


def told(telling: Telling, rows: Iterable[Stint[StandardRow]], slug: str, back: str) -> Resisted | None:
    """None for whoever may not read it."""
    visit = telling.visit
    if not visit.may("read.resistance", slug):
        return None
    item = visit.house.clerk.standards.now()[1].items.get(GROUP)
    mine = [one for one in rows if one.row.item == GROUP and one.row.standard.said and one.row.state != "absent"]
    came = [one for one in mine if one.row.standard.met]
    expected = sum(one.row.standard.was_expected for one in came)
    past = telling.looking.past
    return Resisted(
        entries=[(telling.entry(one), () if past else standing.of_entry(visit, one, item, back)) for one in mine],
        share=f"Of {time_words.number_of(len(came), 'resistance', 'resistances')} that came, {expected} had been expected."
        if came
        else "",
        add=f"/attest/{GROUP}?unit={slug}&next={back}" if visit.may("standard.add", slug) and not past else "",
    )
