"""How many facts each unit has, put on record: at the fixed hours of the beat, and whenever evidence is taken."""

from uuid import NAMESPACE_DNS, uuid5

from services.clerk.asking import Asked, Circumstances
from services.house import House
from workflows.kernel.grammar import By
from workflows.ledger import UnitCounted, UnitsCounted
from workflows.trail import Count

_CLOCK = Circumstances(by=By("clock"), via="clock")
_ANY = Count(upto=0, units=())
"""What the retry key is bound to: whoever counts a moment later for the same occasion counts nothing anew."""


def count_alone(house: House, unit: str) -> None:
    """Of this unit alone, for whoever is shown nothing of the others. Unless the last fact is that already."""
    upto, units = house.ledger.units()
    last = [house.clerk.mapper.fact(row).event for row in house.ledger.rows(max(0, upto - 1), 1, upto)]
    if any(isinstance(one, UnitCounted) and one.of == unit for one in last):
        return
    here = (f"{unit}.{units[unit]}",) if unit in units else ()
    key = uuid5(NAMESPACE_DNS, f"heads|{house.plate.slug}|{upto}|{unit}")
    house.clerk.give(Asked(Count(upto=upto, units=here, alone=unit), None, str(key), _CLOCK, same=_ANY))


def count(house: House, occasion: str = "") -> None:
    """Once for each `occasion`; without one, unless the last fact is such a count already: nothing happened since."""
    upto, units = house.ledger.units()
    if any(row[4] == UnitsCounted.NAME for row in house.ledger.rows(max(0, upto - 1), 1, upto)):
        return
    key = uuid5(NAMESPACE_DNS, f"heads|{house.plate.slug}|{occasion or upto}")
    command = Count(upto=upto, units=tuple(f"{unit}.{number}" for unit, number in sorted(units.items())))
    house.clerk.give(Asked(command, None, str(key), _CLOCK, same=_ANY))
