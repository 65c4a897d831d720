"""Safe ways of working: behaviors, habits, processes and technologies, for those who receive care and those who give it; which
unit took up which."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from projections import leading as reckoned
from projections.leading import Share, Way
from projections.lives import Stint
from projections.spreads import SpreadRow
from projections.standards import StandardRow
from services.web.doing.actions import Action
from services.web.phrases import choice
from services.web.telling.attested import Telling

BACK = "/leading"


class Line(Struct, frozen=True, kw_only=True):
    """A way as the page shows it; `units` by name, `deeds` where another takes it up, `offer` where it is offered to one;
    `offered` says what those said that were offered it and did not take it up."""

    href: str
    words: str
    kind: str
    whom: str
    units: str
    offered: str
    offer: str
    deeds: tuple[Action, ...]


class Spread(Struct, frozen=True, kw_only=True):
    """All ways, how far each kind was taken up, and where one is added ("" where the reader may not)."""

    lines: list[Line]
    kinds: list[tuple[str, str]]
    add: str


def told(
    telling: Telling, rows: list[Stint[StandardRow]], units: list[str], offers: Sequence[Stint[SpreadRow]]
) -> Spread:
    visit, past = telling.visit, telling.looking.past
    found = reckoned.ways(rows)
    shares = reckoned.by_kind(found, len(units))
    return Spread(
        lines=[_line(telling, way, units, offers) for way in found],
        kinds=[(choice(kind, "mark"), _share(share)) for kind, share in shares.items()],
        add=f"/attest/way?next={BACK}" if visit.may("standard.add") and not past else "",
    )


def _share(share: Share) -> str:
    return f"{share.percent} %" if share.percent is not None else "no unit yet"


def _line(telling: Telling, way: Way, units: list[str], offers: Sequence[Stint[SpreadRow]]) -> Line:
    visit, adopted = telling.visit, way.adopted()
    open_ = [slug for slug in units if slug not in adopted and visit.may("standard.attest", slug)]
    said = way.entry.row.standard.said
    return Line(
        href=f"/standard/{way.entry.stream}{telling.looking.query}",
        words=telling.words.of(said.words if said else None),
        kind=choice(way.kind, "mark"),
        whom=choice(way.whom, "mark"),
        units=", ".join(map(visit.names.unit, adopted)) or "no unit yet",
        offered="; ".join(_offered(telling, way, offers)),
        offer=f"/do/promise/offer?about={way.entry.stream}&next={BACK}"
        if visit.may("promise.offer") and not telling.looking.past
        else "",
        deeds=()
        if telling.looking.past
        else tuple(
            Action(visit.names.unit(slug), f"/attest/way_adopted?unit={slug}&of={way.entry.stream}&next={BACK}")
            for slug in open_
        ),
    )


def _offered(telling: Telling, way: Way, offers: Sequence[Stint[SpreadRow]]) -> Iterator[str]:
    """So: "Emergency: We have had it for years"; or that it waits for their word."""
    for row in (one.row for one in offers if one.row.about == way.entry.stream):
        if row.state in ("offered", "not_for_us"):
            said = telling.words.of(row.words) if row.words else "asked"
            yield f"{telling.visit.names.unit(row.unit)}: {said}"
