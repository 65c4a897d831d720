"""`/voice/<id>`: a concern on its own page, for its speaker and for those who answer."""

from babel import Locale
from flask import Blueprint, abort, redirect
from markupsafe import Markup
from werkzeug.wrappers import Response

from projections.answers import VoiceRow
from projections.lives import Stint
from services.clerk import meanwhile
from services.web import when
from services.web.doing import actions
from services.web.framing import shown
from services.web.paths import its_id
from services.web.phrases import choice
from services.web.telling import desks, timeline
from services.web.telling.desks import headline
from services.web.telling.notices import told_by_mail
from services.web.telling.stories import day, signed, speaker
from services.web.visit import ERASED, Visit, Words, here
from services.web.when import When
from services.wording import time_words
from workflows.concern.state import Photo, Voice
from workflows.kernel.grammar import Ref

voice = Blueprint("voice", __name__)


@voice.get("/voice/<stream>")
def show(stream: str) -> str | Response:
    visit = here()
    looking = when.when(visit)
    if entered := visit.entered(stream, lambda there: may_read(visit, there)):
        return redirect(f"/voice/{entered}", 303)
    item = visit.house.waiting_room.item(stream)
    with visit.look(looking) as look:
        known = next(iter(look.said([stream])), None)
        found = (meanwhile.voice(item) if item and look.is_now else known) or abort(404)
        issue = look.about([found.row.voice.issue]) if found.row.voice.issue else {}
    row = found.row
    if not may_read(visit, stream):
        abort(404)
    visit.opening.looked("read.issue", stream)
    told = (*timeline.facts(visit, [stream], looking), *(item.facts if item and look.is_now else ()))
    answer = row.answer
    words = visit.open(
        [
            row.voice.what,
            row.voice.idea,
            row.voice.hidden,
            row.why,
            *_answer_refs(row),
            *_shown_refs(row),
            *timeline.refs(told),
        ]
    )
    desk = desks.of_voice(row)
    return shown(
        "voice/voice.html",
        place="My answers" if _own(visit, stream) else "Unit",
        notices=looking.notices,
        moment=when.control(visit, looking),
        title=headline(words.of(row.voice.what), 60),
        desk=desk,
        photos=[(f"/voice/{stream}/photo/{one.id}", _shown(words, one)) for one in row.voice.photos],
        said=(words.of(row.voice.what), f"{speaker(visit, found)}, {day(visit, row.voice.raised, looking)}"),
        answer=(words.of(answer.text), signed(visit, answer.by, answer.at, looking)) if answer else None,
        reason=words.of(answer.reason) if answer else "",
        next=next_of(visit, found, looking),
        facts=[*_facts(visit, found, words, looking), *told_by_mail(visit, [stream], looking), *its_id(stream)],
        issue=[(f"#{one.row.matter.number}", f"/issue/{one.stream}{looking.query}") for one in issue.values()],  # type: ignore[attr-defined] # rows of issues
        steps=timeline.steps(visit, told, words, looking),
        actions=() if looking.past else actions.of_voice(visit, stream, row),
    )


def _shown_refs(row: VoiceRow) -> list[Ref | None]:
    return [photo.shows for photo in row.voice.photos]


def _shown(words: Words, photo: Photo) -> str:
    return words.of(photo.shows) if photo.shows else "A photo; what it shows was not said."


def may_read(visit: Visit, stream: str) -> bool:
    """Its speaker, whoever owes it something, and those who read the issues of the unit it is in today."""
    unit = visit.unit_of(stream)
    return visit.may("read.issue", unit, stream) or (_own(visit, stream) and visit.may("read.own", unit, stream))


def _own(visit: Visit, stream: str) -> bool:
    return visit.house.people.speaker_of(stream) == visit.person


def _answer_refs(row: VoiceRow) -> list[Ref | None]:
    return [row.answer.text, row.answer.reason] if row.answer else []


def next_of(visit: Visit, stint: Stint[VoiceRow], looking: When) -> str:
    """What happens next with one voice, as a sentence."""
    row = stint.row
    by = f" by {time_words.short(row.due, looking.day)} ({time_words.due(row.due, looking.day)})" if row.due else ""
    match row.state:
        case "owed":
            return f"{visit.names.of(row.voice.answerer)} owes an answer{by}."
        case "answered" if row.answer:
            return f"{visit.names.of(row.answer.holder)} brings the answer{by}."
        case "delivered":
            return f"The person who spoke says whether they were heard{by}."
        case "noted":
            return "Nothing: it was a thank-you."
        case _:
            return "Nothing: it has come to its end."


def _called(visit: Visit, row: VoiceRow, looking: When) -> str:
    """Whether somebody was called because it could not wait; to the day, as everything about somebody who is not to be
    found."""
    if row.voice.paged is None:
        return ""
    called = f"whoever is on call, on {day(visit, row.voice.paged, looking)}"
    return called if visit.house.outbox.mail else f"nobody, on {day(visit, row.voice.paged, looking)}: no mail is sent"


def _grievance(visit: Visit, row: VoiceRow) -> str:
    """A link to what a complaint became, for whoever may read it, once it has entered."""
    grievance = row.voice.grievance
    if grievance is None or not visit.sees(grievance):
        return ""
    return Markup('<a href="/grievance/{}">its letter</a>').format(grievance)


def _kept_from(visit: Visit, stint: Stint[VoiceRow]) -> str:
    """Whom it is about, for those who put up walls."""
    if not visit.may("concern.wall", stint.row.unit or None):
        return ""
    return ", ".join(sorted(visit.names.of(one) for one in visit.house.people.walled(stint.stream)))


def _who(voice: Voice) -> str:
    who = "" if voice.who == "no_answer" else choice(f"who.{voice.who}")
    return ", ".join(filter(None, (who, "for somebody else" if voice.for_another else "")))


def _language(code: str | None) -> str:
    """A language by its English name."""
    return (Locale("en").languages.get(code) or code) if code else ""


def _contact(visit: Visit, stint: Stint[VoiceRow]) -> str:
    """For those who answer somebody who wants to be named; for nobody else."""
    voice = stint.row.voice
    if voice.contact is None or voice.speaker != "named":
        return ""
    may = visit.may("concern.answer", voice.unit, stint.stream)
    return (visit.house.door.open_locked(voice.contact) or ERASED) if may else ""


def _facts(visit: Visit, stint: Stint[VoiceRow], words: Words, looking: When) -> list[tuple[str, str]]:
    row = stint.row
    pairs = (
        ("Idea", words.of(row.voice.idea)),
        ("What it is", choice(row.voice.kind)),
        ("Where", visit.names.unit(row.voice.unit)),
        ("Where it was said", choice(row.voice.source)),
        ("Who spoke", _who(row.voice)),
        ("Interpreter", _language(row.voice.language)),
        ("How it came", "" if row.voice.came == "page" else choice(row.voice.came)),
        ("How to reach them", _contact(visit, stint)),
        ("Hidden", words.of(row.voice.hidden)),
        ("Could not wait", "yes" if row.voice.urgent else ""),
        ("Called", _called(visit, row, looking)),
        ("First look", choice(row.voice.route) if row.voice.route else ""),
        ("Event system", row.voice.event or ""),
        ("Grievance", _grievance(visit, row)),
        ("Kept from", _kept_from(visit, stint)),
        ("Read", day(visit, row.voice.acknowledged, looking) if row.voice.acknowledged else ""),
        ("How the answer came", choice(row.how) if row.how else ""),
        ("Reminded", time_words.number_of(row.notices, "time") if row.notices else ""),
        ("Ended", "as the sheet says" if row.as_the_sheet_says else ""),
        ("Why", words.of(row.why)),
    )
    return [(name, value) for name, value in pairs if value]
