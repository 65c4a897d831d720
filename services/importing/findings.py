"""What a log tells when it is read as a whole: the last page of an import."""

from collections import defaultdict
from hashlib import blake2b

from msgspec import Struct

from services.tracking_sheet.keys import same_problem
from services.tracking_sheet.row import Row


class Shared(Struct, frozen=True):
    """One problem as several rows state it: the words of the first, its units, how many rows."""

    what: str
    units: tuple[str, ...]
    rows: int


class Findings(Struct, frozen=True, kw_only=True):
    """Row numbers of the sheet by what is wrong with them, and problems that come back."""

    never_told: tuple[int, ...]
    """Closed, and nobody was told."""
    of_these_anonymous: tuple[int, ...]
    no_reason: tuple[int, ...]
    """Refused without a reason."""
    stuck: tuple[int, ...]
    """Waiting, or open past the day promised."""
    ownerless: tuple[int, ...]
    """Open and nobody's."""
    alike: tuple[int, ...]
    """Exact copies of an earlier row, kept as a second occurrence."""
    repeated: tuple[Shared, ...]
    """Problems that came back, the most frequent first."""
    several_units: tuple[Shared, ...]
    """Problems met in more than one unit."""


class Listener:
    """Hears every row of an import once."""

    def __init__(self, today: str) -> None:
        self._today = today
        self._lists: dict[str, list[int]] = defaultdict(list)
        self._problems: dict[bytes, tuple[str, set[str], int]] = {}

    def hear(self, row: Row) -> None:
        for name in self._faults(row):
            self._lists[name].append(row.number)
        mark = blake2b(same_problem(row), digest_size=16).digest()
        what, units, rows = self._problems.get(mark, (row.what, set(), 0))
        self._problems[mark] = (what, units | {row.unit}, rows + 1)

    def _faults(self, row: Row) -> list[str]:
        over = row.status in ("closed", "declined")
        late = not over and row.due is not None and row.due < self._today
        told = row.feedback.kind == "told"
        return [
            name
            for name, true in (
                ("never_told", row.status == "closed" and not told),
                ("of_these_anonymous", row.status == "closed" and row.feedback.kind == "anonymous"),
                ("no_reason", row.status == "declined"),
                ("stuck", row.status == "waiting" or late),
                ("ownerless", not over and not row.owners),
                ("alike", row.repeat_of is not None),
            )
            if true
        ]

    def findings(self) -> Findings:
        lists = {name: tuple(self._lists[name]) for name in Findings.__struct_fields__[:6]}
        shared = [Shared(what, tuple(sorted(units)), rows) for what, units, rows in self._problems.values() if rows > 1]
        shared.sort(key=lambda one: (-len(one.units), -one.rows, one.what))
        return Findings(
            **lists,
            repeated=tuple(sorted(shared, key=lambda one: -one.rows)),
            several_units=tuple(one for one in shared if len(one.units) > 1),
        )
