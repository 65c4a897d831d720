"""Numbers of the event system, brought back from the terminal."""

from pathlib import Path

from services.clerk.access import OPERATOR
from services.errands.errand import Answer, ImportNumbers
from services.house import House
from services.importing import event_numbers
from services.importing.rejected import given_back
from services.wording.time_words import number_of


def bring(house: House, asked: ImportNumbers) -> Answer:
    """Rows to put right end in the file of rejects; nothing is lost."""
    brought = event_numbers.bring(house, OPERATOR, "cli", Path(asked.file).read_bytes())
    if brought.wrong:
        with Path(asked.rejects).open("w", encoding="utf-8", newline="") as file:
            event_numbers.write_wrong(file, brought.wrong)
        house.looks.note(OPERATOR, given_back(len(brought.wrong)))
    said = f"{number_of(brought.noted, 'number')} noted, {brought.known} known already"
    put_right = f"; {number_of(len(brought.wrong), 'row')} to put right in {asked.rejects}" if brought.wrong else ""
    found = {"noted": brought.noted, "known": brought.known, "wrong": len(brought.wrong)}
    return Answer((f"{said}{put_right}.",), found)
