"""Campaigns on the day they close: what lies in the box is sealed, how much it was is put on record, and the box is emptied.

A crash in between repeats all of it: the same ballots are sealed under the same digest, and said twice it is counted once. With
the ballots of a wave lies, group by group, which cards were used, and item by item which groups are shown: settled here and
nowhere else, so that no later program shows more.
"""

from collections.abc import Sequence
from hashlib import sha256
from itertools import chain
from uuid import NAMESPACE_DNS, uuid5

from msgspec import json
from msgspec.structs import replace

from assessments.campaign import Asking, Campaign, Wave
from assessments.campaign.commands import Count
from assessments.campaign.rosters import Cards
from services import carding, clock, commenting
from services.ballot_box.box import Answers
from services.clerk.asking import Asked, Circumstances, Told
from services.house import House
from services.settling import Groups, Sealed, settle
from services.under_seal import COMMENTS, sealed, unsealed
from workflows.kernel.grammar import By

_CLOCK = Circumstances(by=By("clock"), via="clock")


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
    what = settle(house, state, groups, cards) if isinstance(state, Wave) else groups if cards else groups[0]
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
