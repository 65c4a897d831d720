"""The library's recorder contract, answered by any of our stores.

A stored event is a fact seen through the library's eyes: topic = name, state = body. Events inserted bare (as its own
suites do) get an empty head; the clerk uses `append`, which says more.
"""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from eventsourcing.persistence import ApplicationRecorder, IntegrityError, Notification, StoredEvent, Subscription

from services.ledger.contract import Answer, Appended, Commit, Draft, Entry, Row, Stale
from services.ledger.entry import inner

_BARE = b"{}"
_NO_END = 2**62

ENTRY = ", ".join(Entry.__struct_fields__)
"""The columns of an entry, the same in both stores."""


class LedgerRecorder(ApplicationRecorder):
    """Mixes the library's recorder into a store that has `append`, `rows`, `stream_rows` and `head`."""

    hospital: str

    @abstractmethod
    def append(self, commits: Sequence[Commit]) -> list[Answer]: ...

    @abstractmethod
    def rows(self, after: int, limit: int, upto: int | None = None) -> list[Row]: ...

    @abstractmethod
    def head(self) -> tuple[int, int]: ...

    @abstractmethod
    def bare_rows(self, stream: str) -> list[tuple[int, str, bytes]]:
        """(version, name, body) of a stream, ascending."""

    @abstractmethod
    def bare_notifications(
        self, start: int, stop: int | None, names: Sequence[str], limit: int
    ) -> list[tuple[int, str, int, str, bytes]]:
        """(seq, stream, version, name, body) from `start` on, inclusive; all names when `names` is empty."""

    def insert_events(self, stored_events: Sequence[StoredEvent], **_kwargs: Any) -> Sequence[int] | None:
        if not stored_events:
            return None
        drafts = tuple(_bare_draft(event) for event in stored_events)
        (answer,) = self.append([Commit(command=None, digest=None, at=0, drafts=drafts, expects={})])
        if isinstance(answer, Stale):
            raise IntegrityError(f"{answer.stream} already has version {answer.found}")
        assert isinstance(answer, Appended)
        return [placed.seq for placed in answer.placed]

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[StoredEvent]:
        found = [
            StoredEvent(originator_id, version, name, body)
            for version, name, body in self.bare_rows(str(originator_id))
            if (gt is None or version > gt) and (lte is None or version <= lte)
        ]
        return (found[::-1] if desc else found)[:limit]

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> Sequence[Notification]:
        first = (start or 0) + (start is not None and not inclusive_of_start)
        return [
            Notification(originator_id=stream, originator_version=version, topic=name, state=body, id=seq)
            for seq, stream, version, name, body in self.bare_notifications(first, stop, topics, limit)
        ]

    def max_notification_id(self) -> int | None:
        return self.head()[0] or None

    def subscribe(self, gt: int | None = None, topics: Sequence[str] = ()) -> Subscription[ApplicationRecorder]:
        """Readers pull with a bookmark; pushing would lose what is committed before the listening begins."""
        raise NotImplementedError("Readers pull; see services.reader")


def end_of(upto: int | None) -> int:
    """`upto` as a value, so that the statement stays the same and is prepared once."""
    return _NO_END if upto is None else upto


def counted(rows: Sequence[tuple[int, str | None, int | None]]) -> tuple[int, dict[str, int]]:
    """What `contract.Ledger.units` answers, from rows of the last seq, a unit and its own; one row without a unit where there
    is none yet."""
    return rows[0][0], {unit: seq for _, unit, seq in rows if unit is not None and seq is not None}


def _bare_draft(event: StoredEvent) -> Draft:
    return Draft(
        stream=str(event.originator_id),
        version=event.originator_version,
        name=event.topic,
        v=1,
        unit=None,
        head=_BARE,
        body=event.state,
        inner=inner(_BARE, event.state),
    )
