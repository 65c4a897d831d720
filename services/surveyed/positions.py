"""A wave by what people do: in a unit where that was settled, and for the hospital the sum of what is told in its units, so
that it tells nothing more than they do."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from assessments.campaign.rosters import Pile, Roster
from assessments.disclosure import ORDINARY, Tally
from assessments.instrument import Instrument
from assessments.scoring import rounded_rate, scored_apart
from services.settling import Sealed
from services.surveyed.saying import Said, share


class Held(Struct, frozen=True, kw_only=True):
    """Those of a group who hold these `positions` (with a plus between); of the whole, of all `units` where that is told."""

    positions: str
    units: tuple[str, ...]
    eligible: int
    ballots: int
    rate: int | None
    items: tuple[Said, ...]


class Counted(Struct, frozen=True, kw_only=True):
    """A pile that is told: of each item its tally, where that is told."""

    pile: Pile
    units: tuple[str, ...]
    ballots: int
    items: Mapping[str, Tally]


def told(instrument: Instrument, kept: Sealed, roster: Roster) -> tuple[Counted, ...]:
    """Of the groups in which each pile is told."""
    falls = scored_apart(instrument, kept.ballots, "").falls
    return tuple(
        Counted(
            pile=pile,
            units=roster.of(pile.group),
            ballots=len(kept.ballots[at]),
            items={
                item.id: Tally(int(falls.valid[at, column]), int(falls.positive[at, column]))
                for column, item in enumerate(instrument.items)
                if str(pile.group) in kept.parted_by_item.get(item.id, ())
            },
        )
        for at, pile in enumerate(roster.piles)
        if str(pile.group) in kept.parted
    )


def of(piles: Sequence[Counted], instrument: Instrument, group: int) -> tuple[Held, ...]:
    return tuple(_held([one], instrument) for one in piles if one.pile.group == group)


def hospital(piles: Sequence[Counted], instrument: Instrument) -> tuple[Held, ...]:
    """Those who hold the same positions, of all units in which they are told."""
    names = dict.fromkeys(one.pile.positions for one in piles)
    return tuple(_held([one for one in piles if one.pile.positions == name], instrument) for name in names)


def _held(piles: Sequence[Counted], instrument: Instrument) -> Held:
    eligible, ballots = (sum(some) for some in zip(*((one.pile.eligible, one.ballots) for one in piles), strict=True))
    rate = rounded_rate(ballots, eligible, 0, ORDINARY)
    items = []
    for item in instrument.items:
        each = [one.items[item.id] for one in piles if item.id in one.items]
        n, positive = sum(one.n for one in each), sum(one.positive for one in each)
        items.append(share(item, positive, n) if each else Said(item=item))
    return Held(
        positions=piles[0].pile.positions,
        units=tuple(dict.fromkeys(unit for one in piles for unit in one.units)),
        eligible=eligible,
        ballots=ballots,
        rate=None if rate is None else min(100, rate),
        items=tuple(items),
    )
