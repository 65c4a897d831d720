"""What an import page says: what would happen, what is still open, and in the end what the log tells."""

from typing import Any

from msgspec import Struct

from services.importing import Report
from services.importing.findings import Findings, Shared
from services.web.pages.importing.passage import Passage
from services.web.telling.desks import headline
from services.web.visit import Visit
from services.wording.time_words import number_of

SHOWN = 50
"""Rejects shown on the page; the file has all of them."""


class Finding(Struct, frozen=True):
    """One thing the log tells: a number, what it counts, and in which rows."""

    number: int
    words: str
    rows: str


def share(passage: Passage) -> int:
    """Per cent done."""
    return passage.done * 100 // passage.rows if passage.rows else 0


def asked(visit: Visit, passage: Passage, report: Report, only: frozenset[str] | None) -> dict[str, Any]:
    """Before it is carried out; rows of the units `only` may enter."""
    columns = [
        (one.heading or one.letter, _field(one.field)) for one in report.layout.columns if one.heading or one.field
    ]
    return {
        "passage": passage,
        "figures": _figures(report, "would be new"),
        "columns": columns,
        "ignored": [(one.sheet, one.why) for one in report.layout.ignored],
        "strange": sorted(report.strange_units.items(), key=lambda pair: -pair[1]),
        "units": [(slug, state.name) for slug, state in visit.names.units.items() if only is None or slug in only],
        "may_open": visit.may("unit.open"),
        "two_ways": report.two_ways,
        "dates": passage.answers.dates,
        "rejects": [
            (str(one.number), fault.column, headline(fault.value, 40), fault.todo)
            for one in report.rejects[:SHOWN]
            for fault in one.faults
        ],
        "more": max(0, len(report.rejects) - SHOWN),
        "held": report.held,
        "placeholders": report.placeholders,
        "nothing": report.commands == 0,
        "told": _told(visit, report.findings),
    }


def told(visit: Visit, passage: Passage, report: Report) -> dict[str, Any]:
    """What the log tells, once it has entered."""
    return {
        "passage": passage,
        "figures": _figures(report, "rows are new"),
        "told": _told(visit, report.findings),
        "rejects": len(report.rejects),
        "held": report.held,
        "placeholders": report.placeholders,
    }


def _told(visit: Visit, found: Findings) -> dict[str, Any]:
    """Who was never told, what is stuck, what is nobody’s, what came back."""
    return {
        "findings": [one for one in _findings(found) if one.number],
        "several": [_shared(visit, one) for one in found.several_units],
        "repeated": [_shared(visit, one) for one in found.repeated if len(one.units) == 1],
    }


def _figures(report: Report, words: str) -> list[tuple[int, str]]:
    figures = [(report.added, words)]
    if report.moved_on:
        figures.append((report.moved_on, "known rows go on"))
    return [*figures, (len(report.rejects), "to be corrected"), (report.held, "held for a decision")]


def _findings(found: Findings) -> tuple[Finding, ...]:
    copies = "exact copy" if len(found.alike) == 1 else "exact copies"
    return (
        Finding(len(found.never_told), "closed, and nobody was told", _rows(found.never_told)),
        Finding(len(found.of_these_anonymous), "of these raised anonymously", _rows(found.of_these_anonymous)),
        Finding(len(found.no_reason), "refused without a reason", _rows(found.no_reason)),
        Finding(len(found.stuck), "stuck: waiting, or past the day promised", _rows(found.stuck)),
        Finding(len(found.ownerless), "open and nobody’s", _rows(found.ownerless)),
        Finding(len(found.alike), f"{copies}, kept as a second occurrence", _rows(found.alike)),
    )


def _rows(numbers: tuple[int, ...]) -> str:
    shown = ", ".join(map(str, numbers[:30]))
    word = "row" if len(numbers) == 1 else "rows"
    return f"{word} {shown}" + (f" and {number_of(len(numbers) - 30, 'more', 'more')}" if len(numbers) > 30 else "")


def _shared(visit: Visit, one: Shared) -> tuple[str, str, str]:
    units = ", ".join(map(visit.names.unit, one.units))
    return headline(one.what), units, number_of(one.rows, "row")


READ_AS = {
    "what": "the issue",
    "idea": "what could solve it",
    "resources": "what it needs",
    "owners": "who looks after it",
    "executive": "the executive",
    "rounds": "day of the rounds",
    "opened": "day it was opened",
    "due": "day promised",
    "closed": "day it was closed",
    "feedback": "whether they were told",
}
"""Fields whose names say too little."""


def _field(field: str | None) -> str:
    return READ_AS.get(field, field.replace("_", " ")) if field else "not imported"
