"""`/register/<key>/binder.zip`: a register with all that shows it, in one file. It is a bundle of evidence, which anybody can
check, and `binder.pdf` in it says the same to whoever reads."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Blueprint, redirect, send_file
from werkzeug.wrappers import Response

from projections.charters import Cell
from projections.registers import Group
from services.evidence import bundle
from services.evidence.scope import Scope
from services.printing.paper import Block, Break, Figures, Heading, Listed, Paper, Table, Words
from services.printing.press import TooLong, pdf
from services.web import when
from services.web.framing import tell
from services.web.pages.registers import telling
from services.web.pages.registers.gathering import Gathered, gathered
from services.web.pages.trace.telling import place
from services.web.papers.making import TOO_LONG, handed_on, paper
from services.web.papers.pictures import picture
from services.web.papers.states import called
from services.web.pictures import grid, sentence
from services.web.telling import timeline
from services.web.telling.desks import headline
from services.web.visit import Visit, here
from services.web.visit import Words as Opened
from services.web.when import When
from workflows.kernel.grammar import Fact

binder = Blueprint("binder_paper", __name__)

LINES = ("Line", "Now", "Sees to it", "By")
ENTRIES = ("Day", "What was entered", "By", "In the ledger")
MOST, LEAST, LONGEST = 600, 3, 300
"""Entries that are printed, those of one statement at least, and letters of one; the bundle has all."""


@binder.get("/register/<key>/binder.zip")
def show(key: str) -> Response:
    visit = here()
    visit.must("read.hospital")
    looking = when.when(visit)
    gathered(visit, key, looking)
    with TemporaryDirectory() as directory:
        file = Path(directory) / "binder.zip"
        try:
            write(file, visit, key, looking)
        except TooLong:
            tell(TOO_LONG)
            return redirect(f"/register/{key}{looking.query}", 303)
        return send_file(file.open("rb"), "application/zip", True, f"binder-{key}-{looking.day}.zip")


def write(file: Path, visit: Visit, key: str, looking: When) -> bundle.Bundled:
    """As it stood at the moment looked at; the proof is of today's ledger, which covers it. It is handed on: nothing privileged
    is in it, whoever takes it."""
    visit = handed_on(visit)
    printed = partial(_printed, visit, key, looking)
    return bundle.write(file, visit.house, visit.actor, Scope("register", key), lambda _: None, beside=printed)


def _printed(visit: Visit, key: str, looking: When) -> tuple[tuple[str, bytes], ...]:
    return (("binder.pdf", pdf(binder_paper(visit, key, looking))),)


def binder_paper(visit: Visit, key: str, looking: When) -> Paper:
    found = gathered(visit, key, looking)
    under = f"{found.register.edition}. {telling.handed_in(found.register, looking)}".strip()
    blocks = tuple(_blocks(visit, found, looking))
    return paper(visit, looking, title=found.register.title, under=under, template="book", blocks=blocks)


def _blocks(visit: Visit, found: Gathered, looking: When) -> Iterator[Block]:
    groups = found.whole.groups
    yield Heading("How it stands")
    yield Words(found.register.points)
    yield Figures(tuple((str(number), words) for number, words in telling.counts(found.whole)))
    if found.numbers:
        told = tuple(telling.facilities(found.numbers))
        yield Table("Facility by facility", telling.FACILITIES, told, (4, 3, 2, 3, 3))
    says = f"{sentence(found.bands)}."
    yield picture(grid(found.bands), says, says.capitalize())
    lines = tuple(one for group in groups for one in telling.lines(group, found.words))
    yield Table("Line by line", LINES, lines, (5, 2, 3, 2))
    yield Heading("What is missing, and who could say it")
    missing = tuple(one for group in groups for one in telling.missing(visit, group))
    if missing:
        yield Table("", ("Line", "Now", "Who could say it is in place"), missing, (4, 2, 5))
    else:
        yield Words("Nothing: each line is in place.")
    yield Heading("How to check it")
    yield Words(
        "This paper lies in a bundle of evidence, and what it says of an entry can be held against the entry itself: “python3 "
        "verify.py” in the same file checks each of them against the signed head of the ledger, with nothing but Python, and "
        "index.html does so in a browser. “In the ledger” names the place of an entry, and how its hash begins."
    )
    yield Words(found.register.facility)
    yield Words(f"Source: {found.register.source}", "quiet")
    for group in groups:
        yield from _group(visit, found, group, looking)


def _group(visit: Visit, found: Gathered, group: Group, looking: When) -> Iterator[Block]:
    yield Break()
    yield Heading(group.title, aside=telling.summed(group))
    for cell in group.cells:
        yield from _statement(visit, found, cell, looking)


def _statement(visit: Visit, found: Gathered, cell: Cell, looking: When) -> Iterator[Block]:
    told = found.words.cell(cell)
    late = f", {told.late}" if told.late else ""
    yield Heading(cell.item.title, 2, f"{called(cell.state)}{late}")
    yield Words(cell.item.question, "quiet")
    if told.words:
        yield Words(told.words, "quoted")
    facts = tuple((name, value) for name, value in told.facts if name != "Asked")
    if told.kinds or facts:
        yield Listed((*((kind, "") for kind in told.kinds), *facts))
    if beside := telling.beside(found.register.beside.get(cell.key, ()), found.figures):
        yield Table("Counted beside it, over four quarters", ("Figure", "It comes to"), tuple(beside), (1, 1))
    yield from _entries(visit, found, cell, looking)


def _entries(visit: Visit, found: Gathered, cell: Cell, looking: When) -> Iterator[Block]:
    """What was entered about it, attestations among it, and what was named to show it: each with its place."""
    rows = [one for one in (cell.row, *cell.entries) if one is not None]
    named = (name for one in rows if one.row.standard.said for name in one.row.standard.said.evidence)
    streams = dict.fromkeys((*(one.stream for one in rows), *named))
    facts = timeline.facts(visit, [one for one in streams if visit.sees(one)], looking)
    if not facts:
        yield Words("Nothing was entered about it.")
        return
    fits = facts[: max(LEAST, MOST // found.whole.of)]
    words = visit.open(timeline.refs(fits))
    yield Table(
        "What was entered about it", ENTRIES, tuple(_entry(visit, one, words, looking) for one in fits), (2, 8, 3, 4)
    )
    if len(facts) > len(fits):
        yield Words(f"and {len(facts) - len(fits)} more, in the bundle", "quiet")


def _entry(visit: Visit, fact: Fact, words: Opened, looking: When) -> tuple[str, ...]:
    step = timeline.step(visit, fact, words, looking)
    said = f": “{headline(step.words, LONGEST)}”" if step.words else ""
    late = f" (entered {step.late})" if step.late else ""
    return step.when + late, step.what + said, step.who, place(visit, fact)
