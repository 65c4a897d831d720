"""What the terminal reads: the same views as pages and API, at the same moments."""

from services.errands import board, desk, lessons, timeline
from services.errands.errand import Answer, Look
from services.errands.naming import unit_called
from services.errands.seeing import seen
from services.house import House

_TOLD = {"board": board.told, "timeline": timeline.told, "desk": desk.told, "lessons": lessons.told}


def look(house: House, asked: Look) -> Answer:
    """NotFound for what is nowhere, NotAMoment for a day that is none."""
    of = unit_called(house, asked.about) if asked.question in ("board", "lessons") and asked.about else None
    with seen(house, asked.as_of, asked.on, of) as moment:
        return _TOLD[asked.question](moment, asked.about)
