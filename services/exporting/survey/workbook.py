"""All of it as one spreadsheet: what it is, scores, scales, how answers fall, the codebook; where there is no figure it says
why."""

from collections.abc import Iterable, Sequence
from typing import IO

from services.clerk.access import Actor
from services.exporting.survey import codebook, scores
from services.exporting.survey.bundle import COMMENTS, POSITIONS, READ_ME, Taken, positions
from services.exporting.survey.sheets import Cell, Sheet, written
from services.house import House
from workflows.trail import Note

WHY = {
    scores.TOO_FEW: "No figure: fewer than {least} answered, and what so few say is told of nobody.",
    scores.BOUND: "A bound: in a small group all, or nobody, would say of each person what they answered.",
    scores.WHOLE: "",
}


def write(stream: IO[bytes], house: House, actor: Actor, taken: Taken) -> int:
    """How many items have figures. That it was taken is on record before anything is written."""
    house.looks.note(actor, Note(how="exported", what="survey", about=taken.campaign))
    written(stream, taken.book.title, _sheets(taken))
    return taken.told


def _sheets(taken: Taken) -> Iterable[Sheet]:
    book, found = taken.book, taken.found
    shown_from = {one.variable: one.shown_from for one in book.variables}
    words = READ_ME.format(**taken.words).splitlines()
    yield "Read me", ("About this workbook",), ((line,) for line in words)
    yield "Scores", (*scores.HEAD, "why"), (_score(one, shown_from[one.variable]) for one in taken.figures)
    yield "Scales", scores.SCALES, scores.scales(found.scales, found.instrument)
    yield "Answers", scores.ANSWERS, map(_numbered, scores.answers(found.items, book.variables))
    yield "Positions", POSITIONS, positions(taken)
    yield "Comments", COMMENTS, ((one,) for one in taken.comments)
    yield "Codebook", codebook.HEAD, codebook.rows(book.variables)


def _score(one: scores.Score, least: int) -> tuple[Cell, ...]:
    why = WHY[one.told].format(least=least)
    return one.variable, one.n, one.percent_positive, one.low, one.high, one.bound, one.told, why


def _numbered(row: Sequence[str]) -> tuple[Cell, ...]:
    """How often a value was chosen, with its numbers as numbers."""
    variable, value, label, positive, count = row
    return variable, int(value), label, int(positive), int(count)
