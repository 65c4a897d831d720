"""What every read shares: the moment asked about, the caller's rights, words opened at the door, pages that fit together.

`as_of` is as it was known: a position, a day or an instant. `on` is as it was: a day or an instant. A cursor keeps both, so the
next page is of the same moment as the first.
"""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, TypeVar
from urllib.parse import urlencode

import msgspec
from flask import Response, request
from marshmallow import validate
from msgspec import Struct

from services.api import callers, etags
from services.api.declared import Declared
from services.api.fields import Count, Line
from services.api.problems import faulty, unknown
from services.api.shapes.words import Words, refs_in
from services.clerk.opening import Opening
from services.house import House
from services.reader import position
from services.reader.position import NotAMoment, Position
from services.reader.reader import Stopped
from services.reader.store import ViewsUnavailable
from services.reader.views import Look
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Moment

T = TypeVar("T")
_CURSOR = re.compile(r"^(\d{1,15})\.(-?\d{1,18})?\.(-?\d{1,18})\.(\d{1,15})$", re.ASCII)


class AtAMoment(Declared):
    """Which moment is asked about."""

    as_of = Line(
        validate=validate.Length(1, 40),
        metadata={
            "description": "As it was known then: a position (118), a day (2025-03-04) or an instant. Now, if left out."
        },
    )
    on = Line(
        validate=validate.Length(1, 40),
        metadata={"description": "As it was then: a day (2025-03-04) or an instant. Now, if left out."},
    )


class Paged(AtAMoment):
    """Which part of a long answer is asked for."""

    cursor = Line(
        validate=validate.Length(1, 80),
        metadata={"description": "`next` of the page before; it keeps `as_of` and `on`, whatever else is sent."},
    )
    limit = Count(validate=validate.Range(1, 200), load_default=50, metadata={"description": "How many on a page."})


class Asked(Struct, frozen=True):
    """The moment asked about: what was known at `seq` (None: now) of what was so at `on` (None: now); durations run to
    `until`. The page begins at `start`."""

    seq: int | None
    on: Moment | None
    until: Moment
    start: int = 0


class Reading:
    """One read: the hospital at a moment, for one caller. `at` is the position looked from."""

    def __init__(self, house: House, look: Look, asked: Asked, query: dict[str, Any]) -> None:
        self.house = house
        self.look = look
        self.at = look.at()
        self.asked = asked
        self.query = query
        self.actor = callers.asker()
        self._seen: dict[str, bool] = {}
        self._opening = Opening(house.rights, house.looks, house.waiting_room, self.actor)

    def may(self, action: str, unit: str | None, stream: str | None = None) -> bool:
        return self.house.rights.may(self.actor, action, unit, stream)

    def sees(self, stream: str) -> bool:
        """Whether it is there for the caller today, whichever moment is looked at."""
        if stream not in self._seen:
            self._seen[stream] = self.house.rights.sees(self.actor, stream)
        return self._seen[stream]

    def units(self, asked: str | None) -> tuple[str, ...]:
        """Every place, "" the hospital among them; only the unit that is `asked` for, with those it goes on from, if any is."""
        every = tuple(stint.row.slug for stint in self.look.units())
        return every if asked is None else tuple(one for one in self.look.lineage(asked) if one in every)

    def must(self, what: str, action: str, unit: str | None, stream: str | None = None) -> None:
        """What is outside the caller's rights is not there."""
        if not self.may(action, unit, stream):
            raise unknown(what)
        self._opening.looked(action, stream)

    def words(self, *rows: Any) -> Words:
        """The words that these rows refer to; the right to read them was asked for before."""
        return self.opened(refs_in(rows))

    def opened(self, refs: Iterator[Ref] | Sequence[Ref]) -> Words:
        return Words(self.house.door.open(refs, self._opening))

    def part(self, rows: Sequence[T]) -> tuple[Sequence[T], str | None]:
        """The rows of this page, and the cursor of the next one."""
        end = self.asked.start + self.query["limit"]
        return rows[self.asked.start : end], self.cursor(end) if end < len(rows) else None

    def cursor(self, start: int) -> str:
        """Where the next page begins, at the same moment."""
        on = "" if self.asked.on is None else self.asked.on
        return urlsafe_b64encode(f"{self.at}.{on}.{self.asked.until}.{start}".encode()).decode()


@contextmanager
def reading(house: House, query: dict[str, Any], of: str | None = None) -> Iterator[Reading]:
    """The hospital at the moment a query asks about, as fresh as the ledger. `of`: the unit that is asked about."""
    asked = _continued(query["cursor"]) if "cursor" in query else _asked(house, query)
    with suppress(Stopped, ViewsUnavailable):  # what is there is shown; `at` says how far it goes
        house.reader.fresh(house.ledger.head()[0])
    with house.views.look(Position(asked.seq), asked.on, callers.asker().behind, of) as look:
        yield Reading(house, look, asked, query)


def shown(answer: Struct, version: int) -> Response:
    """An answer with its ETag; its next page, if it has one, as a link too."""
    response = Response(msgspec.json.encode(answer), mimetype="application/json")
    if cursor := getattr(answer, "next", None):
        kept = {name: value for name, value in request.args.items() if name not in ("as_of", "on", "cursor")}
        target = f"{request.path}?{urlencode({**kept, 'cursor': cursor})}"
        response.headers["Link"] = f'<{target}>; rel="next"'
    return etags.marked(response, version)


def _asked(house: House, query: dict[str, Any]) -> Asked:
    zone = house.plate.zone
    at = _meant("as_of", lambda: position.as_of(query.get("as_of"), house.ledger, zone))
    on = _meant("on", lambda: position.on(query.get("on"), zone))
    return Asked(at.seq, on, min(on or position.recorded(at, house.ledger) or house.now(), house.now()))


def _meant(name: str, moment: Callable[[], T]) -> T:
    try:
        return moment()
    except NotAMoment as error:
        raise faulty("query", {name: [str(error)]}) from error


def _continued(cursor: str) -> Asked:
    try:
        found = _CURSOR.match(urlsafe_b64decode(cursor).decode("ascii"))
    except ValueError:  # not base 64, or not what we encoded
        found = None
    if found is None:
        raise faulty("query", {"cursor": ["This is no cursor of ours; take `next` of the page before as it is."]})
    at, on, until, start = found.groups()
    return Asked(int(at), int(on) if on else None, int(until), int(start))
