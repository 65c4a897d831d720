"""Whether people were told of a thing by mail: on which days, what waits to be sent, what could not be. Whom and where, it says
to nobody."""

from collections.abc import Iterable

from services import clock
from services.web.visit import Visit
from services.web.when import When
from services.wording import time_words

WORDS = "Told by mail"


def told_by_mail(visit: Visit, streams: Iterable[str], looking: When) -> list[tuple[str, str]]:
    """A line for what is known of a record; none where nobody was told, or on the page of a past day."""
    if looking.past:
        return []
    notices = [notice for stream in streams for notice in visit.house.outbox.notices(stream)]
    zone = visit.house.plate.zone
    days = sorted({clock.day_of(one.told, zone) for one in notices if one.told is not None})
    said = ["on " + ", ".join(time_words.short(day, visit.today) for day in days)] if days else []
    states = [one.state for one in notices]
    if waiting := states.count("waiting"):
        said.append(f"{waiting} waiting to be sent")
    if failed := states.count("failed"):
        said.append(f"{failed} could not be sent")
    return [(WORDS, "; ".join(said))] if said else []
