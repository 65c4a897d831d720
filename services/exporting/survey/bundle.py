"""All of it as a zip, whose bytes depend on nothing but what is in it."""

import csv
import io
from collections.abc import Iterable, Sequence
from importlib.resources import files
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from msgspec import Struct, json

from assessments.campaign import Campaign
from services import commenting, surveyed
from services.clerk.access import Actor
from services.exporting.survey import codebook, scores
from services.exporting.survey.codebook import Codebook
from services.exporting.survey.scores import Score
from services.house import House
from services.instruments import document_of
from services.surveyed import Result
from services.tracking_sheet.rejects import MARK, inert
from workflows.trail import Note

BEGINNING = (1980, 1, 1, 0, 0, 0)
READ_ME = """What {title} found in {unit}, closed on {closed}: {ballots} ballots.

{validation}
Where too few answered, there is no figure. In a group smaller than {whole_from} a share that all or nobody gave is told as a
bound. What one person answered is not in here: nobody was told before answering that it would leave the house.
Waves are samples of their own: the same people cannot be followed from one to the next.
"""
FILES = """
scores.csv, scores.json      the figures, as the page tells them
scales.csv                   means of scales, from 0 to 100
answers.csv                  how answers fall, of items that many people answered
positions.csv                of a part of a wave: the same by what people do, where that may be told
comments.csv                 what people wrote, once it is shown: in no order, tied to nothing
codebook.csv, codebook.json  what was asked, in which words, on which scales, by which rules it was counted
instrument.json              the instrument to the word
page.R                       makes the page again: Rscript page.R
"""
COMMENTS = ("comment",)
POSITIONS = ("positions", "eligible", "answered", *scores.HEAD)


class Taken(Struct, frozen=True, kw_only=True):
    """What there is to take of one campaign."""

    campaign: str
    found: Result
    book: Codebook
    figures: tuple[Score, ...]
    comments: tuple[str, ...]

    @property
    def told(self) -> int:
        """How many items have figures."""
        return sum(one.percent is not None for one in self.found.items)

    @property
    def words(self) -> dict[str, object]:
        """What the words about it name."""
        book = self.book
        told = {"title": book.title, "unit": book.unit, "closed": book.closed, "ballots": book.ballots or "too few"}
        return {**told, "whole_from": book.whole_from, "validation": book.validation}


def taken(house: House, campaign: str, state: Campaign) -> Taken | None:
    """None where it was not counted or what it asked is not here."""
    found = surveyed.result(house, campaign, state)
    if found is None or found.provenance is None:
        return None
    book = codebook.codebook(found, campaign, state)
    comments = commenting.told(house, campaign, state)
    return Taken(campaign=campaign, found=found, book=book, figures=scores.scores(found.items), comments=comments)


def write(stream: IO[bytes], house: House, actor: Actor, what: Taken) -> int:
    """How many items have figures. That it was taken is on record before anything is written."""
    house.looks.note(actor, Note(how="exported", what="survey", about=what.campaign))
    with ZipFile(stream, "w", ZIP_DEFLATED) as whole:
        for name, body in _files(house, what):
            whole.writestr(ZipInfo(name, BEGINNING), body, ZIP_DEFLATED)
    return what.told


def _files(house: House, what: Taken) -> Iterable[tuple[str, bytes]]:
    book, found = what.book, what.found
    yield "README.txt", (READ_ME.format(**what.words) + FILES).encode()
    yield "scores.csv", sheet(scores.HEAD, scores.rows(what.figures))
    yield "scores.json", json.format(json.encode({"provenance": found.provenance, "scores": what.figures})) + b"\n"
    scales = (tuple(map(scores.cell, row)) for row in scores.scales(found.scales, found.instrument))
    yield "scales.csv", sheet(scores.SCALES, scales)
    yield "answers.csv", sheet(scores.ANSWERS, scores.answers(found.items, book.variables))
    yield "positions.csv", sheet(POSITIONS, positions(what))
    yield "comments.csv", sheet(COMMENTS, ((one,) for one in what.comments))
    yield "codebook.csv", sheet(codebook.HEAD, codebook.rows(book.variables))
    yield "codebook.json", json.format(json.encode(book)) + b"\n"
    yield "instrument.json", document_of(house, found.instrument)
    yield "page.R", (files("services.exporting.survey") / "page.R").read_bytes()


def positions(what: Taken) -> Iterable[tuple[str, ...]]:
    """Those that too few hold to be told apart have a plus between."""
    for held in what.found.held:
        for row in scores.rows(scores.scores(held.items)):
            yield held.positions, str(held.eligible), str(held.ballots), *row


def sheet(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    stream = io.StringIO(newline="")
    stream.write(MARK)
    csv.writer(stream).writerows([list(head), *(inert(row) for row in rows)])
    return stream.getvalue().encode()
