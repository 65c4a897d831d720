"""What units were asked, and what was answered once enough had."""

from flask import Response
from msgspec import Struct

from assessments.campaign import Asking
from projections.campaigns import CampaignRow
from projections.lives import Stint
from projections.waves import WaveRow
from services import commenting, courses, surveyed
from services.api.fields import Line
from services.api.places import stream_of
from services.api.problems import unknown
from services.api.reading import Paged, Reading, shown
from services.api.reads.asking import Read
from services.api.reads.board import enter
from services.api.shapes import campaign as shapes
from services.api.shapes.campaign import Campaign, Comment, Wave
from services.api.shapes.course import Course, PastSurvey, course, past_survey
from services.api.shapes.words import Position
from services.surveyed import Found, Result
from workflows.trail import Note


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
    told = tuple(shapes.campaign(one, _result(seen, one), _comments(seen, one), words) for one in some)
    return shown(Campaigns(seen.at, told, cursor), seen.at)


def _result(seen: Reading, one: Stint[CampaignRow]) -> Result | None:
    return surveyed.result(seen.house, one.stream, one.row.campaign)


def _comments(seen: Reading, one: Stint[CampaignRow] | Stint[WaveRow]) -> tuple[str, ...]:
    state = one.row.campaign if isinstance(one.row, CampaignRow) else one.row.wave
    return commenting.told(seen.house, one.stream, state)


class Waves(Struct, frozen=True):
    """The latest first."""

    at: Position
    waves: tuple[Wave, ...]
    next: str | None


def waves(seen: Reading) -> Response:
    """Waves of the hospital: where each stands and, once it was published, what it found, group beside group."""
    seen.must("waves", "read.hospital", None)
    some, cursor = seen.part(seen.look.waves([""]))
    told = tuple(shapes.wave(one, _found(seen, one), _comments(seen, one)) for one in some)
    return shown(Waves(seen.at, told, cursor), seen.at)


def _found(seen: Reading, one: Stint[WaveRow]) -> Found | None:
    wave = one.row.wave
    reads = wave.stage == "published" or (wave.stage == "counted" and seen.may("campaign.publish", None))
    return surveyed.found(seen.house, one.stream, wave) if reads else None


class Comments(Struct, frozen=True):
    """What people wrote in one survey, for who reviews it; empty before it is counted, and where nobody was invited to."""

    at: Position
    comments: tuple[Comment, ...]


def comments(seen: Reading, stream: str) -> Response:
    """What people wrote, before anybody else reads it: no unit, no answer, no moment. That it was read is on record first."""
    seen.must("campaign", "campaign.review_comment", None, stream)
    state = seen.house.clerk.memory.get(stream_of("campaign", stream)).state
    if not isinstance(state, Asking):
        raise unknown("campaign")
    seen.house.looks.note(seen.actor, Note(how="viewed", what="survey", about=stream))
    every = commenting.to_review(seen.house, stream, state)
    return shown(Comments(seen.at, tuple(map(shapes.comment, every))), seen.at)


class Courses(Struct, frozen=True):
    """Thing by thing, as its instrument asks them; and the past surveys that were brought in."""

    at: Position
    courses: tuple[Course, ...]
    past: tuple[PastSurvey, ...]


def over_time(seen: Reading, slug: str) -> Response:
    """What a unit said of the same thing each time it was asked, past surveys that were brought in among them."""
    enter(seen, slug, "read.board")
    line = seen.look.lineage(slug)
    asked = [(one.row.campaign, _result(seen, one)) for one in seen.look.campaigns(line) if seen.sees(one.stream)]
    places = [one for one in seen.look.places() if one.slug in line]
    found = courses.of_units(seen.house, asked, places)
    past = tuple(past_survey(one.slug, entered) for one in places for entered in one.past_surveys)
    return shown(Courses(seen.at, tuple(map(course, found)), past), seen.at)


READS = (
    Read(
        id="campaigns.comments",
        path="/campaigns/<string:campaign>/comments",
        shape=Comments,
        ask=comments,
        noun="campaign",
    ),
    Read(id="campaigns", path="/campaigns", shape=Campaigns, ask=campaigns, query=OfUnit),
    Read(id="waves", path="/waves", shape=Waves, ask=waves, query=Paged),
    Read(id="units.surveys", path="/units/<string:unit>/surveys", shape=Courses, ask=over_time, noun="unit"),
)
