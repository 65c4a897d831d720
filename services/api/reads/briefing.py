"""What whoever rounds next should know: as the page prints it, for programs."""

from collections.abc import Iterable
from typing import Any

from flask import Response

from projections.lives import Stint
from services.api.places import stream_of
from services.api.problems import unknown
from services.api.reading import Reading, shown
from services.api.reads.asking import Read
from services.api.shapes.briefing import Briefing, lists, spoken
from services.guidance import to_ask
from services.reader import briefing as reader

FITS = 50
"""Lines of each list."""
LISTS = ("raised", "answered", "resolved", "waiting", "moved", "promised", "kept", "money")


def a_briefing(seen: Reading, stream: str) -> Response:
    """What has changed in the unit since the executive last rounded there; of each list the first fifty."""
    visit = seen.house.clerk.memory.get(stream_of("rounds", stream)).state
    seen.must("rounds", "read.rounds", visit.unit, stream)
    stint = seen.look.visit(stream)
    row = next((one.row for one in seen.look.units() if one.row.slug == visit.unit), None)
    if stint is None or row is None:
        raise unknown("rounds")
    found = reader.opened(seen.look, row, stint)
    fitting = {name: _fitting(seen, getattr(found.book, name)) for name in LISTS}
    brought = _fitting(seen, (one for one in found.heard if one.row.before))
    words = seen.opened([one.row.title for some in (*fitting.values(), brought) for one in some])
    answer = Briefing(
        at=seen.at,
        since=found.at if found.last else None,
        guide=stint.row.visit.guide,
        brought=spoken(brought, words),
        heard_of_yours=found.book.heard_of_yours,
        team=tuple(dict.fromkeys(held.person for held in row.roles if held.role != "front_line")),
        first=tuple(one for one in found.first if seen.sees(one)),
        ask=to_ask(seen.house.clerk.settings.rounds, stint.row.visit.kind, found.held),
        **lists(fitting, words),
    )
    return shown(answer, seen.at)


def _fitting(seen: Reading, stints: Iterable[Stint[Any]]) -> tuple[Stint[Any], ...]:
    some: list[Stint[Any]] = []
    for one in stints:
        if len(some) == FITS:
            break
        if seen.sees(one.stream):
            some.append(one)
    return tuple(some)


READS = (
    Read(
        id="rounds.briefing",
        path="/rounds/<string:rounds>/briefing",
        shape=Briefing,
        ask=a_briefing,
        noun="rounds",
    ),
)
