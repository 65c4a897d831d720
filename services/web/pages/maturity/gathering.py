"""What the latest published self-assessment is told from, gathered once for the page and for the paper."""

from collections.abc import Mapping

from markupsafe import Markup
from msgspec import Struct

from assessments.scorecard import FigureKey
from projections.lives import Stint
from projections.self_assessments import AssessmentRow
from projections.share import Share
from projections.units import HOSPITAL
from services import clock, ratings
from services.web.pages.maturity import telling
from services.web.pages.maturity.telling import Part, Telling
from services.web.visit import Visit
from services.web.when import When
from services.wording import time_words


class Current(Struct, frozen=True, kw_only=True):
    """What is in force: `since` when it was published, `whole` what may be said of all of it."""

    row: AssessmentRow
    picture: Markup
    since: str
    whole: str
    parts: list[Part]


def everything(visit: Visit, slug: str | None, looking: When) -> list[Stint[AssessmentRow]]:
    """All of them that are there for the reader, those of units it goes on from too."""
    with visit.look(looking, slug) as look:
        return [one for one in look.self_assessments(look.lineage(slug or HOSPITAL)) if visit.sees(one.stream)]


def current(visit: Visit, every: list[Stint[AssessmentRow]], slug: str | None, looking: When) -> Current | None:
    """None where none was published."""
    found = [one for one in every if one.row.unit == (slug or HOSPITAL)]
    latest = next((one for one in found if one.row.state == "published"), None)
    if latest is None:
        return None
    told = Telling(
        visit=visit,
        looking=looking,
        words=visit.open(telling.refs(latest.row)),
        said=ratings.opened(visit.house, latest.stream),
        before=telling.before(found, latest),
        beside=beside(visit, latest, looking),
    )
    return Current(
        row=latest.row,
        picture=telling.picture(latest.row, "profile"),
        since=time_words.short(clock.day_of(latest.row.since, visit.house.plate.zone), looking.day),
        whole=telling.whole(latest.row),
        parts=told.parts(latest.row),
    )


def beside(visit: Visit, one: Stint[AssessmentRow], looking: When) -> Mapping[FigureKey, Share]:
    asked = ratings.Asked(
        at=looking.at,
        on=looking.on,
        day=looking.day,
        behind=visit.actor.behind,
        reads_respect=visit.may("read.respect"),
    )
    return ratings.beside(visit.house, one, asked)
