"""The same ballots by a key that was put right since: a new series beside the old, which never moves."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from assessments.disclosure import WHOLE, Limits
from assessments.instrument import Answers, Instrument
from assessments.rescoring import changed, is_corrected, told_anew
from services.house import House
from services.instruments import shelf
from services.surveyed.saying import Said, share


class Anew(Struct, frozen=True, kw_only=True):
    """By which instrument, and by group (WHOLE: all together) what each item says now of which the key is another; nothing
    where it is held back."""

    instrument: Instrument
    items: Mapping[str, tuple[Said, ...]]


def anew(
    house: House, asked: Instrument, groups: Mapping[str, Sequence[Answers]], told: Mapping[str, frozenset[str]]
) -> Anew | None:
    """`told`: of each item the groups, and WHOLE, of which the old figure is. None where the newest key is the one it was asked
    with, or something else is asked now."""
    newer = shelf(house).get(asked.id)
    if newer is None or not is_corrected(asked, newer):
        return None
    found: dict[str, list[Said]] = {name: [] for name in (WHOLE, *groups)}
    for keys in changed(asked, newer):
        item = newer.item(keys.item)
        least = Limits().least(respect=asked.item(item.id).respect or item.respect, whole_unit=True)
        tallies = told_anew(keys, groups, told.get(item.id, frozenset()), least)
        for name, said in found.items():
            one = tallies.get(name)
            said.append(share(item, one.positive, one.n) if one else Said(item=item))
    return Anew(instrument=newer, items={name: tuple(said) for name, said in found.items()})
