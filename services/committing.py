"""How many of a unit's staff are in, put on record once a week and in steps of five: from one week to the next nobody can tell
whose card was turned."""

from datetime import date
from uuid import NAMESPACE_DNS, uuid5

from services import clock
from services.clerk.asking import Asked, Circumstances, Told
from services.house import House
from workflows.kernel.grammar import By
from workflows.kernel.noun import Nothing
from workflows.unit.commands import CountCommitment

STEP = 5
MONDAY = 1
_CLOCK = Circumstances(by=By("clock"), via="clock")


def count(house: House) -> int:
    """On a Monday, for every unit with cards. Says how many counts were put on record."""
    day = clock.day_of(house.now(), house.plate.zone)
    if date.fromisoformat(day).isoweekday() != MONDAY:
        return 0
    return sum(_counted(house, unit, day, counts) for unit, counts in house.intake.cards.counts().items())


def _counted(house: House, unit: str, day: str, counts: tuple[int, int]) -> bool:
    inside, every = counts
    stream = f"unit-{unit}"
    if isinstance(house.clerk.memory.get(stream).state, Nothing):
        return False
    command = CountCommitment(at_least=inside // STEP * STEP, of=every)
    key = uuid5(NAMESPACE_DNS, f"cards|{house.plate.slug}|{unit}|{day}")
    told = house.clerk.give(Asked(command, stream, str(key), _CLOCK))
    return isinstance(told, Told) and told.last > 0
