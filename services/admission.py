"""Anonymous acts on their way into the ledger: the reception puts them into the intake, where they wait; they enter late,
shuffled, under fresh ids, each followed by what was done with it meanwhile.

Nobody who acts anonymously is in what is written: no person, no client's command id, no time finer than the day.
"""

from collections.abc import Iterator

from msgspec import Struct

from services import photos
from services.clerk.asking import asked
from services.house import House
from services.intake import Waiting
from workflows.concern.commands import AddPhoto
from workflows.kernel.grammar import Refused
from workflows.kernel.ids import noun_of


class Admitted(Struct, frozen=True):
    """How many entered, and what did not: each goes on waiting, to be read where it is about, and is tried again."""

    entered: int
    refused: tuple[Refused, ...]


def admit(house: House) -> Admitted:
    """Lets everything that waits into the ledger, in random order. No copy of the files is made meanwhile: it would have lost
    what was in the intake no more and not yet in the ledger."""
    with house.erasing:
        outcomes = list(_each(house))
    refused = tuple(one for one in outcomes if one is not None)
    return Admitted(len(outcomes) - len(refused), refused)


def _each(house: House) -> Iterator[Refused | None]:
    """What begins first, each with what was done with it; then acts whose beginning entered before they could follow."""
    everything = house.intake.waiting()
    for waiting in everything:
        if waiting.about is None:
            yield _enter(house, waiting, None)
            yield from _followers(house, waiting.id)
    for root in {one.about for one in everything if one.about is not None}:
        yield from _followers(house, root)


def _followers(house: House, root: str) -> Iterator[Refused | None]:
    """What was done with something that waited, or with what is in the ledger by somebody anonymous."""
    stream = house.waiting_room.where(root)
    if stream is not None and noun_of(stream) != "waiting":
        for act in house.intake.acts_on(root):
            yield _enter(house, act, stream)


def _enter(house: House, waiting: Waiting, to: str | None) -> Refused | None:
    late = asked(waiting.said, to, waiting.day, house.intake.entry(waiting.id))
    told = house.clerk.give(late, before=lambda stream: house.people.wall(stream, *house.people.walled(waiting.id)))
    if isinstance(told, Refused):
        return told
    if isinstance(late.command, AddPhoto):
        photos.bring_in(house, late.command.photo)
    house.intake.entered(waiting.id, told.stream)
    house.people.unwall(waiting.id)
    return None
