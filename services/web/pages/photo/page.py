"""`/voice/<id>/photo`: a photo is added; `/voice/<id>/photo/<digest>`: it is shown."""

from contextlib import closing

from flask import Blueprint, Response, abort, request

from services import photos
from services.clerk.reception import Call
from services.web.doing.giving import Failed, answered, fresh_key, said, sent_on
from services.web.framing import shown
from services.web.public.catalogue import says
from services.web.visit import Visit, here
from workflows.concern.commands import AddPhoto
from workflows.kernel.grammar import Refused

photo = Blueprint("photo", __name__)


@photo.get("/voice/<stream>/photo")
def ask(stream: str) -> Response:
    return _form(here(), stream, None)


@photo.post("/voice/<stream>/photo")
def add(stream: str) -> Response:
    visit = here()
    visit.must(AddPhoto.VERB, visit.unit_of(stream), stream)
    file = request.files.get("file")
    shows = request.form.get("shows", "").strip()[:8_000] or None
    if file is None or not file.filename:
        return _form(visit, stream, Failed(422, "Choose a photo first."))
    with closing(file):
        sent = file.read()
    try:
        call = Call(id=fresh_key(), via="page")
        told = photos.attach(visit.house, visit.actor, stream, sent, shows=shows, call=call)
    except photos.NoPhoto as error:
        return _form(visit, stream, Failed(422, says("en")(f"wrong.photo.{error.why}")))
    if isinstance(told, Refused):
        return _form(visit, stream, Failed(409, said(visit, told)))
    return sent_on(AddPhoto.VERB, f"/voice/{stream}")


@photo.get("/voice/<stream>/photo/<digest>")
def show(stream: str, digest: str) -> Response:
    """For who may read the voice today, and its speaker."""
    visit = here()
    own = visit.house.people.speaker_of(stream) == visit.person
    visit.must("read.own" if own else "read.issue", visit.unit_of(stream), stream)
    voice = getattr(visit.house.waiting_room.state_of(stream), "voice", None)
    found = next((one for one in getattr(voice, "photos", ()) if one.id == digest), None) or abort(404)
    clear = photos.opened(visit.house, found)
    return Response(clear, mimetype="image/jpeg") if clear is not None else abort(404)


def _form(visit: Visit, stream: str, failed: Failed | None) -> Response:
    visit.must(AddPhoto.VERB, visit.unit_of(stream), stream)
    page = shown("photo/photo.html", notices=failed.notices if failed else (), stream=stream)
    return answered(page, failed)
