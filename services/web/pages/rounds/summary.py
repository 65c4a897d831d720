"""What came of rounds: who was there, what was seen, what comes first, whom they thanked."""

from collections.abc import Mapping
from typing import Any

from projections.lives import Row, Stint
from projections.rounds import RoundsRow
from projections.tracking_log import IssueRow
from services.web import when
from services.web.phrases import choice
from services.web.telling import timeline
from services.web.telling.desks import headline
from services.web.visit import Visit
from services.web.when import When
from services.wording import time_words


def summary(visit: Visit, stint: Stint[RoundsRow], about: Mapping[str, Stint[Row]], looking: When) -> dict[str, Any]:
    """The context of its page."""
    row = stint.row
    titles = {stream: one.row for stream, one in about.items() if isinstance(one.row, IssueRow)}
    told = timeline.facts(visit, [stint.stream], looking)
    words = visit.open(
        [row.summary, row.thanks, row.note, *(one.title for one in titles.values()), *timeline.refs(told)]
    )

    def named(stream: str) -> tuple[str, str]:
        found = titles.get(stream)
        title = f"#{found.matter.number} {headline(words.of(found.title))}" if found else "an issue"
        return title, f"/issue/{stream}{looking.query}"

    return {
        "place": "Unit",
        "notices": looking.notices,
        "moment": when.control(visit, looking),
        "title": f"Rounds on {visit.names.unit(row.unit)}, {time_words.weekday(row.visit.day)}",
        "state": row.state,
        "summary": words.of(row.summary),
        "thanks": words.of(row.thanks),
        "facts": _facts(visit, row, words.of(row.note)),
        "priorities": [named(one) for one in row.priorities],
        "seen": [(*named(seen.issue), choice(seen.finding)) for seen in row.visit.seen],
        "steps": timeline.steps(visit, told, words, looking),
    }


def _facts(visit: Visit, row: RoundsRow, note: str) -> list[tuple[str, str]]:
    pairs = (
        ("Who came", choice(row.colour) if row.colour else ""),
        ("Partner", visit.names.of(row.visit.partner) if row.visit.partner else ""),
        ("Guide", visit.names.of(row.visit.guide) if row.visit.guide else ""),
        ("There", ", ".join(map(visit.names.of, row.attendees))),
        ("Nothing new was raised", "They asked, and nothing was." if row.none_raised else ""),
        ("Not held because", choice(row.reason) if row.reason else ""),
        ("Note", note),
    )
    return [(name, value) for name, value in pairs if value]
