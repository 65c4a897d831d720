"""Papers for whoever runs the machine: made where the pages are, which a terminal that prints nothing never loads."""

from pathlib import Path

from services.clerk.access import OPERATOR
from services.errands.errand import Answer, ExportPaper
from services.errands.naming import NotFound, unit_called
from services.errands.seeing import allowed
from services.house import House
from services.printing.press import TooLong
from workflows.trail import Note


def paper(house: House, asked: ExportPaper) -> Answer:
    """NotFound where there is no such unit, and where it would be hundreds of pages."""
    from services.web.papers import operators  # noqa: PLC0415 - see above

    unit = unit_called(house, asked.unit) if asked.unit else None
    allowed(house, "read.board" if unit else "read.figures", unit)
    house.looks.note(OPERATOR, Note(how="exported", what=asked.what))
    month = asked.what == "month"
    try:
        made = operators.month(house, unit, asked.on) if month else operators.board_pack(house, asked.on)
    except TooLong as error:
        raise NotFound(str(error)) from error
    Path(asked.to).write_bytes(made)
    return Answer((f"It is in {asked.to}.",), {"file": asked.to})


def packet(house: House, issue: str) -> tuple[tuple[str, bytes], ...]:
    """The trace of an issue, as the file that lies in its evidence."""
    from services.web.papers import operators  # noqa: PLC0415 - see above

    return (("packet.pdf", operators.packet(house, issue)),)
