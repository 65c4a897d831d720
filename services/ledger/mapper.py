"""Facts ⇄ rows. Only today's shapes exist in code; an older body is lifted step by step before it becomes an event."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from services.ledger.contract import Draft, LedgerError, Row, Sealed, Unreadable
from services.ledger.entry import LONGEST, inner
from workflows.kernel.grammar import Event, Fact, Header

Step = Callable[[dict[str, Any]], dict[str, Any]]
"""A pure lift of a body from one version to the next."""

_LINE_ROOM = 160
"""Bytes kept free for the line, whose numbers are not known yet."""

_encode = msgspec.json.Encoder().encode
_decode_head = msgspec.json.Decoder(Header).decode


class FactMapper:
    """Knows every event by its stored name. `steps` maps (name, v) to the lift from v to v + 1."""

    def __init__(self, events: Mapping[str, type[Event]], steps: Mapping[tuple[str, int], Step]) -> None:
        self.events = events
        self._steps = steps
        self._decoders = {(name, event.V): msgspec.json.Decoder(event).decode for name, event in events.items()}

    def draft(self, head: Header, event: Event, unit: str | None, sealed: tuple[Sealed, ...]) -> Draft:
        """An event whose words are sealed already, as bytes. LedgerError when it is too long to be proved."""
        head_bytes, body = _encode(head), _encode(event)
        if len(head_bytes) + len(body) + _LINE_ROOM > LONGEST:
            raise LedgerError(f"{head.name} is longer than an entry may be ({LONGEST} bytes).")
        return Draft(
            stream=head.stream,
            version=head.version,
            name=head.name,
            v=head.v,
            unit=unit,
            head=head_bytes,
            body=body,
            inner=inner(head_bytes, body),
            sealed=sealed,
        )

    def fact(self, row: Row) -> Fact:
        """Unreadable, with a sentence, for an unknown name, a higher version or a foreign field."""
        seq, unit, unit_seq, at, name, v, head, body = row
        decode = self._decoders.get((name, v))
        try:
            event = decode(body) if decode else self._lifted(seq, name, v, body)
            return Fact(seq, unit, unit_seq, at, _decode_head(head), event)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise Unreadable(f"Fact {seq} ({name}, version {v}) cannot be read: {error}.") from error

    def _lifted(self, seq: int, name: str, v: int, body: bytes) -> Event:
        event = self.events.get(name)
        if event is None or v > event.V:
            raise Unreadable(f"Fact {seq} is a {name!r}, version {v}, which this Heard does not know; update Heard.")
        fields = msgspec.json.decode(body)
        for version in range(v, event.V):
            fields = self._steps[name, version](fields)
        return msgspec.convert(fields, event)
