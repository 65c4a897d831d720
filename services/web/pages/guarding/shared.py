"""The views of the place, and how its pages say days and records."""

from services import clock
from services.web.layout import Tab
from services.web.visit import Visit
from services.wording import time_words
from workflows.kernel.moments import Moment

VIEWS = (
    ("Erasures and holds", "/privacy", "read.subjects"),
    ("Who spoke", "/privacy/voices", "identity.ask"),
    ("Read log", "/privacy/reads", "read.trail"),
    ("What left the building", "/privacy/disclosures", "read.trail"),
)


def tabs(visit: Visit, current: str) -> tuple[Tab, ...]:
    """Those this reader may enter."""
    return tuple(Tab(label, href, label == current) for label, href, action in VIEWS if visit.may(action))


def day(visit: Visit, moment: Moment) -> str:
    return time_words.short(clock.day_of(moment, visit.house.plate.zone), visit.today)


def called(stream: str) -> str:
    """A record as these pages name it: its kind and the end of its id, which is enough to tell it from others."""
    noun, _, tail = stream.partition("-")
    return f"{noun} …{tail[-6:]}"
