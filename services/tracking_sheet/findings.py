"""What was found wrong or doubtful in one row."""

from services.tracking_sheet.header import Header
from services.tracking_sheet.row import Fault

_SHOWN = 200


class Findings:
    """Collects faults that reject the row, values left out of it, and the fields whose text made no sense to any."""

    def __init__(self, header: Header) -> None:
        self._header = header
        self.faults: tuple[Fault, ...] = ()
        self.left_out: tuple[Fault, ...] = ()
        self.puzzling: tuple[str, ...] = ()

    def fault(self, field: str, text: str, why: str, todo: str) -> None:
        """A value that cannot be imported as it stands."""
        self.faults += (self._said(field, text, why, todo),)
        self.puzzle(field)

    def of(self, field: str) -> tuple[Fault, ...]:
        """The faults of one field."""
        return tuple(fault for fault in self.faults if fault.why.startswith(f"{field}."))

    def leave_out(self, field: str, text: str, why: str, todo: str) -> None:
        """A value of a minor column that is left empty instead."""
        self.left_out += (self._said(field, text, why, todo),)
        self.puzzle(field)

    def puzzle(self, field: str) -> None:
        """A value kept as the words it is: like any text, it may say what must be held."""
        self.puzzling += (field,)

    def _said(self, field: str, text: str, why: str, todo: str) -> Fault:
        shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
        return Fault(self._header.heading(field), shown, f"{field}.{why}", todo)
