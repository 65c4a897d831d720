"""What the speaker may know of who looked: that their name was opened, and which roles read their voice behind the board."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from services import clock
from services.house import House
from services.reader.views import Look
from services.wording import time_words
from services.wording.names import Names
from workflows.identity.state import Opening
from workflows.kernel.moments import Day, Moment
from workflows.kernel.roles import stood_for


def watched(house: House, look: Look, voices: Collection[str], today: Day) -> Mapping[str, tuple[str, ...]]:
    """Sentences by voice: roles and days, never who."""
    told: dict[str, list[str]] = defaultdict(list)
    names = Names(house)
    for voice, shown, hands in opened(house, voices):
        roles = " and ".join(names.role(role).lower() for role in hands)
        told[voice].append(f"Who you are was opened by two people, {roles}, on {_day(house, shown, today)}.")
    for voice, at, reader in read_apart(look, voices):
        role = names.role(reader).lower() if reader else "somebody"
        told[voice].append(f"Read apart from the board on {_day(house, at, today)}, by {role}.")
    return {voice: tuple(dict.fromkeys(sentences)) for voice, sentences in told.items()}


def opened(house: House, voices: Collection[str]) -> Iterator[tuple[str, Moment, tuple[str, str]]]:
    """Each voice whose name was shown, when, and the roles of the two who opened it."""
    for stream in house.ledger.streams("identity"):
        state = house.clerk.memory.get(stream).state
        if isinstance(state, Opening) and state.about in voices and state.shown and state.agreed:
            yield state.about, state.shown, (state.asker.role, state.agreed.role)


def read_apart(look: Look, voices: Collection[str]) -> Iterator[tuple[str, Moment, str]]:
    """Each look at one of them behind the board, when, and in which role it was; "" for none."""
    for stint in look.trail(about=voices):
        yield stint.row.about, stint.row.entry.at, stood_for(stint.row.entry.role or "")


def _day(house: House, moment: Moment, today: Day) -> str:
    return time_words.short(clock.day_of(moment, house.plate.zone), today)
