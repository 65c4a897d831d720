"""What a survey found, taken out at the terminal."""

import io
from pathlib import Path

from assessments.campaign import Campaign
from services.clerk.access import OPERATOR
from services.errands.errand import Answer, ExportSurvey
from services.errands.naming import NotFound
from services.errands.seeing import allowed
from services.exporting.survey import bundle
from services.house import House
from services.wording.time_words import number_of
from workflows.kernel.ids import is_id


def take(house: House, asked: ExportSurvey) -> Answer:
    """NotFound where there is no such campaign, or nothing of it may be told yet."""
    state = house.clerk.memory.get(asked.campaign).state if is_id(asked.campaign, "campaign") else None
    if not isinstance(state, Campaign):
        raise NotFound(f"There is no campaign {asked.campaign!r}; the page of the unit's surveys shows their ids.")
    allowed(house, "read.board", state.unit)
    whole = io.BytesIO()
    told = bundle.write(whole, house, OPERATOR, asked.campaign, state)
    if told is None:
        raise NotFound("It was not counted: nothing of it is told before.")
    Path(asked.to).write_bytes(whole.getvalue())
    said = f"Figures of {number_of(told, 'item')}, with a codebook and a script for R, are in {asked.to}."
    return Answer((said,), {"items": told, "file": asked.to})
