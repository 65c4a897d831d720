"""What a survey found, taken out at the terminal; and what was found before, brought in."""

import io
from collections.abc import Iterator
from pathlib import Path

from assessments.campaign import Campaign
from assessments.disclosure import ORDINARY
from services import whole_file
from services.clerk.access import OPERATOR
from services.errands.errand import Answer, ExportSurvey, ImportSurvey
from services.errands.naming import NotFound, unit_called
from services.errands.seeing import allowed
from services.exporting.survey import bundle, workbook
from services.house import House
from services.importing import surveys
from services.importing.rejected import given_back
from services.importing.surveys import Brought, Came
from services.instruments import shelf
from services.wording.time_words import number_of
from workflows.kernel.ids import is_id


def take(house: House, asked: ExportSurvey) -> Answer:
    """NotFound where there is no such campaign, or nothing of it may be told yet."""
    state = house.clerk.memory.get(asked.campaign).state if is_id(asked.campaign, "campaign") else None
    if not isinstance(state, Campaign):
        raise NotFound(f"There is no campaign {asked.campaign!r}; the page of the unit's surveys shows their ids.")
    allowed(house, "read.board", state.unit)
    what = bundle.taken(house, asked.campaign, state)
    if what is None:
        raise NotFound("It was not counted: nothing of it is told before.")
    write = workbook.write if asked.to.casefold().endswith(".xlsx") else bundle.write
    whole = io.BytesIO()
    told = write(whole, house, OPERATOR, what)
    whole_file.put(Path(asked.to), whole.getvalue())
    said = f"Figures of {number_of(told, 'item')}, with a codebook, are in {asked.to}."
    return Answer((said,), {"items": told, "file": asked.to})


def bring(house: House, asked: ImportSurvey) -> Answer:
    """NotFound where there is no such instrument; rows to put right end in the file of rejects, and then nothing entered."""
    known = shelf(house)
    if asked.instrument not in known:
        raise NotFound(f"There is no instrument {asked.instrument!r}. There are: {', '.join(known)}.")
    aliases = {said.casefold(): unit_called(house, unit) for said, unit in asked.units}

    def find(said: str) -> str | None:
        try:
            return aliases.get(said.casefold()) or unit_called(house, said)
        except NotFound:
            return None

    file = Path(asked.file).read_bytes()
    brought = surveys.bring(house, file, known[asked.instrument], find, dry=asked.dry)
    if brought.wrong and asked.rejects:
        with Path(asked.rejects).open("w", encoding="utf-8", newline="") as stream:
            surveys.write_wrong(stream, brought)
        house.looks.note(OPERATOR, given_back(len(brought.wrong)))
    found = {"surveys": [_row(one, asked.dry) for one in brought.surveys], "wrong": len(brought.wrong)}
    return Answer(tuple(_lines(brought, asked)), found, status=1 if brought.wrong else 0)


def _lines(brought: Brought, asked: ImportSurvey) -> Iterator[str]:
    if brought.wrong:
        where = f", listed in {asked.rejects}" if asked.rejects else ""
        yield f"Nothing entered: {number_of(len(brought.wrong), 'row')} to put right{where}. Then bring the whole file again."
        yield from (f"  line {one.line}: {one.todo}" for one in brought.wrong[:5])
        return
    for one in brought.surveys:
        few = "" if one.people >= ORDINARY else f"; never shown, for fewer than {ORDINARY} answered"
        yield f"{one.unit}, closed {one.closed}: {number_of(one.people, 'person', 'people')}, {_state(one, asked.dry)}{few}."
    if brought.left_out:
        yield f"{number_of(brought.left_out, 'row')} without any answer left out."
    if not brought.surveys:
        yield "There is no survey in this file."


def _state(one: Came, dry: bool) -> str:
    if one.state == "known":
        return "known already"
    return "would be entered" if dry else "entered"


def _row(one: Came, dry: bool) -> dict[str, object]:
    return {"unit": one.unit, "closed": one.closed, "people": one.people, "state": _state(one, dry)}
