"""Where a look stands: at which position of the log, on which day, and among which units."""

from collections.abc import Collection, Iterable
from typing import Any

from projections.lives import R, Stint
from projections.units import UNITS, UnitRow
from services.reader.store import Snapshot
from workflows.kernel.moments import Moment


class Standpoint:
    """The hospital at one moment. Units are slugs, "" is the hospital; streams are ids; days are ISO dates."""

    def __init__(self, snapshot: Snapshot, at: int | None, on: Moment | None, before: Collection[str] = ()) -> None:
        """`before` are the units whose rows stand with those of the unit looked at."""
        self._snapshot = snapshot
        self.before = tuple(before)
        self._at = at
        self._on = on

    def at(self) -> int:
        """The position looked from: the one asked for, else how far the views have come."""
        come = self._snapshot.bookmark()
        return come if self._at is None else min(self._at, come)

    @property
    def is_now(self) -> bool:
        """Whether it is asked what is known now about today."""
        return self._at is None and self._on is None

    def units(self) -> tuple[Stint[UnitRow], ...]:
        """All units in the order they were opened, and the hospital itself (slug "")."""
        wanted = {"shelf": ["unit", "hospital"]}
        found: list[Stint[UnitRow]] = self._snapshot.known(UNITS, wanted, self._at, self._on)
        return tuple(sorted(found, key=lambda stint: stint.row.number))

    def lineage(self, slug: str) -> tuple[str, ...]:
        """The unit and those it goes on from: what stays with these is asked for by their names."""
        return (slug, *self.before)

    def is_of(self, unit: str, slug: str) -> bool:
        """Whether what is in `unit` stands on the pages of `slug`: it is that one, or one that it goes on from."""
        return unit == slug or unit in self.before

    def places(self) -> tuple[UnitRow, ...]:
        """The rows of `units`."""
        return tuple(stint.row for stint in self.units())

    def _until(self, stints: Iterable[Stint[R]]) -> tuple[Stint[R], ...]:
        """Those that had begun by the moment looked at."""
        return tuple(stint for stint in stints if self._on is None or stint.began <= self._on)


def longest_first(stint: Stint[Any]) -> tuple[Moment, str]:
    """Whatever has stood so the longest stands first; rows of every projection but `units` have `since`."""
    return stint.row.since, stint.stream
