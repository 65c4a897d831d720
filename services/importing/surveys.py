"""Surveys that were counted before people were asked here. A file enters whole or not at all, for a survey without some of its
rows would be another one; the same file twice adds nothing, and numbers that stand here are never overwritten.
"""

import csv
from collections.abc import Sequence
from typing import IO, Literal
from uuid import uuid4

from msgspec import Struct

from assessments.instrument import Instrument
from services import clock, past_surveys, sentences
from services.clerk.access import OPERATOR
from services.clerk.asking import Asked, Circumstances
from services.clerk.authorship import author
from services.clerk.bulk import Bulk
from services.house import House
from services.importing.survey_sheet import Find, Sheet, Wrong
from services.past_surveys import Past
from services.tracking_sheet.rejects import MARK, inert
from services.tracking_sheet.row import Unreadable
from workflows.kernel.grammar import Refused
from workflows.kernel.moments import Day
from workflows.kernel.noun import Nothing

State = Literal["new", "known", "other"]
"""Whether a survey stands here already: not, the same, or with other numbers."""


class Came(Struct, frozen=True, kw_only=True):
    """A past survey of the file: of so many people at most."""

    unit: str
    closed: Day
    people: int
    state: State


class Brought(Struct, frozen=True, kw_only=True):
    """Nothing entered while a row is `wrong`. `left_out`: rows of people who answered nothing."""

    surveys: tuple[Came, ...]
    wrong: tuple[Wrong, ...]
    left_out: int
    head: tuple[str, ...]


def bring(house: House, file: bytes, instrument: Instrument, find: Find, *, dry: bool = False) -> Brought:
    """By whoever sits at the terminal. Unreadable, with a sentence, for what is no such file; `dry` judges all of it and enters
    nothing."""
    sheet = Sheet(instrument, find, clock.day_of(house.now(), house.plate.zone))
    pasts = sheet.read(file)
    surveys = tuple(
        Came(unit=one.unit, closed=one.closed, people=one.people, state=_state(house, one)) for one in pasts
    )
    others = tuple(_other(sheet, one) for one in surveys if one.state == "other")
    wrong = (*sheet.wrong, *others)
    if not wrong and not dry:
        _enter(house, [past for past, came in zip(pasts, surveys, strict=True) if came.state == "new"])
    return Brought(surveys=surveys, wrong=wrong, left_out=sheet.left_out, head=sheet.head)


def write_wrong(stream: IO[str], brought: Brought) -> None:
    """Rows to put right in the file they came from, each with what to do; UTF-8 with newline=''."""
    stream.write(MARK)
    writer = csv.writer(stream)
    writer.writerow(("Line", "What to do", *brought.head))
    for one in brought.wrong:
        writer.writerow(inert((str(one.line), one.todo, *one.cells)))


def _state(house: House, past: Past) -> State:
    command, _ = past_surveys.command(house, past)
    state = house.clerk.memory.get(f"unit-{past.unit}").state
    entered = () if isinstance(state, Nothing) else state.past_surveys
    for one in entered:
        if (one.instrument, one.closed) == (command.instrument, command.closed):
            return "known" if one.digest == command.digest else "other"
    return "new"


def _other(sheet: Sheet, one: Came) -> Wrong:
    todo = f"Other numbers of {one.unit} that closed on {one.closed} stand here. Take those back first, on its page of surveys."
    return Wrong(sheet.lines[one.unit, one.closed], (one.unit, one.closed), todo)


def _enter(house: House, pasts: Sequence[Past]) -> None:
    """Kept first, then told, all of them in one transaction; Unreadable where one is refused, and then none is told."""
    bulk = Bulk(house.clerk, batch=len(pasts) + 1, at_once=True)
    for past in pasts:
        command, body = past_surveys.command(house, past)
        house.attachments.put(body)
        by, roles = author(house.rights.access, OPERATOR, command, past.unit, own=False), OPERATOR.here(past.unit)
        circumstances = Circumstances(by=by, via="cli", roles=roles)
        told = bulk.give(Asked(command, f"unit-{past.unit}", str(uuid4()), circumstances), fresh=True)
        if isinstance(told, Refused):
            raise Unreadable(f"Nothing entered: {sentences.sentence(told)}")
    bulk.flush()
