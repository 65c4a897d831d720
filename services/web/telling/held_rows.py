"""Rows of a sheet that were held back, as far as the reader may see them."""

from services.importing import held
from services.web.visit import Visit


def to_decide(visit: Visit) -> list[held.Waiting]:
    """Those that wait for a decision the reader may take."""
    return [row for row in held.waiting(visit.house) if visit.may("work.read_held", row.unit or None)]


def link(visit: Visit, unit: str = "") -> tuple[str, str] | None:
    """What a page says about them and where it leads; None where none waits. `unit`: those of it alone."""
    count = sum(not unit or row.unit == unit for row in to_decide(visit))
    words = "1 row of a sheet waits" if count == 1 else f"{count} rows of a sheet wait"
    return (f"{words} for a decision", "/import/held") if count else None
