"""Talks that were asked for: the caller's own, and how soon leaders answer in all."""

from flask import Response
from msgspec import Struct

from projections import talks as reckoned
from services import clock
from services.api.reading import Paged, Reading, shown
from services.api.reads.asking import Read
from services.api.shapes.part import Part, part
from services.api.shapes.promise import Promise, promise
from services.api.shapes.words import Position


class Answered(Struct, frozen=True, kw_only=True):
    """`in_time`: who had an answer by their day, of those who have one or whose day has come; half had it within `days` (null:
    nobody yet). `missed`: no answer, and their day has passed."""

    in_time: Part
    days: int | None
    waiting: int
    missed: int


class Talks(Struct, frozen=True):
    """The latest first: those the caller asked for or was asked for. The figures speak of all."""

    at: Position
    answered: Answered
    talks: tuple[Promise, ...]
    next: str | None


def talks(seen: Reading) -> Response:
    """Talks that were asked for, and how soon leaders answer."""
    seen.must("talks", "read.own", None)
    found = seen.look.talks()
    zone = seen.house.plate.zone
    today = clock.day_of(seen.asked.until, zone)
    come = reckoned.answered((one.row for one in found), today, lambda moment: clock.day_of(moment, zone))
    some, cursor = seen.part([one for one in found if seen.sees(one.stream)])
    words = seen.words(*some)
    figures = Answered(in_time=part(come.in_time), days=come.days, waiting=come.waiting, missed=come.missed)
    return shown(Talks(seen.at, figures, tuple(promise(one, words) for one in some), cursor), seen.at)


READS = (Read(id="talks", path="/talks", shape=Talks, ask=talks, query=Paged),)
