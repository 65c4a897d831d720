"""What a wave found as one sheet: a row for each item of the hospital and of each unit, as its page tells it and no finer."""

from collections.abc import Iterator, Mapping
from typing import IO

from assessments.campaign import Wave
from services import surveyed
from services.clerk.access import Actor
from services.exporting.survey import scores
from services.exporting.survey.bundle import sheet
from services.house import House
from services.surveyed import Found, Group
from workflows.trail import Note

HEAD = ("unit", "eligible", "answered", *scores.HEAD, "positions")
HOSPITAL = "hospital"


def write(stream: IO[bytes], house: House, actor: Actor, about: str, wave: Wave) -> bool:
    """False, and nothing written, where nothing was counted. That it was taken is on record before anything is written."""
    found = surveyed.found(house, about, wave)
    if found is None:
        return False
    house.looks.note(actor, Note(how="exported", what="survey", about=about))
    stream.write(sheet(HEAD, rows(found)))
    return True


def rows(found: Found) -> Iterator[tuple[str, ...]]:
    """Units that are counted as one have a plus between, and so have positions; what is held back is an empty cell. A row
    without positions is of all of them; for the hospital positions are summed over the units in which they are told."""
    for name, one in _named(found).items():
        for row in scores.rows(scores.scores(one.items)):
            yield name, str(one.eligible), "" if one.ballots is None else str(one.ballots), *row, ""
    for name, one in _named(found).items():
        for held in one.held:
            for row in scores.rows(scores.scores(held.items)):
                yield name, str(held.eligible), str(held.ballots), *row, held.positions


def _named(found: Found) -> Mapping[str, Group]:
    return {HOSPITAL: found.whole} | {"+".join(one.units): one for one in found.groups}
