"""What goes upwards: success stories, the meetings of the board, notices of serious events."""

from flask import Response
from msgspec import Struct

from projections import presentations
from projections.notices import in_time
from services import clock
from services.api.reading import Paged, Reading, shown
from services.api.reads.asking import Read
from services.api.shapes import upwards as shapes
from services.api.shapes.part import Part, part
from services.api.shapes.upwards import BoardMeeting, Notice, Story
from services.api.shapes.words import Position


class Stories(Struct, frozen=True):
    """The latest first."""

    at: Position
    stories: tuple[Story, ...]
    next: str | None


class Exposure(Struct, frozen=True, kw_only=True):
    """Over four quarters: `minutes` on safety and quality of all minutes, and the share aimed at in percent; `quarters` with a
    meeting; meetings that heard the story of a `harm`."""

    minutes: Part
    aim: int
    quarters: Part
    harm: Part


class BoardMeetings(Struct, frozen=True):
    """The latest first; the figures speak of four quarters."""

    at: Position
    figures: Exposure
    meetings: tuple[BoardMeeting, ...]
    next: str | None


class Notices(Struct, frozen=True):
    """The latest first; `in_time`: of those whose time is up, everybody was told by their day."""

    at: Position
    in_time: Part
    notices: tuple[Notice, ...]
    next: str | None


def stories(seen: Reading) -> Response:
    """What changed because somebody spoke."""
    seen.must("stories", "read.figures", None)
    some, cursor = seen.part(seen.look.stories())
    words = seen.words(*some)
    return shown(Stories(seen.at, tuple(shapes.story(one, words) for one in some), cursor), seen.at)


def board_meetings(seen: Reading) -> Response:
    """How much of its time the board gives to safety."""
    seen.must("presentations", "read.figures", None)
    found = seen.look.presentations()
    come = presentations.exposure((one.row for one in found), _today(seen))
    figures = Exposure(
        minutes=part(come.minutes), aim=presentations.AIM, quarters=part(come.quarters), harm=part(come.harm)
    )
    some, cursor = seen.part(found)
    words = seen.words(*some)
    listed = tuple(shapes.board_meeting(one, words) for one in some)
    return shown(BoardMeetings(seen.at, figures, listed, cursor), seen.at)


def notices(seen: Reading) -> Response:
    """Who was told of serious events, and when."""
    seen.must("notices", "read.notices", None)
    found = seen.look.notices()
    counted = part(in_time((one.row for one in found), _today(seen)))
    some, cursor = seen.part(found)
    words = seen.words(*some)
    return shown(Notices(seen.at, counted, tuple(shapes.notice(one, words) for one in some), cursor), seen.at)


def _today(seen: Reading) -> str:
    return clock.day_of(seen.asked.until, seen.house.plate.zone)


READS = (
    Read(id="stories", path="/stories", shape=Stories, ask=stories, query=Paged),
    Read(id="presentations", path="/presentations", shape=BoardMeetings, ask=board_meetings, query=Paged),
    Read(id="notices", path="/notices", shape=Notices, ask=notices, query=Paged),
)
