"""Whether people were told of something by mail: on which days, what waits to be sent, what could not be. Whom and where, it
says to nobody."""

from collections.abc import Iterable

from services import clock
from services.house import House
from services.wording import time_words
from workflows.kernel.moments import Day

TOLD = "Told by mail"


def told(house: House, streams: Iterable[str], today: Day) -> str:
    """So: "on 3 Mar, 9 Apr; 1 waiting to be sent"; "" where nobody was told."""
    notices = [notice for stream in streams for notice in house.outbox.notices(stream)]
    days = sorted({clock.day_of(one.told, house.plate.zone) for one in notices if one.told is not None})
    said = ["on " + ", ".join(time_words.short(day, today) for day in days)] if days else []
    states = [one.state for one in notices]
    if waiting := states.count("waiting"):
        said.append(f"{waiting} waiting to be sent")
    if failed := states.count("failed"):
        said.append(f"{failed} could not be sent")
    return "; ".join(said)
