"""What an answer to the terminal is made of: the views at one moment, names for ids, words for references."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from services import clock
from services.clerk.access import OPERATOR
from services.clerk.opening import Opening
from services.errands.naming import NotFound
from services.house import House
from services.reader import position
from services.reader.views import Look
from services.wording import time_words
from services.wording.names import Names
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Day, Moment, days_between

Row = dict[str, Any]
GONE = "(erased)"
LONGEST = 100


class Seen:
    """The hospital as it is looked at: `until` is the moment durations run to, `day` the day of it in its zone."""

    def __init__(self, house: House, look: Look, until: Moment) -> None:
        self.house = house
        self.look = look
        self.until = until
        self.day: Day = clock.day_of(until, house.plate.zone)
        self.names = Names(house)

    def words(self, refs: Iterable[Ref]) -> Callable[[Ref], str]:
        """The first lines of these words, opened together."""
        opened = self.house.door.open(
            refs, Opening(self.house.rights, self.house.looks, self.house.waiting_room, OPERATOR)
        )
        return lambda ref: _headline(opened.get(ref, GONE))

    def days(self, since: Moment) -> int:
        """Whole days until the moment looked at."""
        return days_between(since, self.until)

    def date(self, moment: Moment) -> Day:
        return clock.day_of(moment, self.house.plate.zone)

    def due(self, day: Day | None) -> str:
        """So: "2025-06-30 (due in 8 days)"."""
        return f"{day} ({time_words.due(day, self.day)})" if day else ""


@contextmanager
def seen(house: House, as_of: str | None, on: str | None, of: str | None = None) -> Iterator[Seen]:
    """The hospital as it was known at `as_of` and as it was `on` that day, `of` a unit. NotAMoment for what is none."""
    zone = house.plate.zone
    at, moment = position.as_of(as_of, house.ledger, zone), position.on(on, zone)
    house.reader.pull()
    with house.views.look(at, moment, house.rights.apart(OPERATOR), of) as look:
        yield Seen(house, look, moment or min(position.recorded(at, house.ledger) or house.now(), house.now()))


def allowed(house: House, read: str, unit: str | None, stream: str | None = None) -> None:
    """Every read of the terminal asks here, as the operator of the machine."""
    if not house.rights.may(OPERATOR, read, unit, stream):
        raise NotFound(f"The operator of the machine may not {read.replace('.', ' the ')} here.")


def _headline(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else line[:LONGEST].rsplit(" ", 1)[0] + " …"
