"""All of it as a zip, whose bytes depend on nothing but what is in it."""

import csv
import io
from collections.abc import Iterable, Sequence
from importlib.resources import files
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from msgspec import json

from assessments.campaign import Campaign
from services import surveyed
from services.clerk.access import Actor
from services.exporting.survey import codebook, scores
from services.house import House
from services.instruments import document_of
from services.surveyed import Result
from services.tracking_sheet.rejects import MARK, inert
from workflows.trail import Note

BEGINNING = (1980, 1, 1, 0, 0, 0)
READ_ME = """What {title} found in {unit}, closed on {closed}: {ballots} ballots.

scores.csv, scores.json      the figures, as the page tells them
answers.csv                  how answers fall, of items that {whole_from} people or more answered
codebook.csv, codebook.json  what was asked, in which words, on which scales, by which rules it was counted
instrument.json              the instrument to the word
page.R                       makes the page again: Rscript page.R

{validation}
Where too few answered, there is no figure. In a group smaller than {whole_from} a share that all or nobody gave is told as a
bound. What one person answered is not in here: nobody was told before answering that it would leave the house.
Waves are samples of their own: the same people cannot be followed from one to the next.
"""


def write(stream: IO[bytes], house: House, actor: Actor, campaign: str, state: Campaign) -> int | None:
    """How many items have figures; None, and nothing written, where it was not counted or what it asked is not here. That it
    was taken is on record before anything is written."""
    found = surveyed.result(house, campaign, state)
    if found is None or found.provenance is None:
        return None
    house.looks.note(actor, Note(how="exported", what="survey", about=campaign))
    with ZipFile(stream, "w", ZIP_DEFLATED) as whole:
        for name, body in _files(house, campaign, state, found):
            whole.writestr(ZipInfo(name, BEGINNING), body, ZIP_DEFLATED)
    return sum(one.percent is not None for one in found.items)


def _files(house: House, campaign: str, state: Campaign, found: Result) -> Iterable[tuple[str, bytes]]:
    assert found.provenance is not None
    book = codebook.codebook(found.instrument, campaign, state, found.provenance.scoring, found.provenance.rules)
    figures = scores.scores(found.items)
    told = {"title": book.title, "unit": book.unit, "closed": book.closed, "ballots": book.ballots}
    told |= {"whole_from": book.whole_from, "validation": book.validation}
    yield "README.txt", READ_ME.format(**told).encode()
    yield "scores.csv", _sheet(scores.HEAD, scores.rows(figures))
    yield "scores.json", json.format(json.encode({"provenance": found.provenance, "scores": figures})) + b"\n"
    yield "answers.csv", _sheet(scores.ANSWERS, scores.answers(found.items, book.variables))
    yield "codebook.csv", _sheet(codebook.HEAD, codebook.rows(book.variables))
    yield "codebook.json", json.format(json.encode(book)) + b"\n"
    yield "instrument.json", document_of(house, found.instrument)
    yield "page.R", (files("services.exporting.survey") / "page.R").read_bytes()


def _sheet(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    stream = io.StringIO(newline="")
    stream.write(MARK)
    csv.writer(stream).writerows([list(head), *(inert(row) for row in rows)])
    return stream.getvalue().encode()
