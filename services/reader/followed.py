"""Rows of a unit together with what the units it goes on from handed on to it: whoever asks for the one is given all."""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

from projections.lineage import HANDED_ON
from projections.lives import Projection, Stint
from services.reader.known import Around, Wanted
from services.reader.store import Behind, Snapshot
from workflows.kernel.moments import Moment


class Followed(Snapshot):
    """A snapshot in which `slug` means itself and, where things are handed on, the units `before` it."""

    def __init__(self, whole: Snapshot, slug: str, before: Collection[str]) -> None:
        self._whole = whole
        self._slug = slug
        self._before = tuple(before)

    def known(self, projection: Projection, wanted: Wanted, at: int | None, on: Moment | None) -> list[Stint[Any]]:
        return self._whole.known(projection, self._wider(projection, wanted), at, on)

    def changed(self, projection: Projection, wanted: Wanted, since: int, at: int | None) -> list[Stint[Any]]:
        return self._whole.changed(projection, self._wider(projection, wanted), since, at)

    def of_streams(
        self, projection: Projection, streams: Collection[str], at: int | None, on: Moment | None
    ) -> list[Stint[Any]]:
        return self._whole.of_streams(projection, streams, at, on)

    def history(self, projection: Projection, streams: Collection[str], at: int | None) -> list[Stint[Any]]:
        return self._whole.history(projection, streams, at)

    def counted(
        self, projection: Projection, wanted: Wanted, at: int | None, on: Moment | None, by: Sequence[str] = ()
    ) -> dict[tuple[str, ...], int]:
        """What was counted in the units before is counted in the one that is asked for."""
        columns = tuple(by) or tuple(wanted)
        found = self._whole.counted(projection, self._wider(projection, wanted), at, on, by)
        if "unit" not in columns or self._slug not in wanted.get("unit", ()):
            return found
        place, kept = columns.index("unit"), set(wanted["unit"])
        counts: Counter[tuple[str, ...]] = Counter()
        for values, count in found.items():
            own = values[place] in kept
            counts[values if own else (*values[:place], self._slug, *values[place + 1 :])] += count
        return dict(counts)

    def nearest(
        self, projection: Projection, wanted: Wanted, at: int | None, than: Moment, *, back: bool, behind: Behind = ()
    ) -> Moment | None:
        return self._whole.nearest(projection, self._wider(projection, wanted), at, than, back=back, behind=behind)

    def begun(
        self, projection: Projection, wanted: Wanted, at: int | None, around: Around, behind: Behind = ()
    ) -> set[int]:
        return self._whole.begun(projection, self._wider(projection, wanted), at, around, behind)

    def run(self, query: str, values: dict[str, Any]) -> Sequence[Sequence[Any]]:
        return self._whole.run(query, values)

    def bookmark(self) -> int:
        return self._whole.bookmark()

    def _wider(self, projection: Projection, wanted: Wanted) -> Wanted:
        """What is not handed on stands with its own unit alone, and is asked for by that one's name."""
        asked = wanted.get("unit", ())
        if self._slug not in asked or projection.name not in HANDED_ON:
            return wanted
        return {**wanted, "unit": [*dict.fromkeys((*asked, *self._before))]}
