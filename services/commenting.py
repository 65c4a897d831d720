"""What people wrote beside their answers: gathered when a campaign is counted, opened for who reviews it, told once it is
shown.

Gathered comments lie sealed apart from the ballots, in an order that follows from nothing but what they say; where each is told
was settled then, and with a comment that is told among those of all nothing is kept of the group it came from.
"""

import re
from collections.abc import Collection
from hashlib import sha256

from msgspec import Struct, json

from assessments.campaign import Asking, Campaign, Wave
from assessments.campaign.comments import Judged, without, words
from assessments.disclosure import MOST_CAREFUL, ORDINARY, put_together
from assessments.instrument import Instrument
from services import carding
from services.house import House
from services.instruments import asked_by
from services.under_seal import COMMENTS, unsealed

INITIAL = 2
"""Letters of what is no word of a name yet."""
POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)
BESIDE = re.compile(r"^\W+|\W+$")


class Comment(Struct, frozen=True):
    """`group`: of a wave the group beside which it is told; None where it is told among those of all."""

    text: str
    group: int | None


class Gathered(Struct, frozen=True, kw_only=True):
    """As it lies under its digest. `least`: how many must be together."""

    least: int
    comments: tuple[Comment, ...]


def least_of(instrument: Instrument) -> int:
    """How many must have written something: more where anything is asked about disrespect or harm."""
    return MOST_CAREFUL if any(item.respect for item in instrument.items) else ORDINARY


def gathered(house: House, stream: str, state: Asking, told: Collection[str] | None) -> Gathered | None:
    """From the box, before it is emptied; None where nobody was invited to write, or nobody did. `told`: of a wave the groups
    of which it is told how many answered; beside no other is anything told."""
    if state.comments is None:
        return None
    each: dict[str, list[str]] = {}
    for group, box in zip(carding.groups(state), carding.boxes(stream, state), strict=True):
        each.setdefault(str(group), []).extend(house.ballots.comments(box))
    instrument = asked_by(house, state)
    least = MOST_CAREFUL if instrument is None else least_of(instrument)
    places = put_together({at: len(some) for at, some in each.items()}, least, told)
    found = [
        Comment(text, int(at) if told is not None and places[at] == at else None)
        for at, some in each.items()
        for text in some
    ]
    found.sort(key=lambda one: _order(one.text))
    return Gathered(least=least, comments=tuple(found)) if found else None


class Written(Struct, frozen=True, kw_only=True):
    """A comment as who reviews it reads it: no unit, no answer, no moment. `named`: words of it that are also in a name of the
    directory."""

    number: int
    text: str
    judged: Judged | None
    named: tuple[str, ...]


def to_review(house: House, stream: str, state: Asking) -> tuple[Written, ...]:
    kept = _kept(house, stream, state)
    if kept is None or state.comments is None:
        return ()
    names = {part for one in house.people.everyone() for part in map(bare, words(one.name)) if len(part) > INITIAL}
    judged = state.comments.judged
    return tuple(
        Written(
            number=number,
            text=one.text,
            judged=judged.get(number),
            named=tuple(dict.fromkeys(word for word in map(bare, words(one.text)) if word in names)),
        )
        for number, one in enumerate(kept.comments, start=1)
    )


def told(house: House, stream: str, state: Campaign | Wave) -> tuple[str, ...]:
    """What whoever reads these results may read, once it is shown: of one unit's campaign and of a wave all, of a unit's part
    of a wave what was settled to stand beside it."""
    if isinstance(state, Campaign) and state.part is not None:
        wave = house.clerk.memory.get(state.part.wave).state
        return _told(house, state.part.wave, wave, state.part.group) if isinstance(wave, Wave) else ()
    return _told(house, stream, state, None)


def _told(house: House, stream: str, state: Asking, group: int | None) -> tuple[str, ...]:
    """What was taken back since is taken back from every past moment, too."""
    now = house.clerk.memory.get(stream).state
    comments = now.comments if isinstance(now, Asking) else None
    kept = _kept(house, stream, state) if state.comments is not None and state.comments.shown else None
    if kept is None or comments is None or len(kept.comments) < kept.least:
        return ()
    told = [
        without(one.text, comments.judged[number].without)
        for number, one in enumerate(kept.comments, start=1)
        if comments.judged[number].verdict == "show" and (group is None or one.group == group)
    ]
    return tuple(sorted(told, key=_order))


def numbers(text: str, said: str) -> tuple[int, ...] | None:
    """Which words of a comment these are (each time they stand there); None where one of them does not."""
    gone = set(map(bare, words(said)))
    found = {number: bare(word) for number, word in enumerate(words(text), start=1) if bare(word) in gone}
    return tuple(found) if gone <= set(found.values()) else None


def bare(word: str) -> str:
    """Without what stands around it: Dana's, (dana) and Dana are the same."""
    return BESIDE.sub("", POSSESSIVE.sub("", word)).casefold()


def _kept(house: House, stream: str, state: Asking) -> Gathered | None:
    digest = state.comments.digest if state.comments else None
    opened = unsealed(house, stream, digest, COMMENTS) if digest else None
    return None if opened is None else json.decode(opened, type=Gathered)


def _order(text: str) -> bytes:
    return sha256(text.encode()).digest()
