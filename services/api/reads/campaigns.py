"""What units were asked, and what was answered once enough had."""

from flask import Response
from msgspec import Struct

from services import surveyed
from services.api.fields import Line
from services.api.reading import Paged, Reading, shown
from services.api.reads.asking import Read
from services.api.shapes import campaign as shapes
from services.api.shapes.campaign import Campaign
from services.api.shapes.words import Position


class Campaigns(Struct, frozen=True):
    """The latest first."""

    at: Position
    campaigns: tuple[Campaign, ...]
    next: str | None


class OfUnit(Paged):
    """Which ones."""

    unit = Line(metadata={"description": "Only those of this unit."})


def campaigns(seen: Reading) -> Response:
    """Campaigns, open ones and counted ones with their scores."""
    units = seen.units(seen.query.get("unit"))
    found = [one for one in seen.look.campaigns(units) if seen.sees(one.stream)]
    some, cursor = seen.part(found)
    words = seen.words(*some)
    told = tuple(shapes.campaign(one, surveyed.result(seen.house, one.stream, one.row.campaign), words) for one in some)
    return shown(Campaigns(seen.at, told, cursor), seen.at)


READS = (Read(id="campaigns", path="/campaigns", shape=Campaigns, ask=campaigns, query=OfUnit),)
