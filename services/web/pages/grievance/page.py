"""`/grievances`: by days left; `/grievance/<id>`: one, with what was done and what is owed."""

from flask import Blueprint, abort, redirect
from werkzeug.wrappers import Response

from projections.grievances import SHELVES, GrievanceRow
from projections.lives import Stint
from services.web import when
from services.web.doing.actions import Action
from services.web.framing import shown
from services.web.layout import Line
from services.web.pages.grievance.letter import letter_of
from services.web.paths import its_id
from services.web.phrases import choice
from services.web.telling import timeline
from services.web.telling.desks import headline
from services.web.telling.stories import day, promises
from services.web.visit import Visit, Words, here
from services.web.when import When
from services.wording import time_words
from workflows.kernel.grammar import Ref

grievance = Blueprint("grievance", __name__)

STATES = {
    "open": ("owed", "Letter owed"),
    "sent": ("resolved", "Letter is out"),
    "closed": ("closed", ""),
    "withdrawn": ("withdrawn", ""),
}
_ALWAYS = (("grievance.note_step", "Note a step", False), ("grievance.hand_on", "Hand it on", False))
OFFERS = {
    "unwritten": (
        ("grievance.write_letter", "Write the letter", True),
        ("grievance.acknowledge", "The family knows", False),
        *_ALWAYS,
        ("grievance.extend", "It takes longer", False),
        ("grievance.correct", "Correct", False),
        ("grievance.withdraw", "They take it back", False),
    ),
    "written": (
        ("grievance.send_letter", "The letter is on its way", True),
        *_ALWAYS,
        ("grievance.extend", "It takes longer", False),
        ("grievance.correct", "Correct", False),
        ("grievance.withdraw", "They take it back", False),
    ),
    "sent": (("grievance.close", "Close it", True), *_ALWAYS),
}


@grievance.get("/grievances")
def every() -> str:
    visit = here()
    units = readable(visit)
    looking = when.when(visit)
    with visit.look(looking) as look:
        found = look.grievances(units)
    words = visit.open(one.row.complaint.words for one in found)
    lines = {state: [_line(visit, one, words, looking) for one in found if one.row.state == state] for state in SHELVES}
    return shown(
        "grievance/every.html",
        place="Grievances",
        notices=looking.notices,
        moment=when.control(visit, looking),
        figures=_figures(found, looking),
        owed=lines["open"],
        rest=[("The letter is out", lines["sent"]), ("Closed", lines["closed"]), ("Taken back", lines["withdrawn"])],
    )


def readable(visit: Visit) -> list[str]:
    """The units whose grievances the reader may read, "" for those about none; 404 where there are none."""
    found = [slug for slug in ("", *visit.names.units) if visit.may("read.grievances", slug or None)]
    return found or abort(404)


def _line(visit: Visit, one: Stint[GrievanceRow], words: Words, looking: When) -> Line:
    complaint = one.row.complaint
    state, said = STATES[one.row.state]
    return Line(
        href=f"/grievance/{one.stream}{looking.query}",
        title=headline(words.of(complaint.words)),
        where=f"{visit.names.unit(complaint.unit)} · {choice(complaint.language)}",
        state=state,
        words=said,
        due=time_words.due(complaint.due, looking.day) if one.row.state == "open" else "",
        late=one.row.state == "open" and complaint.due < looking.day,
    )


def _figures(found: tuple[Stint[GrievanceRow], ...], looking: When) -> list[tuple[str, str]]:
    owed = [one.row.complaint for one in found if one.row.state == "open"]
    late = sum(one.due < looking.day for one in owed)
    figures = [(str(len(owed)), "letter owed" if len(owed) == 1 else "letters owed"), (str(late), "overdue")]
    return figures if found else []


@grievance.get("/grievance/<stream>")
def show(stream: str) -> str | Response:
    visit = here()
    found, looking = one_of(visit, stream)
    row = found.row
    complaint = row.complaint
    told = timeline.facts(visit, [stream], looking)
    letter = letter_of(visit, stream, row)
    words = visit.open([complaint.words, row.why, row.to, *timeline.refs(told)])
    state, said = STATES[row.state]
    return shown(
        "grievance/grievance.html",
        place="Grievances",
        notices=looking.notices,
        moment=when.control(visit, looking),
        title=headline(words.of(complaint.words), 60),
        stream=stream,
        state=state,
        said_of_state=said,
        late=time_words.due(complaint.due, looking.day) if complaint.due < looking.day and row.state == "open" else "",
        said=(
            words.of(complaint.words),
            f"{visit.names.unit(complaint.unit)}, {day(visit, complaint.opened, looking)}",
        ),
        next=_next(visit, row, looking),
        concern=f"/voice/{complaint.about}" if visit.may("read.issue", complaint.unit, complaint.about) else "",
        letter=letter,
        facts=[*_facts(visit, row, words, looking), *its_id(stream)],
        steps=timeline.steps(visit, told, words, looking),
        actions=() if looking.past else _actions(visit, stream, row),
    )


@grievance.get("/grievance/<stream>/letter")
def print_letter(stream: str) -> str | Response:
    visit = here()
    found, _ = one_of(visit, stream)
    letter = letter_of(visit, stream, found.row)
    return (
        shown("grievance/letter.html", place="Grievances", letter=letter, stream=stream)
        if letter
        else redirect(f"/grievance/{stream}", 303)
    )


def one_of(visit: Visit, stream: str) -> tuple[Stint[GrievanceRow], When]:
    """A grievance at the moment asked about; 404 where it was not, or is not the reader's to read."""
    known = visit.house.clerk.memory.get(stream) if stream.startswith("grievance-") else None
    if known is None or not known.version:
        abort(404)
    visit.must("read.grievances", known.state.unit, stream)
    looking = when.when(visit)
    with visit.look(looking) as look:
        return look.grievance(stream) or abort(404), looking


def _next(visit: Visit, row: GrievanceRow, looking: When) -> str:
    complaint = row.complaint
    match row.state:
        case "open":
            by = f"{time_words.short(complaint.due, looking.day)} ({time_words.due(complaint.due, looking.day)})"
            does = "sends the letter" if complaint.letter else "writes and sends the letter"
            return f"{visit.names.of(complaint.holder)} {does} by {by}."
        case "sent":
            return f"{visit.names.of(complaint.holder)} closes it, once nothing more is to be done."
        case _:
            return "Nothing: it is over."


def _facts(visit: Visit, row: GrievanceRow, words: Words, looking: When) -> list[tuple[str, str]]:
    complaint = row.complaint
    pairs: tuple[tuple[str, str], ...] = (
        ("Letter promised for", promises(complaint.first_due, complaint.due, complaint.moves, looking)),
        ("Seen to by", visit.names.of(complaint.holder)),
        ("Language of the letter", choice(complaint.language)),
        ("The family knows", day(visit, complaint.acknowledged, looking) if complaint.acknowledged else "not yet"),
        ("Sent", f"{choice(row.how)}, {day(visit, row.sent, looking)}" if row.how and row.sent else ""),
        ("Sent to", words.of(row.to)),
        ("Taken back", words.of(row.why)),
    )
    return [(name, value) for name, value in pairs if value]


def _actions(visit: Visit, stream: str, row: GrievanceRow) -> tuple[Action, ...]:
    state = ("written" if row.complaint.letter else "unwritten") if row.state == "open" else row.state
    offers = [one for one in OFFERS.get(state, ()) if not (one[0] == "grievance.acknowledge" and _knows(row))]
    return tuple(
        Action(label, f"/do/{verb.replace('.', '/')}?to={stream}", first)
        for verb, label, first in offers
        if visit.may(verb, row.complaint.unit, stream)
    )


def _knows(row: GrievanceRow) -> Ref | int | None:
    return row.complaint.acknowledged
