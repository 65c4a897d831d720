"""What every paper has: the hospital, the moment it speaks of, the signed head of the ledger; and the way it leaves."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain
from typing import Literal

from flask import Response, redirect
from msgspec.structs import replace
from werkzeug.wrappers import Response as Reply

from assessments.scoring import SCORING
from services.printing.paper import Block, Figures, Foot, Paper
from services.printing.press import TooLong, pdf
from services.printing.reference import Kind
from services.reader import position
from services.reader.position import Position
from services.web.framing import tell
from services.web.layout import Moment as Shown
from services.web.layout import spoken
from services.web.telling import log_head, reference
from services.web.visit import Visit
from services.web.when import When
from workflows.kernel.moments import MICRO

TOO_LONG = "That would be hundreds of pages, so it was not printed. Look at a shorter time, or take it out as a file."


def paper(
    visit: Visit,
    looking: When,
    *,
    title: str,
    under: str = "",
    blocks: Sequence[Block],
    template: Literal["sheet", "book"] = "sheet",
    again: tuple[Kind, str | None] | None = None,
) -> Paper:
    """The head of the ledger is that of now, also where a past moment is told: it covers all that is told. `again`: its figures
    can be found again, as those of this kind and unit."""
    size = visit.house.ledger.head()[0]
    last = position.recorded(Position(size), visit.house.ledger) or visit.now
    return Paper(
        template=template,
        hospital=visit.house.plate.name,
        title=title,
        under=" ".join(filter(None, (under, moment(visit, looking)))),
        printed=spoken(date.fromisoformat(visit.today)),
        moment=min(looking.until, last) // MICRO,
        blocks=tuple(blocks),
        foot=foot(visit, str(reference.told(visit, looking, *again, figures(blocks))) if again else ""),
    )


def handed_on(visit: Visit) -> Visit:
    """The same reader, without what is privileged: a paper is for others, too, and says the same whoever takes it along."""
    actor = replace(visit.actor, behind=visit.house.rights.shared_without(visit.actor))
    return Visit(visit.house, visit.person, actor)


def figures(blocks: Iterable[Block]) -> tuple[tuple[str, str], ...]:
    """What stands in front, number by number."""
    return tuple(chain.from_iterable(block.pairs for block in blocks if isinstance(block, Figures)))


def foot(visit: Visit, found_by: str = "") -> Foot | None:
    """None where the ledger contradicts what was signed of it."""
    head = log_head.told(visit)
    if head is None:
        return None
    root = head.note.splitlines()[2]
    return Foot(
        size=head.size, root=root, scoring=SCORING, note=head.note.strip(), square=str(head.square), reference=found_by
    )


def moment(visit: Visit, looking: When) -> str:
    """Which moment it speaks of; "" for now."""
    if not looking.past:
        return ""
    said = Shown("", date.fromisoformat(visit.today), looking.kind, date.fromisoformat(looking.day)).statement
    known = f" By what stood in the ledger up to entry {looking.at.seq:,}." if looking.at.seq else ""
    return f"{said}{known}"


def served(made: Paper, name: str, back: str) -> Reply:
    """As a file to keep; the page again, with a sentence, where it would be too long."""
    try:
        return file(pdf(made), f"{name}.pdf", "application/pdf")
    except TooLong:
        tell(TOO_LONG)
        return redirect(back, 303)


def file(content: bytes, name: str, kind: str) -> Response:
    return Response(content, mimetype=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
