"""Rows for somebody who is kept from some streams: as if these were not there, in lists, counts and what other rows name."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from operator import is_
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from projections.catalogue import OF_NOUN
from projections.lives import Projection, Stint
from services.reader.known import Around, Wanted
from services.reader.store import Behind, Snapshot
from workflows.kernel.ids import noun_of
from workflows.kernel.moments import Moment

ABOUT = frozenset({"promise", "waiver", "grievance", "decision", "learning", "story"})
"""Nouns whose streams are each about another one, and go behind the walls with it."""


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
        """All of them but those behind the walls, so that nothing is read of what is only counted."""
        columns = tuple(by) or tuple(wanted)
        if projection.nouns is None or not ABOUT.isdisjoint(projection.nouns):
            return _tally(self.known(projection, wanted, at, on), columns)
        nouns = projection.nouns
        behind = [stream for stream in self._behind if noun_of(stream) in nouns]
        hidden = [one for one in self._whole.of_streams(projection, behind, at, on) if _is_wanted(one.row, wanted)]
        counts = Counter(self._whole.counted(projection, wanted, at, on, columns))
        counts.subtract(_tally(hidden, columns))
        return {values: count for values, count in counts.items() if count}

    def nearest(
        self, projection: Projection, wanted: Wanted, at: int | None, than: Moment, *, back: bool, behind: Behind = ()
    ) -> Moment | None:
        return self._whole.nearest(projection, wanted, at, than, back=back, behind={*behind, *self._behind})

    def begun(
        self, projection: Projection, wanted: Wanted, at: int | None, around: Around, behind: Behind = ()
    ) -> set[int]:
        return self._whole.begun(projection, wanted, at, around, {*behind, *self._behind})

    def run(self, query: str, values: dict[str, Any]) -> Sequence[Sequence[Any]]:
        return self._whole.run(query, values)

    def bookmark(self) -> int:
        return self._whole.bookmark()

    def _shown(self, stints: list[Stint[Any]], at: int | None, on: Moment | None) -> list[Stint[Any]]:
        gone = self._behind | self._about({stint.stream for stint in stints}, at, on)
        return [_told_without(stint, gone) for stint in stints if stint.stream not in gone]

    def _about(self, streams: Collection[str], at: int | None, on: Moment | None) -> set[str]:
        """Which of these are about something behind the walls."""
        found: set[str] = set()
        for noun in ABOUT:
            some = [stream for stream in streams if noun_of(stream) == noun]
            rows = self._whole.of_streams(OF_NOUN[noun], some, at, on)
            found |= {stint.stream for stint in rows if stint.row.about in self._behind}
        return found


def _tally(stints: Iterable[Stint[Any]], columns: Sequence[str]) -> Counter[tuple[str, ...]]:
    return Counter(tuple(getattr(stint.row, column) for column in columns) for stint in stints)


def _is_wanted(row: Any, wanted: Wanted) -> bool:
    return all(getattr(row, column) in values for column, values in wanted.items())


def _told_without(stint: Stint[Any], gone: frozenset[str]) -> Stint[Any]:
    row = _without(stint.row, gone)
    return stint if row is stint.row else replace(stint, row=row)


def _without(value: Any, gone: frozenset[str]) -> Any:
    """The same, naming nothing of what is gone."""
    if isinstance(value, str):
        return None if value in gone else value
    if isinstance(value, tuple):
        kept = tuple(_without(one, gone) for one in value if not _names(one, gone))
        return value if len(kept) == len(value) and all(map(is_, kept, value)) else kept
    if isinstance(value, Struct):
        was = {name: getattr(value, name) for name in value.__struct_fields__}
        changed = {name: kept for name, one in was.items() if (kept := _without(one, gone)) is not one}
        return replace(value, **changed) if changed else value
    return value


def _names(value: Any, gone: frozenset[str]) -> bool:
    if isinstance(value, Struct):
        return any(isinstance(one := getattr(value, name), str) and one in gone for name in value.__struct_fields__)
    return isinstance(value, str) and value in gone
