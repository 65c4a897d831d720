"""Campaigns on the day they close: what lies in the box is sealed, how much it was is put on record, and the box is emptied.

A crash in between repeats all of it: the same ballots are sealed under the same digest, and said twice it is counted once. With
the ballots of a wave lies, group by group, which cards were used, and item by item which groups are shown: settled here and
nowhere else, so that no later program shows more.
"""

from collections.abc import Sequence
from hashlib import sha256
from itertools import chain
from uuid import NAMESPACE_DNS, uuid5

from msgspec import Struct, json
from msgspec.structs import replace

from assessments.campaign import Asking, Campaign, Wave
from assessments.campaign.commands import Count
from assessments.campaign.rosters import Cards
from assessments.disclosure import Limits, Sum, Tally, enough, parted, settled, settled_means
from assessments.instrument import Instrument
from assessments.scoring import scored_apart
from services import carding, clock, commenting
from services.ballot_box.box import Answers
from services.clerk.asking import Asked, Circumstances, Told
from services.house import House
from services.instruments import asked_by
from services.under_seal import COMMENTS, sealed, unsealed
from workflows.kernel.grammar import By

_CLOCK = Circumstances(by=By("clock"), via="clock")

Groups = tuple[tuple[Answers, ...], ...]


class Sealed(Struct, frozen=True, kw_only=True):
    """What lies under the digest of a wave: ballots and cards of each pile, and the group of each (none: each is a group).
    `told`: of which groups (and WHOLE) it is told how many answered; `shown`: the same of each item; a group by its number.
    `parted`: of which groups each pile is told, too; `parted_by_item` the same of each item. `scales`: of each
    composite the groups of which its mean is told."""

    ballots: Groups
    cards: tuple[Cards, ...]
    told: tuple[str, ...]
    shown: dict[str, tuple[str, ...]]
    groups: tuple[int, ...] = ()
    parted: tuple[str, ...] = ()
    parted_by_item: dict[str, tuple[str, ...]] = {}
    scales: dict[str, tuple[str, ...]] = {}

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


def count(house: House) -> int:
    """Every campaign whose day has come; those before it have their cards, those after it leave nothing. Says how many were
    counted or go on."""
    day = clock.day_of(house.now(), house.plate.zone)
    done = 0
    for stream in house.ledger.streams("campaign"):
        state = house.clerk.memory.get(stream).state
        if not isinstance(state, Asking):
            continue
        if state.stage == "open" and state.closes <= day:
            done += _counted(house, stream, state, day)
        elif state.stage == "open":
            carding.stock(house, stream, state)
        elif carding.is_left(house, stream, state):
            carding.throw_away(house, stream, state)
    return done


def _counted(house: House, stream: str, state: Asking, day: str) -> bool:
    groups = tuple(house.ballots.take(box) for box in carding.boxes(stream, state))
    cards = carding.reconciled(house, stream, state)
    ballots = sum(map(len, groups))
    what = _settled(house, state, groups, cards) if isinstance(state, Wave) else groups if cards else groups[0]
    digest = house.attachments.put(sealed(house, stream, what)) if ballots >= state.least else sha256().hexdigest()
    key = uuid5(NAMESPACE_DNS, f"ballots|{house.plate.slug}|{stream}|{day}")
    counting = _count(ballots, digest, cards, _firsts(state, what))
    if ballots >= state.least:
        counting = _with_comments(house, stream, state, what, counting)
    told = house.clerk.give(Asked(counting, stream, str(key), _CLOCK))
    after = house.clerk.memory.get(stream).state
    if isinstance(after, Asking) and after.digest is not None:
        carding.throw_away(house, stream, after)
    return isinstance(told, Told) and told.last > 0


def _with_comments(house: House, stream: str, state: Asking, what: object, counting: Count) -> Count:
    """What was written lies apart from the ballots, under a digest of its own."""
    told = frozenset(what.told) if isinstance(what, Sealed) else None
    found = commenting.gathered(house, stream, state, told)
    if found is None:
        return counting
    digest = house.attachments.put(sealed(house, stream, found, COMMENTS))
    written, least = len(found.comments), found.least
    return replace(counting, comments=written, comments_least=least, comments_digest=digest)


def _firsts(state: Asking, what: object) -> tuple[str, ...]:
    """The first unit of each group of a wave that is shown by itself."""
    parts = state.roster.parts if state.roster and isinstance(what, Sealed) else ()
    told = what.told if isinstance(what, Sealed) else ()
    return tuple(units[0] for group, units in enumerate(parts) if str(group) in told)


def _count(ballots: int, digest: str, cards: Sequence[Cards], groups: tuple[str, ...]) -> Count:
    if not cards:
        return Count(ballots=ballots, digest=digest)
    drawn = [one.drawn for one in cards if one.drawn is not None]
    return Count(
        ballots=ballots,
        digest=digest,
        made=sum(one.made for one in cards),
        drawn=sum(drawn) if drawn else None,
        spent=sum(one.spent for one in cards),
        groups=groups,
    )


def _settled(house: House, state: Wave, piles: Groups, cards: tuple[Cards, ...]) -> Sealed:
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
    return replace(found, parted=tuple(sorted(apart)), scales=_scales(instrument, groups, told))


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


def ballots_of(house: House, stream: str) -> tuple[Answers, ...]:
    """Those of a campaign that was counted; none of any other."""
    return tuple(chain.from_iterable(groups_of(house, stream)))


def groups_of(house: House, stream: str) -> Groups:
    """The same, those of each group together."""
    state = house.clerk.memory.get(stream).state
    opened = unsealed(house, stream, state.digest) if isinstance(state, Campaign) and state.digest else None
    if opened is None or not isinstance(state, Campaign):
        return ()
    if state.roster is None:
        return (tuple(json.decode(opened, type=list[dict[str, int]])),)
    return tuple(map(tuple, json.decode(opened, type=list[list[dict[str, int]]])))


def sealed_of(house: House, stream: str, state: Wave) -> Sealed | None:
    """What lies under the digest of a wave that was counted."""
    opened = unsealed(house, stream, state.digest) if state.digest else None
    return None if opened is None else json.decode(opened, type=Sealed)
