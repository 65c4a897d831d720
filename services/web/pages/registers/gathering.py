"""What a register is told from, gathered once for the page and for the binder."""

from collections.abc import Mapping

from flask import abort
from msgspec import Struct

from assessments.scorecard import FigureKey
from projections.lives import Stint
from projections.registers import Counted, Registered, by_number, registered
from projections.share import Share
from projections.standards import SHELVES, StandardRow
from services import clock, ratings
from services.reader.binding import BoundKey, bound
from services.web.pictures import Band, Box
from services.web.telling import attested
from services.web.telling.attested import Telling
from services.web.visit import Visit
from services.web.when import When
from workflows.kernel.standards import Register, Standards


class Gathered(Struct, frozen=True, kw_only=True):
    """`words` tells its lines; `figures` are those of four quarters that stand beside them."""

    register: Register
    whole: Registered
    words: Telling
    numbers: tuple[Counted, ...]
    figures: Mapping[str, Share]

    @property
    def bands(self) -> list[Band]:
        """As a picture of what is in place."""
        return [
            Band(group.title, tuple(Box(cell.item.title, cell.state) for cell in group.cells))
            for group in self.whole.groups
        ]


def gathered(visit: Visit, key: str, looking: When) -> Gathered:
    """404 for a register there is not."""
    known = standards_then(visit, looking)
    register = known.registers.get(key) or abort(404)
    rows = rows_of(visit, looking)
    with visit.look(looking) as look:
        waivers = {one.stream: one for one in look.waivers("")}
    return Gathered(
        register=register,
        whole=registered(known, register, rows),
        words=Telling(visit, looking, visit.open(attested.refs(rows, waivers)), waivers),
        numbers=by_number(known, register, rows),
        figures=dict([*_figures(visit, looking).items(), *_bound(visit, known, looking).items()]),
    )


def standards_then(visit: Visit, looking: When) -> Standards:
    """Lines and editions as they were in force at the moment looked at."""
    return visit.house.clerk.standards.then(looking.at.seq, looking.on)


def _bound(visit: Visit, known: Standards, looking: When) -> Mapping[BoundKey, Share]:
    zone = visit.house.plate.zone
    with visit.look(looking) as look:
        return bound(
            look,
            known,
            looking.day,
            lambda moment: clock.day_of(moment, zone),
            reads_notices=visit.may("read.notices"),
        )


def rows_of(visit: Visit, looking: When) -> list[Stint[StandardRow]]:
    """What is on record for the hospital."""
    with visit.look(looking) as look:
        return [one for one in look.standards(units=[""], shelves=SHELVES) if visit.sees(one.stream)]


def _figures(visit: Visit, looking: When) -> Mapping[FigureKey, Share]:
    asked = ratings.Asked(
        at=looking.at,
        on=looking.on,
        day=looking.day,
        behind=visit.actor.behind,
        reads_respect=visit.may("read.respect"),
    )
    return ratings.on_record(visit.house, "", asked)
