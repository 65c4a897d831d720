"""Rows for somebody who is kept from some streams: as if these were not there, in lists, counts and what other rows name."""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import fields, replace

from projections.catalogue import OF_NOUN
from projections.lives import Projection, Stint
from services.reader.known import Around, Wanted
from services.reader.store import Beginnings, Snapshot
from workflows.kernel.ids import noun_of
from workflows.kernel.moments import Moment


class Walled(Snapshot):
    """A snapshot without the streams `behind` walls, and without what is about them."""

    def __init__(self, whole: Snapshot, behind: frozenset[str]) -> None:
        self._whole = whole
        self._behind = behind

    def known(self, projection: Projection, wanted: Wanted, at: int | None, on: Moment | None) -> list[Stint[Any]]:
        return self._shown(self._whole.known(projection, wanted, at, on), at, on)

    def changed(self, projection: Projection, wanted: Wanted, since: int, at: int | None) -> list[Stint[Any]]:
        return self._shown(self._whole.changed(projection, wanted, since, at), at, None)

    def of_streams(
        self, projection: Projection, streams: Collection[str], at: int | None, on: Moment | None
    ) -> list[Stint[Any]]:
        return self._shown(self._whole.of_streams(projection, streams, at, on), at, on)

    def history(self, projection: Projection, streams: Collection[str], at: int | None) -> list[Stint[Any]]:
        return self._shown(self._whole.history(projection, streams, at), at, None)

    def counted(
        self, projection: Projection, wanted: Wanted, at: int | None, on: Moment | None, by: Sequence[str] = ()
    ) -> dict[tuple[str, ...], int]:
        found = self.known(projection, wanted, at, on)
        return Counter(tuple(getattr(stint.row, column) for column in by or wanted) for stint in found)

    def beginnings(
        self, projection: Projection, wanted: Wanted, at: int | None, around: Around, behind: Collection[str] = ()
    ) -> Beginnings:
        return self._whole.beginnings(projection, wanted, at, around, {*behind, *self._behind})

    def begun(
        self, projection: Projection, wanted: Wanted, at: int | None, around: Around, behind: Collection[str] = ()
    ) -> set[int]:
        return self._whole.begun(projection, wanted, at, around, {*behind, *self._behind})

    def run(self, query: str, values: dict[str, Any]) -> Sequence[Sequence[Any]]:
        return self._whole.run(query, values)

    def bookmark(self) -> int:
        return self._whole.bookmark()

    def _shown(self, stints: list[Stint[Any]], at: int | None, on: Moment | None) -> list[Stint[Any]]:
        gone = self._behind | self._about({stint.stream for stint in stints}, at, on)
        return [replace(stint, row=_without(stint.row, gone)) for stint in stints if stint.stream not in gone]

    def _about(self, streams: Collection[str], at: int | None, on: Moment | None) -> set[str]:
        """Which of these are about something behind the walls."""
        found: set[str] = set()
        for noun in ("promise", "waiver", "grievance", "decision", "learning", "story"):
            some = [stream for stream in streams if noun_of(stream) == noun]
            rows = self._whole.of_streams(OF_NOUN[noun], some, at, on)
            found |= {stint.stream for stint in rows if stint.row.about in self._behind}
        return found


def _without(value: Any, gone: frozenset[str]) -> Any:
    """The same, naming nothing of what is gone."""
    if isinstance(value, str):
        return None if value in gone else value
    if isinstance(value, tuple):
        return tuple(_without(one, gone) for one in value if not _names(one, gone))
    if isinstance(value, Struct):
        return replace(value, **{field.name: _without(getattr(value, field.name), gone) for field in fields(value)})
    return value


def _names(value: Any, gone: frozenset[str]) -> bool:
    if isinstance(value, Struct):
        return any(isinstance(one := getattr(value, field.name), str) and one in gone for field in fields(value))
    return isinstance(value, str) and value in gone
