"""`/rounds/<id>/briefing`: what whoever comes should know before these rounds; `/unit/<slug>/briefing`: the same for the next
ones, or for a visit that nobody has planned."""

from typing import Any

from flask import Blueprint, abort, redirect
from werkzeug.wrappers import Response

from projections.briefing_book import Book
from projections.lives import Stint
from projections.rounds import RoundsRow
from projections.units import UnitRow
from services.guidance import to_ask
from services.reader import briefing as reader
from services.reader.views import Look
from services.web import when
from services.web.framing import shown
from services.web.telling import visits
from services.web.telling.beforehand import brought
from services.web.telling.book import parts
from services.web.telling.desks import headline
from services.web.visit import Visit, here
from services.web.when import When
from services.wording import time_words
from workflows.rounds.state import Visit as Rounds

briefing = Blueprint("briefing", __name__)


@briefing.get("/rounds/<stream>/briefing")
def one(stream: str) -> str:
    visit = here()
    looking = when.when(visit)
    with visit.look(looking, visit.unit_of(stream)) as look:
        stint = look.visit(stream) or abort(404)
        visit.must("read.rounds", stint.row.unit, stream)
        return _page(visit, look, stint.row.unit, stint, looking)


@briefing.get("/unit/<slug>/briefing")
def unit(slug: str) -> str | Response:
    visit = here()
    if slug not in visit.names.units:
        abort(404)
    visit.must("read.rounds", slug)
    looking = when.when(visit)
    with visit.look(looking, slug) as look:
        coming = next(iter(look.rounds(slug, ("scheduled",))), None)
        if coming is not None:
            return redirect(f"/rounds/{coming.stream}/briefing{looking.query}", 303)
        return _page(visit, look, slug, None, looking)


def _page(visit: Visit, look: Look, slug: str, stint: Stint[RoundsRow] | None, looking: When) -> str:
    row = next((one.row for one in look.units() if one.row.slug == slug), None) or abort(404)
    found = reader.opened(look, row, stint)
    stream = stint.stream if stint else ""
    said = visit.settings.rounds
    last, kind = found.last, found.rounds.kind if found.rounds else "staff"
    return shown(
        "briefing/briefing.html",
        place="Unit",
        notices=looking.notices,
        moment=when.control(visit, looking),
        title=f"Briefing: {visit.names.unit(slug)}",
        whose=visit.names.of(found.executive) if found.executive else "",
        rounds=f"/rounds/{stream}" if stream else f"/unit/{slug}/rounds",
        meeting=_meeting(visit, found.rounds),
        last=time_words.short(last.row.visit.day, looking.day) if last else "",
        entries=(found.at + 1, look.at()) if last else None,
        figures=_figures(found.book) if last else [],
        heard_of_yours=found.book.heard_of_yours,
        book_parts=parts(visit, found.book, looking),
        brought=brought(visit, stream, found.heard) if stream else (),
        first=_first(visit, look, found.first, looking),
        team=_team(visit, row),
        ask=to_ask(said, kind, found.held),
        kind=kind,
        words=said,
    )


def _meeting(visit: Visit, rounds: Rounds | None) -> list[tuple[str, str]]:
    """When, where, who meets them, what to wear: as they were told, else as everybody is."""
    if rounds is None:
        return [("Wear", visit.settings.rounds.wear)]
    mine = next((one for one in rounds.orientations if one.visitor == rounds.partner), None)
    words = visit.open([rounds.where, *((mine.where, mine.wear, mine.privacy) if mine else ())])
    pairs = (
        ("When", visits.day_and_time(rounds)),
        ("Whom you meet", ", ".join(visits.manner(rounds))),
        ("Where", words.of(mine.where) if mine else words.of(rounds.where)),
        ("Meets you", visit.names.of(rounds.guide) if rounds.guide else "nobody is named yet"),
        ("Wear", words.of(mine.wear) if mine else visit.settings.rounds.wear),
        ("Keep to yourself", words.of(mine.privacy) if mine else ""),
        ("Ready", visits.prepared(visit.settings.rounds, rounds).words),
    )
    return [(name, said) for name, said in pairs if said]


def _figures(book: Book) -> list[tuple[int, str]]:
    return [
        (len(book.raised), "raised"),
        (len(book.answered), "answered"),
        (len(book.resolved), "resolved"),
        (len(book.waiting), "still waiting"),
        (len(book.moved), "promises moved"),
    ]


def _first(visit: Visit, look: Look, streams: tuple[str, ...], looking: When) -> list[tuple[str, str]]:
    """What was agreed last time to come first."""
    about: dict[str, Any] = dict(look.about(streams))
    known = [(one, about[one].row) for one in streams if one in about and visit.sees(one)]
    words = visit.open(issue.title for _, issue in known)
    return [
        (f"#{issue.matter.number} {headline(words.of(issue.title))}", f"/issue/{stream}{looking.query}")
        for stream, issue in known
    ]


def _team(visit: Visit, row: UnitRow) -> list[tuple[str, str]]:
    """Who works on it here, by role."""
    roles: dict[str, list[str]] = {}
    for held in row.roles:
        roles.setdefault(held.role, []).append(visit.names.of(held.person))
    return [(visit.names.role(role), ", ".join(names)) for role, names in sorted(roles.items()) if role != "front_line"]
