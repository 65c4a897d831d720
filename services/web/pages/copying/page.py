"""`/answers/copy`: everything about me. `/privacy/copy`: everything about somebody, for them, by the privacy officer."""

from flask import Blueprint, Response, abort, request

from services.clerk.asking import Told
from services.people import Person
from services.web.doing import offers
from services.web.doing.giving import Failed, answered, fresh_key, give
from services.web.framing import shown
from services.web.layout import Field
from services.web.pages.copying.bundle import bundle
from services.web.pages.copying.gathered import Everything, everything
from services.web.visit import Visit, here
from workflows.trail import Disclose, Note

copying = Blueprint("copying", __name__)

OWN = "Their own, taken along by themselves."
"""Why it left, where nobody needs to be asked."""


@copying.get("/answers/copy")
def preview() -> str:
    visit = here()
    visit.must("read.own")
    return shown("copying/copy.html", place="My answers", found=everything(visit.house, _me(visit)))


@copying.post("/answers/copy")
def take() -> Response:
    """On record first: that somebody took their own away."""
    visit = here()
    visit.must("read.own")
    found = everything(visit.house, _me(visit))
    count = sum(len(voice.lines) for voice in found.voices)
    visit.house.looks.note(visit.actor, Note(how="exported", what="person", about=visit.person))
    visit.house.looks.note(
        visit.actor, Disclose(what="person", to="the_person", reason=OWN, count=count, about=visit.person)
    )
    return _file(found)


@copying.get("/privacy/copy")
def ask() -> Response:
    return _form(here(), None)


@copying.post("/privacy/copy")
def take_for() -> Response:
    """The first press shows how much there is, the second, with a reason, lets it leave."""
    visit = here()
    visit.must("work.export_person")
    person = visit.house.people.person(request.form.get("person", ""))
    if person is None:
        return _form(visit, Failed(422, wrong={"person": "Choose somebody of the directory."}))
    reason = request.form.get("reason", "").strip()
    if not reason or len(reason) > 8_000:
        return _form(visit, Failed(422, wrong={"reason": "Say it in a few words"}), person)
    if "leave" not in request.form:
        return _form(visit, None, person)
    found = everything(visit.house, person)
    count = sum(len(voice.lines) for voice in found.voices)
    told = give(
        visit,
        Disclose(what="person", to="the_person", reason=reason, count=count, about=person.id),
        None,
        request.form.get("command", ""),
    )
    return _file(found) if isinstance(told, Told) else _form(visit, told, person)


def _me(visit: Visit) -> Person:
    return visit.house.people.person(visit.person) or abort(404)


def _file(found: Everything) -> Response:
    return Response(
        bundle(found),
        mimetype="application/zip",
        headers={"Content-Disposition": 'attachment; filename="own.zip"'},
    )


def _form(visit: Visit, failed: Failed | None, person: Person | None = None) -> Response:
    """For a person that is chosen, with how much there is and no word of it: it is theirs to read."""
    visit.must("work.export_person")
    wrong = failed.wrong if failed else {}
    said = request.form.get("reason", "")
    found = everything(visit.house, person) if person else None
    page = shown(
        "copying/for.html",
        place="Privacy",
        notices=failed.notices if failed else (),
        fields=(
            Field(
                "person",
                "About whom?",
                "Somebody of the directory.",
                "person",
                offers.people(visit),
                person.id if person else "",
                wrong.get("person", ""),
                True,
            ),
            Field(
                "reason",
                "Why, and how does it reach them?",
                "Kept sealed.",
                "words",
                (),
                said,
                wrong.get("reason", ""),
                True,
            ),
        ),
        voices=len(found.voices) if found else 0,
        texts=sum(len(voice.lines) for voice in found.voices) if found else 0,
        ready=person is not None and failed is None,
        key=fresh_key(),
    )
    return answered(page, failed)
