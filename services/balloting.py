"""Campaigns on the day they close: what lies in the box is sealed, how much it was is put on record, and the box is emptied.

A crash in between repeats all of it: the same ballots are sealed under the same digest, and said twice it is counted once.
"""

import hmac
from hashlib import sha256
from itertools import chain
from uuid import NAMESPACE_DNS, uuid5

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import json

from assessments.campaign import Campaign
from assessments.campaign.commands import Count
from services import carding, clock
from services.ballot_box.box import Answers
from services.clerk.asking import Asked, Circumstances, Told
from services.house import House
from workflows.kernel.grammar import By

SECRET = "ballots"  # noqa: S105 - the name of the secret, not the secret
_CLOCK = Circumstances(by=By("clock"), via="clock")
_NONCE = 12


def count(house: House) -> int:
    """Every campaign whose day has come; those before it have their cards, those after it leave nothing. Says how many were
    counted or go on."""
    day = clock.day_of(house.now(), house.plate.zone)
    done = 0
    for stream in house.ledger.streams("campaign"):
        state = house.clerk.memory.get(stream).state
        if not isinstance(state, Campaign):
            continue
        if state.stage == "open" and state.closes <= day:
            done += _counted(house, stream, state, day)
        elif state.stage == "open":
            carding.stock(house, stream, state)
        elif carding.is_left(house, stream, state):
            carding.throw_away(house, stream, state)
    return done


def _counted(house: House, stream: str, state: Campaign, day: str) -> bool:
    groups = tuple(house.ballots.take(box) for box in carding.boxes(stream, state))
    ballots = sum(map(len, groups))
    what = groups[0] if state.roster is None else groups
    digest = house.attachments.put(sealed(house, stream, what)) if ballots >= state.least else sha256().hexdigest()
    key = uuid5(NAMESPACE_DNS, f"ballots|{house.plate.slug}|{stream}|{day}")
    command = Count(ballots=ballots, digest=digest, **carding.reconciled(house, stream, state))
    told = house.clerk.give(Asked(command, stream, str(key), _CLOCK))
    after = house.clerk.memory.get(stream).state
    if isinstance(after, Campaign) and after.stage == "counted":
        carding.throw_away(house, stream, after)
    return isinstance(told, Told) and told.last > 0


def ballots_of(house: House, stream: str) -> tuple[Answers, ...]:
    """Those of a campaign that was counted; none of any other."""
    return tuple(chain.from_iterable(groups_of(house, stream)))


def groups_of(house: House, stream: str) -> tuple[tuple[Answers, ...], ...]:
    """The same, those of each group together."""
    state = house.clerk.memory.get(stream).state
    opened = unsealed(house, stream, state.digest) if isinstance(state, Campaign) and state.digest else None
    if opened is None:
        return ()
    if state.roster is None:
        return (tuple(json.decode(opened, type=list[dict[str, int]])),)
    return tuple(map(tuple, json.decode(opened, type=list[list[dict[str, int]]])))


def sealed(house: House, whose: str, what: object) -> bytes:
    """Answers of a survey for keeping among the attachments; the nonce follows from what is sealed, so that the same ballots
    lie under the same digest."""
    key, clear = house.vault.secret(SECRET), json.encode(what)
    nonce = hmac.digest(key, whose.encode() + clear, "sha256")[:_NONCE]
    return nonce + AESGCM(key).encrypt(nonce, clear, whose.encode())


def unsealed(house: House, whose: str, digest: str) -> bytes | None:
    """None where nothing lies there, or what was not sealed as theirs."""
    kept = house.attachments.get(digest)
    if kept is None:
        return None
    try:
        return AESGCM(house.vault.secret(SECRET)).decrypt(kept[:_NONCE], kept[_NONCE:], whose.encode())
    except InvalidTag:
        return None
