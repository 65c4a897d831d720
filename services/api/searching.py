"""Search over the API. What is asked for comes in a body, which no address and no log has."""

from typing import Any

import msgspec
from flask import Response
from marshmallow import validate
from msgspec import Struct

from services.api import callers, documented, places
from services.api.declared import Declared
from services.api.fields import Line, Whole
from services.api.seams import Doc, Room, View
from services.clerk.opening import Opening
from services.finding import Finder
from services.house import House
from services.search.folding import terms

PATH = "/search"
SECONDS = 0.5
"""How long a caller waits for the index to read on."""


class Match(Struct, frozen=True):
    """A record that has every word asked for; its `words` as they stand, its title first."""

    stream: str
    unit: str | None
    words: tuple[str, ...]


class Matches(Struct, frozen=True):
    """What came last first. Where there is more to look through, it goes on `before` that number. `whole`: everything on record
    has been read; else what is not found now may be found in a few minutes."""

    found: tuple[Match, ...]
    before: int | None
    whole: bool


class Searching(Declared):
    """What is looked for."""

    words = Line(
        required=True,
        validate=validate.Length(1, 200),
        metadata={"title": "Which words?", "description": "A record is found that has them all."},
    )
    before = Whole(
        validate=validate.Range(0, 10**9),
        metadata={"description": "`before` of the answer that came first; goes on where it ended."},
    )


def room(house: House) -> Room:
    searching = Room("searching", "Records by their words.", places.ROOT)
    searching.before_request(callers.porter(house, cookies=False))
    searching.operation("POST", PATH, _find(house), _FIND, sent=Searching)
    return searching


def _find(house: House) -> View:
    def find(sent: dict[str, Any]) -> Response:
        """What the caller may read that has these words."""
        actor = callers.asker()
        opening = Opening(house.rights, house.looks, house.waiting_room, actor)
        whole = house.search.follow(within=SECONDS) and house.reader.fresh(house.ledger.head()[0])
        with house.views.look(behind=actor.behind) as look:
            finder = Finder(house=house, actor=actor, opening=opening, look=look)
            found = finder.find(terms(sent["words"]), sent.get("before"))
        matches = tuple(Match(one.stream, one.unit, one.texts) for one in found.hits)
        return Response(msgspec.json.encode(Matches(matches, found.before, whole)), mimetype="application/json")

    return find


_FIND: Doc = {
    "operationId": "search",
    "tags": ["search"],
    "security": [{"bearer": []}],
    "responses": {
        "200": documented.answer(Matches, "What was found."),
        **documented.errors((400, 401, 413, 415, 422, 503)),
    },
}
