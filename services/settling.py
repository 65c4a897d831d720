"""What of a wave may be told, settled once when it is counted and sealed with its ballots, so that no later program shows more:
which groups, item by item and scale by scale, which positions, and how sure the share of a composite is."""

from collections.abc import Mapping, Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from assessments.campaign import Wave
from assessments.campaign.rosters import Cards
from assessments.disclosure import WHOLE, Limits, Sum, Tally, enough, parted, settled, settled_means
from assessments.instrument import Instrument
from assessments.scoring import AGREE, Share, scored_apart, share_of
from services import carding
from services.ballot_box.box import Answers
from services.house import House
from services.instruments import asked_by

Groups = tuple[tuple[Answers, ...], ...]


class Sealed(Struct, frozen=True, kw_only=True):
    """What lies under the digest of a wave: ballots and cards of each pile, and the group of each (none: each is a group).
    `told`: of which groups (and WHOLE) it is told how many answered; `shown`: the same of each item; a group by its number.
    `parted`: of which groups each pile is told, too; `parted_by_item` the same of each item. `scales`: of each
    composite the groups of which its mean is told, `agree` the same of the people at 75 or more; `shares` its share in those
    groups of which each of its items is told to the point."""

    ballots: Groups
    cards: tuple[Cards, ...]
    told: tuple[str, ...]
    shown: dict[str, tuple[str, ...]]
    groups: tuple[int, ...] = ()
    parted: tuple[str, ...] = ()
    parted_by_item: dict[str, tuple[str, ...]] = {}
    scales: dict[str, tuple[str, ...]] = {}
    agree: dict[str, tuple[str, ...]] = {}
    shares: dict[str, dict[str, Share]] = {}

    @property
    def group_of(self) -> tuple[int, ...]:
        return self.groups or tuple(range(len(self.ballots)))

    @property
    def by_group(self) -> Groups:
        return together(self.group_of, self.ballots)

    def cards_of(self, group: int) -> tuple[Cards, ...]:
        return tuple(one for at, one in zip(self.group_of, self.cards, strict=True) if at == group)


def together(groups: Sequence[int], ballots: Groups) -> Groups:
    """The ballots of each group, out of those of each pile."""
    each = list(zip(groups, ballots, strict=True))
    return tuple(
        tuple(chain.from_iterable(some for at, some in each if at == group)) for group in range(max(groups) + 1)
    )


def settle(house: House, state: Wave, piles: Groups, cards: tuple[Cards, ...]) -> Sealed:
    """Where it is not told how many answered nothing else is told either."""
    of = carding.groups(state)
    groups = together(of, piles)
    told = enough({str(number): len(ballots) for number, ballots in enumerate(groups)}, state.least)
    found = Sealed(ballots=piles, cards=cards, told=tuple(sorted(told)), shown={}, groups=of)
    instrument = asked_by(house, state)
    if instrument is None:
        return found
    by_group, by_pile = (_tallies(instrument, some) for some in (groups, piles))
    in_group = {group: [at for at, one in enumerate(of) if one == group] for group in range(len(groups))}
    apart = told & {
        str(group)
        for group, some in in_group.items()
        if len(some) > 1 and all(len(piles[at]) >= state.least for at in some)
    }
    for item in instrument.items:
        least = Limits().least(respect=item.respect, whole_unit=True)
        shown = settled(by_group[item.id], least, told)
        found.shown[item.id] = tuple(sorted(shown))
        each = {str(group): [by_pile[item.id][str(at)] for at in in_group[group]] for group in in_group}
        found.parted_by_item[item.id] = tuple(sorted(parted(each, least, shown & apart)))
    return replace(
        found,
        parted=tuple(sorted(apart)),
        scales=_scales(instrument, groups, told),
        agree=_agree(instrument, groups, told),
        shares=_shares(instrument, groups, by_group, found.shown),
    )


def _shares(
    instrument: Instrument,
    groups: Groups,
    by_group: Mapping[str, Mapping[str, Tally]],
    shown: Mapping[str, Sequence[str]],
) -> dict[str, dict[str, Share]]:
    every = {WHOLE: tuple(chain.from_iterable(groups))} | {str(at): one for at, one in enumerate(groups)}
    whole = {item: sum(some.values(), Tally(0, 0)) for item, some in by_group.items()}
    found: dict[str, dict[str, Share]] = {}
    for composite in instrument.composites:
        for name, ballots in every.items():
            tallies = [whole[item] if name == WHOLE else by_group[item][name] for item in composite.items]
            is_told = all(name in shown[item] for item in composite.items) and not any(one.is_end for one in tallies)
            if is_told and (share := share_of(instrument, composite, ballots)) is not None:
                found.setdefault(composite.id, {})[name] = share
    return found


def _agree(instrument: Instrument, groups: Groups, told: frozenset[str]) -> dict[str, tuple[str, ...]]:
    if instrument.scoring != AGREE:
        return {}
    scores, found = scored_apart(instrument, groups, ""), {}
    for composite, persons in zip(instrument.composites, scores.by_composite, strict=True):
        each = enumerate(zip(persons.n, persons.agree, strict=True))
        tallies = {str(at): Tally(int(n), round(float(agree) * int(n) / 100) if n else 0) for at, (n, agree) in each}
        respect = any(instrument.item(name).respect for name in composite.items)
        least = Limits().least(respect=respect, whole_unit=True)
        found[composite.id] = tuple(sorted(settled(tallies, least, told)))
    return found


def _scales(instrument: Instrument, groups: Groups, told: frozenset[str]) -> dict[str, tuple[str, ...]]:
    scores, found = scored_apart(instrument, groups, ""), {}
    for at, composite in enumerate(instrument.composites):
        items = [instrument.item(name) for name in composite.items]
        ends, persons = instrument.scale_of(items[0]), scores.by_composite[at]
        least = Limits().least(respect=any(item.respect for item in items), whole_unit=True)
        each = {
            str(group): Sum(int(n), float(mean) * int(n) if n else 0.0, ends.least, ends.most)
            for group, (n, mean) in enumerate(zip(persons.n, persons.mean, strict=True))
        }
        found[composite.id] = tuple(sorted(settled_means(each, least, told)))
    return found


def _tallies(instrument: Instrument, groups: Groups) -> dict[str, dict[str, Tally]]:
    """Of each item, by the number of the group."""
    falls = scored_apart(instrument, groups, "").falls
    return {
        item.id: {
            str(number): Tally(int(n), int(positive))
            for number, (n, positive) in enumerate(zip(falls.valid[:, at], falls.positive[:, at], strict=True))
        }
        for at, item in enumerate(instrument.items)
    }
