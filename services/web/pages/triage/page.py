"""`/triage`: what nobody has looked at yet; `/triage/<id>`: one question, five buttons, and what follows from the answer."""

from flask import Blueprint, abort, redirect, request
from msgspec import Struct
from werkzeug.wrappers import Response

from projections.answers import VoiceRow
from projections.lives import Stint
from services.clerk import meanwhile
from services.reader.views import UNFINISHED
from services.web.doing.giving import Failed, answered, fresh_key, give
from services.web.framing import shown, tell
from services.web.phrases import done
from services.web.telling.desks import headline
from services.web.telling.stories import day, speaker
from services.web.visit import Visit, here
from services.web.when import When
from services.wording import time_words
from workflows.concern.commands import Route, Triage
from workflows.concern.state import Voice

triage = Blueprint("triage", __name__)


class Way(Struct, frozen=True):
    """One of the five answers: what its button says, and what follows."""

    route: Route
    label: str
    follows: str


WAYS = (
    Way("danger", "Danger now", "Somebody can come to harm today. Whoever is on call is called, and answers for it."),
    Way("event", "An event", "Something went wrong with care or nearly did. It gets its number in the event system."),
    Way("complaint", "A complaint", "A patient or family is not content. Settle it on the spot, or it gets a letter."),
    Way(
        "respect", "Respect", "Somebody was treated badly, or punished for speaking. Only those read it who see to it."
    ),
    Way("concern", "A concern, idea or question", "Everything else: the unit answers, as usual."),
)


@triage.get("/triage")
def every() -> str:
    visit = here()
    units = [slug for slug in visit.names.units if visit.may("concern.triage", slug)]
    if not units and not visit.may("concern.triage"):
        abort(404)
    voices = sorted(_unlooked(visit, units), key=lambda one: (not one.row.voice.urgent, one.row.since))
    words = visit.open(one.row.voice.what for one in voices)
    lines = [
        (
            f"/triage/{one.stream}",
            headline(words.of(one.row.voice.what)),
            f"{visit.names.unit(one.row.voice.unit)}, {time_words.held(one.row.since, visit.now)}",
            one.row.voice.urgent,
        )
        for one in voices
    ]
    return shown("triage/every.html", place="Triage", lines=lines, may_link=may_link(visit))


def may_link(visit: Visit) -> bool:
    """Whether the reader notes numbers of the event system, somewhere."""
    return any(visit.may("concern.link_event", slug) for slug in (*visit.units, None))


def _unlooked(visit: Visit, units: list[str]) -> list[Stint[VoiceRow]]:
    """Voices that are owed an answer and were not looked at, in these units, with those that wait to enter."""
    with visit.look(When("now", visit.today, visit.now)) as look:
        known = [one for slug in (*units, "") for one in look.voices(slug, UNFINISHED)]
    items = [one for item in visit.house.rights.waiting(visit.actor) if (one := meanwhile.voice(item))]
    names = {one.stream for one in items}
    both = [*(one for one in known if one.stream not in names), *items]
    return [
        one
        for one in both
        if one.row.state == "owed" and not _is_looked_at(one.row.voice) and _may(visit, one.stream, one.row.voice.unit)
    ]


def _is_looked_at(voice: Voice) -> bool:
    """What is listed as an issue was looked at by whoever listed it."""
    return voice.route is not None or voice.issue is not None


@triage.get("/triage/<stream>")
def show(stream: str) -> Response | str:
    visit = here()
    if entered := visit.entered(stream, lambda there: _may(visit, there, None)):
        return redirect(f"/triage/{entered}", 303)
    return _page(visit, stream, None)


@triage.post("/triage/<stream>")
def look(stream: str) -> Response:
    visit = here()
    _found(visit, stream)
    wanted = next((way.route for way in WAYS if way.route == request.form.get("route")), None) or abort(400)
    outcome = give(visit, Triage(route=wanted), stream, request.form.get("command", ""))
    if isinstance(outcome, Failed):
        return answered(_page(visit, stream, outcome), outcome)
    tell(done(Triage.VERB))
    return redirect(f"/triage/{outcome.stream}" if _may(visit, outcome.stream, None) else "/triage", 303)


def _page(visit: Visit, stream: str, failed: Failed | None) -> str:
    found = _found(visit, stream)
    voice, looking = found.row.voice, When("now", visit.today, visit.now)
    words = visit.open([voice.what, voice.idea])
    asks = voice.route is None or "again" in request.args or failed is not None
    return shown(
        "triage/triage.html",
        place="Triage",
        notices=failed.notices if failed else (),
        stream=stream,
        said=(words.of(voice.what), f"{speaker(visit, found)}, {day(visit, voice.raised, looking)}"),
        where=visit.names.unit(voice.unit),
        asks=asks,
        ways=WAYS,
        way=next((way for way in WAYS if way.route == voice.route), None),
        called=visit.names.of(voice.answerer) if voice.route == "danger" else "",
        sends=visit.house.outbox.mail is not None,
        was_called=voice.paged is not None,
        number=voice.number,
        event=voice.event or "",
        grievance=voice.grievance,
        due=time_words.weekday(found.row.due) if found.row.due else "",
        settled=found.row.state != "owed",
        waits=stream.startswith("waiting-"),
        may_open=visit.may("grievance.open", voice.unit),
        unit=voice.unit or "",
        key=fresh_key(),
    )


def _found(visit: Visit, stream: str) -> Stint[VoiceRow]:
    """The voice as it stands, with what waits; 404 for whoever may not look at it."""
    item = visit.house.waiting_room.item(stream)
    with visit.look(When("now", visit.today, visit.now)) as look:
        known = next(iter(look.said([stream])), None)
    found = (meanwhile.voice(item) if item else known) or abort(404)
    if not _may(visit, stream, found.row.voice.unit):
        abort(404)
    return found


def _may(visit: Visit, stream: str, unit: str | None) -> bool:
    unit = unit or visit.unit_of(stream)
    return visit.may("concern.triage", unit, stream) and visit.may("read.issue", unit, stream)
