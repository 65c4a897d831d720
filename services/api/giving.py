"""A command is given at the reception; what became of it is a receipt, or the reason why not."""

from contextlib import suppress

import msgspec
from flask import Response
from msgspec import Struct

from services.api import callers, etags, places
from services.api.problems import declined, unknown
from services.clerk.asking import Told
from services.clerk.reception import Call
from services.house import House
from services.reader.reader import Stopped
from services.reader.store import ViewsUnavailable
from workflows.kernel.grammar import Command, Refused
from workflows.kernel.ids import noun_of


class Receipt(Struct, frozen=True, kw_only=True):
    """What became of a command: the stream and its version afterwards, the positions of the first and last fact written
    (null when nothing needed to be done), and whether it had been carried out before."""

    stream: str
    version: int
    first: int | None
    last: int | None
    again: bool


def given(house: House, command: Command, call: Call, to: str | None) -> Response:
    """201 with its place for what has begun, 200 for what was done; Declined where it was refused."""
    before = house.ledger.head()[0]
    told = house.reception.ask(callers.asker(), command, call, to)
    if isinstance(told, Refused):
        raise _why_not(house, told, to)
    stream = to or told.stream
    receipt = Receipt(
        stream=stream,
        version=_version(house, stream, told),
        first=told.first or None,
        last=told.last or None,
        again=0 < told.last <= before,
    )
    _catch_up(house, told.last)
    response = Response(msgspec.json.encode(receipt), 200 if to else 201, mimetype="application/json")
    if to is None and (location := places.location_of(stream)):
        response.headers["Location"] = location
    return etags.marked(response, receipt.version)


def _catch_up(house: House, seq: int) -> None:
    """Lets the next read be at least this fresh. What is stored is stored, whatever becomes of the views."""
    with suppress(Stopped, ViewsUnavailable):
        house.reader.fresh(seq)


def _why_not(house: House, refusal: Refused, to: str | None) -> Exception:
    """What is not there and what may not be seen look the same."""
    if to is None:
        return declined(refusal)
    known = house.clerk.memory.get(to)
    if not known.version or (refusal.key == "forbidden" and not house.rights.sees(callers.asker(), to)):
        return unknown(noun_of(to))
    holder = refusal.fields.get("holder")
    return declined(refusal, **({"holder": _called(house, holder)} if isinstance(holder, str) else {}))


def _called(house: House, holder: str) -> str:
    """A holder as people call them."""
    kind, _, rest = holder.partition("-")
    if kind == "role":
        role = house.access.roles.get(rest.replace("-", "_"))
        return role.title if role else rest
    if kind == "unit":
        return str(getattr(house.clerk.memory.get(holder).state, "name", rest))
    return house.people.names([holder]).get(holder, holder)


def _version(house: House, stream: str, told: Told) -> int:
    """The version its own last fact gave the stream; as it stands where it wrote none there."""
    rows = house.ledger.rows(told.first - 1, told.last - told.first + 1) if told.last else []
    heads = (house.clerk.mapper.fact(row).head for row in rows)
    written = [head.version for head in heads if head.stream == stream]
    return max(written) if written else house.clerk.memory.get(stream).version
