"""Who is kept from some streams counts what is left, exactly as if each row had been read."""

from collections import Counter

import pytest

from projections.answers import ANSWERS
from projections.answers import SHELVES as VOICE_SHELVES
from projections.barriers import BARRIERS
from projections.lives import Projection
from projections.promises import PROMISES
from projections.promises import SHELVES as PROMISE_SHELVES
from projections.tracking_log import TRACKING_LOG
from services import clock
from services.house import House
from services.reader.position import NOW, Position
from workflows.kernel.moments import Moment

UNITS = ("4-west", "icu", "emergency", "")
DAY = "2026-05-17"
Counts = Counter[tuple[str, ...]]


def counted(
    house: House, projection: Projection, shelves: tuple[str, ...], behind: frozenset[str], *, past: bool
) -> list[tuple[Counts, Counts]]:
    """As it is counted, and row by row: as known by that day where it is past, then as true then."""
    end: Moment = clock.end_of(DAY, house.plate.zone)
    at = Position(house.ledger.last_seq_by(end)) if past else NOW
    wanted = {"unit": UNITS, "shelf": shelves}
    found = []
    for on in (None, end):
        with house.views.look(at, on, behind) as look:
            rows: Counts = Counter((one.row.unit, one.row.shelf) for one in look.rows(projection, wanted))
            found.append((Counter(look.tallied(projection, wanted, ("unit", "shelf"))), rows))
    return found


@pytest.mark.parametrize("past", [False, True])
def test_what_is_behind_walls_is_in_no_count(alder: House, *, past: bool) -> None:
    ledger = alder.ledger
    behind = frozenset([*list(ledger.streams("concern"))[::5], *list(ledger.streams("barrier"))[::3]])
    for projection, shelves in (
        (ANSWERS, VOICE_SHELVES),
        (TRACKING_LOG, ("open", "done", "closed")),
        (BARRIERS, ("open", "settled")),
        (PROMISES, PROMISE_SHELVES),
    ):
        walled = counted(alder, projection, shelves, behind, past=past)
        whole = counted(alder, projection, shelves, frozenset(), past=past)
        assert all(tally == rows for tally, rows in (*walled, *whole)), projection.name
        if projection in (ANSWERS, BARRIERS):
            assert all(some[0] < all_of[0] for some, all_of in zip(walled, whole, strict=True)), projection.name
