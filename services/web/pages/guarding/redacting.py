"""`/privacy/redact/<record>`: its texts, and a passage taken out of one of them."""

from flask import Blueprint, abort, redirect, request
from msgspec import Struct
from werkzeug.wrappers import Response

from services.clerk.asking import Asked, Circumstances
from services.erasing.carrying import carry_on
from services.web.doing.giving import Failed, answered, fresh_key, give, said, sent_on
from services.web.framing import shown
from services.web.layout import Field
from services.web.pages.guarding.shared import called, day
from services.web.paths import local, page_of
from services.web.phrases import choice
from services.web.visit import Visit, here
from workflows.kernel.grammar import By, Ref
from workflows.subject.commands import Redact
from workflows.trail import Note

redacting = Blueprint("redacting", __name__)
MARK = "[…]"


class Piece(Struct, frozen=True):
    """One text of a record: where it stands, what it is, how it reads now."""

    ref: Ref
    called: str
    words: str
    href: str


@redacting.get("/privacy/redact")
def find() -> Response | str:
    """By its id, for whoever may take words out and not read the page they stand on."""
    visit = here()
    visit.must(Redact.VERB)
    wanted = request.args.get("record", "").strip()
    if wanted and any(visit.house.ledger.stream_rows(wanted)):
        return redirect(f"/privacy/redact/{wanted}", 303)
    error = "There is no record with this id. Its page shows it, under About it." if wanted else ""
    record = Field(
        "record", "Of which record?", "Its id, as its page shows it.", value=wanted, error=error, required=True
    )
    return shown("guarding/find.html", place="Privacy", fields=(record,))


@redacting.get("/privacy/redact/<stream>")
def texts(stream: str) -> str:
    visit = here()
    visit.must(Redact.VERB, None, stream)
    amiss = _amiss(visit, stream)
    return shown(
        "guarding/texts.html",
        place="Privacy",
        title=called(stream),
        amiss=amiss,
        pieces=[] if amiss else _pieces(visit, stream),
        back=page_of(stream) if visit.may("read.issue", None, stream) else "/privacy",
    )


@redacting.get("/privacy/redact/<stream>/<int:seq>/<part>")
def ask(stream: str, seq: int, part: str) -> Response:
    return _form(_piece(here(), stream, seq, part), None)


@redacting.post("/privacy/redact/<stream>/<int:seq>/<part>")
def take_out(stream: str, seq: int, part: str) -> Response:
    """The text as it is to be read from now on; the one before is destroyed, or kept for the court alone where it is held."""
    visit = here()
    piece = _piece(visit, stream, seq, part)
    text, reason = (request.form.get(name, "").replace("\r\n", "\n").strip() for name in ("text", "reason"))
    wrong = {name: "Say it in a few words" for name, words in (("text", text), ("reason", reason)) if not words}
    if text == piece.words.strip():
        wrong["text"] = f"Put {MARK} where the passage was."
    if wrong or max(len(text), len(reason)) > 8_000:
        return _form(piece, Failed(422, wrong=wrong))
    command = Redact(about=stream, seq=seq, part=part, text=text, reason=reason)
    outcome = give(visit, command, None, request.form.get("command", ""))
    if isinstance(outcome, Failed):
        return _form(piece, outcome)
    carry_on(visit.house)
    return sent_on(Redact.VERB, f"/privacy/redact/{stream}")


def _amiss(visit: Visit, stream: str) -> str:
    """Why no passage can be taken out of this record, whichever it is; "" where one can."""
    wished = Redact(about=stream, seq=0, part="what", text=MARK, reason=MARK)
    circumstances = Circumstances(by=By("person", visit.person), via="page")
    refusal = visit.house.clerk.refuses(Asked(wished, None, "", circumstances))
    return said(visit, refusal) if refusal else ""


def _pieces(visit: Visit, stream: str) -> list[Piece]:
    """Every text of the record that is still there; that somebody looks at them is on record first."""
    visit.must(Redact.VERB, None, stream)
    house = visit.house
    facts = [house.clerk.mapper.fact(row) for row in house.ledger.stream_rows(stream)] or abort(404)
    if _amiss(visit, stream):
        return []
    house.looks.note(visit.actor, Note(how="viewed", what="voices", about=stream))
    refs = {Ref(fact.seq, part.part): fact for fact in facts for part in fact.head.sealed}
    opened = house.door.open(refs)
    return [
        Piece(
            ref,
            f"{choice(ref.part)}, {day(visit, fact.happened)}",
            opened[ref],
            f"/privacy/redact/{stream}/{ref.seq}/{ref.part}",
        )
        for ref, fact in refs.items()
        if ref in opened
    ]


def _piece(visit: Visit, stream: str, seq: int, part: str) -> Piece:
    return next((one for one in _pieces(visit, stream) if one.ref == Ref(seq, part)), None) or abort(404)


def _form(piece: Piece, failed: Failed | None) -> Response:
    wrong = failed.wrong if failed else {}
    text = request.form.get("text", piece.words)
    page = shown(
        "guarding/redact.html",
        place="Privacy",
        notices=failed.notices if failed else (),
        action=local(request.path),
        called=piece.called,
        fields=(
            Field(
                "text",
                "What remains?",
                f"Put {MARK} where the passage was.",
                "words",
                (),
                text,
                wrong.get("text", ""),
                True,
            ),
            Field(
                "reason",
                "Why is it taken out?",
                "Do not repeat the passage.",
                "words",
                (),
                request.form.get("reason", ""),
                wrong.get("reason", ""),
                True,
            ),
        ),
        key=fresh_key(),
    )
    return answered(page, failed)
