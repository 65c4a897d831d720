"""`/trace/<issue>/packet.pdf`: one concern hop by hop, for a surveyor to take along."""

from collections.abc import Iterator

from flask import Blueprint
from werkzeug.wrappers import Response

from services.evidence.scope import issues_of
from services.printing.paper import Block, Heading, Paper, Table, Words
from services.printing.press import pdf
from services.web import when
from services.web.pages.trace.telling import Line, Told, Traced, traced
from services.web.papers.making import paper, served
from services.web.visit import Visit, here
from services.web.when import When
from workflows.trail import Note

packet = Blueprint("packet_paper", __name__)

WITHOUT = "What is privileged or restricted is not in here; some may be."


@packet.get("/trace/<stream>/packet.pdf")
def show(stream: str) -> Response:
    visit = here()
    looking = when.when(visit)
    found = traced(visit, stream, looking)
    visit.house.looks.note(visit.actor, Note(how="exported", what="trace", about=stream))
    made = packet_paper(visit, found, looking)
    return served(made, f"trace-{found.number}", f"/trace/{stream}{looking.query}")


def packet_files(visit: Visit, stream: str) -> tuple[tuple[str, bytes], ...]:
    """As they lie in the evidence of an issue, or of a record that belongs to some: their names, and the PDFs."""
    looking = When("now", visit.today, visit.now)
    issues = [one for one in issues_of(visit.house, stream) if visit.sees(one)]
    papers = [pdf(packet_paper(visit, traced(visit, one, looking), looking)) for one in issues]
    return tuple((f"packet{f'-{n}' if n > 1 else ''}.pdf", paper) for n, paper in enumerate(papers, 1))


def packet_paper(visit: Visit, found: Traced, looking: When) -> Paper:
    title = f"#{found.number} {found.title}"
    return paper(visit, looking, title=title, under=f"Traced in {found.unit}.", blocks=tuple(_blocks(found)))


def _blocks(found: Traced) -> Iterator[Block]:
    yield Words(f"{found.summed} {WITHOUT}")
    for hop in found.hops:
        yield Heading(hop.name, aside=hop.after)
        if hop.without:
            yield Words(f"Gap: {hop.without}" if hop.gap else hop.without, "strong" if hop.gap else "quiet")
        if hop.lines:
            yield _facts(hop)
    yield Words(
        f"The proof of each entry: “heard export evidence --issue {found.number}” writes it, and anybody checks it with "
        "nothing but Python or a browser."
    )


def _facts(hop: Told) -> Block:
    head = ("Day", "What", "By", "In the ledger")
    return Table("", head, tuple(map(_row, hop.lines)), (2, 8, 3, 4))


def _row(line: Line) -> tuple[str, ...]:
    step = line.step
    words = f": “{step.words}”" if step.words else ""
    late = f" (entered {step.late})" if step.late else ""
    return step.when + late, step.what + words, step.who, line.place
