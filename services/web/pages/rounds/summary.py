"""What came of rounds: who was there, what was seen, what comes first, whom they thanked."""

from collections.abc import Collection, Mapping
from typing import Any

from projections.heard_on_rounds import HeardRow
from projections.lives import Row, Stint
from projections.rounds import RoundsRow
from projections.rounds_figures import Walked
from projections.tracking_log import IssueRow
from services.web import when
from services.web.phrases import choice
from services.web.telling import timeline, visits
from services.web.telling.desks import headline
from services.web.telling.notices import told_by_mail
from services.web.visit import Visit, Words
from services.web.when import When
from services.wording import time_words
from workflows.rounds.state import Visit as VisitState


def spoken_about(row: RoundsRow) -> set[str]:
    """The issues that its page names."""
    return {
        *row.priorities,
        *row.visit.looked_over,
        *(seen.issue for seen in row.visit.seen),
        *sum(row.visit.agreed, ()),
    }


def summary(
    visit: Visit,
    stint: Stint[RoundsRow],
    heard: Collection[Stint[HeardRow]],
    about: Mapping[str, Stint[Row]],
    looking: When,
) -> dict[str, Any]:
    """The context of its page."""
    row = stint.row
    walked = Walked(stream=stint.stream, row=row, heard=tuple(one.row for one in heard))
    titles = {stream: one.row for stream, one in about.items() if isinstance(one.row, IssueRow)}
    told = timeline.facts(visit, [stint.stream], looking)
    words = visit.open(
        [
            row.summary,
            row.thanks,
            row.note,
            row.visit.where,
            *(one.title for one in titles.values()),
            *timeline.refs(told),
        ]
    )

    def named(stream: str) -> tuple[str, str]:
        found = titles.get(stream)
        title = f"#{found.matter.number} {headline(words.of(found.title))}" if found else "an issue"
        return title, f"/issue/{stream}{looking.query}"

    return {
        "place": "Unit",
        "notices": looking.notices,
        "moment": when.control(visit, looking),
        "title": f"Rounds on {visit.names.unit(row.unit)}, {visits.day_and_time(row.visit)}",
        "state": row.state,
        "bring": _bring(visit, stint, looking),
        "drive_by": walked.is_interactive is False,
        "letter": f"/rounds/{stint.stream}/letter" if row.state == "summarised" and not looking.past else "",
        "ask": _ask(visit, stint, looking),
        "summary": words.of(row.summary),
        "thanks": words.of(row.thanks),
        "facts": [*_facts(visit, walked, words), *told_by_mail(visit, [stint.stream], looking)],
        "priorities": [named(one) for one in row.priorities],
        "reprioritised": [[named(one) for one in agreed] for agreed in row.visit.agreed[:-1]],
        "looked_over": len(row.visit.looked_over),
        "seen": [(*named(seen.issue), choice(seen.finding)) for seen in row.visit.seen],
        "steps": timeline.steps(visit, told, words, looking),
    }


def _bring(visit: Visit, stint: Stint[RoundsRow], looking: When) -> str:
    """Where something is brought up beforehand; "" once they are over, and for whoever raises nothing here."""
    coming = stint.row.state == "scheduled" and not looking.past
    return f"/raise?rounds={stint.stream}" if coming and visit.may("concern.raise", stint.row.unit) else ""


def _ask(visit: Visit, stint: Stint[RoundsRow], looking: When) -> str:
    """Where people are asked how it was, once somebody came; "" for whoever asks nobody here."""
    unit = stint.row.unit
    over = stint.row.state in ("held", "summarised") and not looking.past
    if not over or not visit.may("campaign.open", unit):
        return ""
    return f"/do/campaign/open?unit={unit}&next=/unit/{unit}/surveys"


def _facts(visit: Visit, walked: Walked, words: Words) -> list[tuple[str, str]]:
    row, before = walked.row, walked.row.visit
    pairs = (
        ("Who came", choice(row.colour) if row.colour else ""),
        ("Partner", visit.names.of(before.partner) if before.partner else ""),
        ("Guide", visit.names.of(before.guide) if before.guide else ""),
        ("There", ", ".join(map(visit.names.of, row.attendees))),
        ("With", choice(before.kind)),
        ("Shift", choice(before.shift) if before.shift else ""),
        ("Where", words.of(before.where)),
        ("Beforehand", _beforehand(visit, before) if walked.is_held or row.state == "scheduled" else ""),
        ("Both ways", _both_ways(walked)),
        ("Heard there", _heard(walked)),
        ("Nothing new was raised", "They asked, and nothing was." if row.none_raised else ""),
        ("Not held because", choice(row.reason) if row.reason else ""),
        ("Note", words.of(row.note)),
    )
    return [(name, value) for name, value in pairs if value]


def _beforehand(visit: Visit, before: VisitState) -> str:
    briefed = f"{before.briefed[0]} of {before.briefed[1]} knew what for" if before.briefed else ""
    return " · ".join(one for one in (visits.prepared(visit.settings.rounds, before).words, briefed) if one)


def _both_ways(walked: Walked) -> str:
    """How often each side began; that nobody was asked, where it is so, is said nowhere."""
    spoken = walked.row.visit
    if walked.is_interactive is None:
        return ""
    return f"{spoken.spoke('staff')} begun by staff, {spoken.spoke('executive')} by who came"


def _heard(walked: Walked) -> str:
    issues = time_words.number_of(walked.issues, "issue") if walked.issues else ""
    before = f"{walked.brought_before} brought up beforehand" if walked.brought_before else ""
    return " · ".join(one for one in (issues, before) if one)
