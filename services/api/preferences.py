"""How one wants to be told, for oneself alone. It is nobody's act on anything, so it is no command and no fact."""

from collections.abc import Callable

import msgspec
from flask import Response, request
from marshmallow import validate
from msgspec import Struct

from services.api import callers, documented, places
from services.api.declared import Declared
from services.api.fields import Line
from services.api.problems import Declined, faulty, problem, unknown
from services.api.seams import Doc, Room, View
from services.house import House
from services.people.preferences import DIGESTS, Digest, Preference, quiet_of

PATH = "/preferences"


class HowTold(Struct, frozen=True):
    """How often one hears how much waits on one's desk, `mondays` being the first working day of a week; and the hours, by
    the hospital's clock, in which no mail goes out but what cannot wait."""

    digest: Digest
    quiet_begins: str | None
    quiet_ends: str | None


class Saying(Declared):
    """How one wants to be told from now on."""

    digest = Line(required=True, validate=validate.OneOf(DIGESTS), metadata={"title": "How often?"})
    quiet_begins = Line(allow_none=True, metadata={"title": "Quiet from", "description": "Such as 22:00."})
    quiet_ends = Line(allow_none=True, metadata={"title": "Quiet until", "description": "Such as 07:00."})


def room(house: House) -> Room:
    preferences = Room("preferences", "How one wants to be told.", places.ROOT)
    preferences.before_request(_porter(house))
    preferences.operation("GET", PATH, _read(house), _READ)
    preferences.operation("PUT", PATH, _say(house), _SAY, sent=Saying)
    return preferences


def _porter(house: House) -> Callable[[], None]:
    """The cookie of the pages is good for reading alone."""
    reading, saying = callers.porter(house, cookies=True), callers.porter(house, cookies=False)
    return lambda: reading() if request.method == "GET" else saying()


def _read(house: House) -> View:
    def how_told() -> Response:
        """How I want to be told."""
        actor = callers.asker()
        if actor.id is None or not house.rights.may(actor, "read.own", None):
            raise unknown("preference")
        return _shown(house.preferences.of(actor.id))

    return how_told


def _say(house: House) -> View:
    def say_how_told(sent: dict[str, str | None]) -> Response:
        """Say how I want to be told."""
        actor = callers.asker()
        if actor.id is None or actor.only is not None:
            raise Declined(problem(403, "Say it yourself, signed in; a program's token reads it and no more."))
        try:
            quiet = quiet_of(sent.get("quiet_begins") or "", sent.get("quiet_ends") or "")
        except ValueError as error:
            raise faulty("body", {"quiet_begins": [str(error)]}) from error
        house.preferences.say(actor.id, Preference(sent["digest"], quiet))  # type: ignore[arg-type] # the schema looked
        return _shown(house.preferences.of(actor.id))

    return say_how_told


def _shown(preference: Preference) -> Response:
    quiet = preference.quiet
    told = HowTold(preference.digest, quiet.begins if quiet else None, quiet.ends if quiet else None)
    return Response(msgspec.json.encode(told), mimetype="application/json")


_SIGNED_IN: list[Doc] = [{"bearer": []}]
_READ: Doc = {
    "operationId": "preferences.read",
    "security": [*_SIGNED_IN, {"cookie": []}],
    "responses": {"200": documented.answer(HowTold, "How I want to be told."), **documented.errors((401, 404, 503))},
}
_SAY: Doc = {
    "operationId": "preferences.say",
    "security": _SIGNED_IN,
    "responses": {
        "200": documented.answer(HowTold, "How I am told from now on."),
        **documented.errors((400, 401, 403, 413, 415, 422, 503)),
    },
}
