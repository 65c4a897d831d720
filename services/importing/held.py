"""Rows that were held back: somebody who may see them says what enters, or that nothing does.

Only the words given with the decision enter; everything else the row says in free text is left out. The row keeps its key,
so next month's copy of it adds nothing twice.
"""

from collections.abc import Iterable

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from services.clerk.bulk import Bulk
from services.house import House
from services.importing.entering import enter
from services.importing.entry import Conflict, Entry, RowKeys, Start
from services.importing.owners import Owners
from services.importing.words import vocabulary
from services.intake import Held as Kept
from services.tracking_sheet.row import Feedback, Held, Row
from workflows.kernel.grammar import Refused, refused

_decode = msgspec.json.Decoder(Held).decode


class Waiting(Struct, frozen=True):
    """A held row as it is shown to those who may: why it is held, its words, and whether it can enter at all (a row that
    also has faults must be put right in the sheet)."""

    id: str
    unit: str
    reasons: str
    what: str
    idea: str
    can_enter: bool
    number: int
    """Its row in the sheet."""


def waiting(house: House) -> list[Waiting]:
    """Every row nobody has decided on, as it was written."""
    return [_shown(kept) for kept in house.intake.rows.undecided()]


def let_in(house: House, held: str, what: str, idea: str | None) -> Refused | None:
    """Enters the row with these words instead of its own. Refused when it waits no longer or cannot enter."""
    row = next((row for kept, row in _rows(house.intake.rows.undecided()) if kept.id == held), None)
    if row is None:
        return refused("unknown", what="row")
    said = replace(
        row, what=what, idea=idea, resources=None, notes=None, status_note=None, feedback=_bare(row.feedback)
    )
    keys = RowKeys(house)
    with Bulk(house.clerk) as bulk:
        entry = Entry(said, keys.root, keys.of(row), Start(house.ledger.head()[0], blank=False), bulk)
        try:
            enter(entry, Owners(house.people, vocabulary().executives, dry=False))
        except Conflict as conflict:
            return Refused(str(conflict))
    house.intake.rows.decide(held, "entered")
    return None


def leave_out(house: House, held: str) -> None:
    """Nothing of it enters, now or with next month's copy."""
    house.intake.rows.decide(held, "left out")


def _rows(held: Iterable[Kept]) -> Iterable[tuple[Kept, Row]]:
    return ((kept, row) for kept in held if (row := _decode(kept.body).row) is not None)


def _shown(kept: Kept) -> Waiting:
    held = _decode(kept.body)
    if (row := held.row) is None:
        cells = " · ".join(filter(None, held.cells))
        return Waiting(kept.id, kept.unit, kept.reason, cells, "", can_enter=False, number=held.number)
    return Waiting(kept.id, kept.unit, kept.reason, row.what, row.idea or "", can_enter=True, number=held.number)


def _bare(feedback: Feedback) -> Feedback:
    return replace(feedback, how=None)
