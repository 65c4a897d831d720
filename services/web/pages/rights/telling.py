"""Rights in words: what each action is called, which of them a role can be given, how a role differs from how it came."""

import re
from collections.abc import Collection

from msgspec import Struct

from services.clerk.access import READS, WORKS, RoleTerms, load
from services.clerk.granting import KEPT, NO_MORE, Grant, may, may_be_given
from services.web.phrases import choice
from services.wording.time_words import number_of
from workflows import lexicon

SPREADS = "What is kept in confidence, and what gives power over others, does not come along."
OF_THE_CLOCK = ("fall_due", "climb")
"""Verbs that nobody is asked about: the clock alone says them."""
CAME, OURS = "As it came with Heard.", "A role of this hospital."
ACTION = re.compile(r"\b[a-z]+\.[a-z_]+\b")
NO_KEY = re.compile(r"[^a-z]+")


class Right(Struct, frozen=True):
    """One thing to tick; `beside` says where it stands otherwise than it came, or why it stays."""

    action: str
    words: str
    ticked: bool
    beside: str
    stays: bool


class Group(Struct, frozen=True):
    """Rights that belong together, and how many of them the role has."""

    title: str
    rights: tuple[Right, ...]
    has: str


def called(action: str) -> str:
    """So: "read.board" is "See the board and the tracking log", "issue.list" is "Put a problem on the tracking log"."""
    if (kind := lexicon.COMMAND_TYPES.get(action)) is None:
        return choice(action, "may")
    first = (kind.__doc__ or action).partition("\n")[0]
    return first.removesuffix(".")


def in_words(sentence: str) -> str:
    """A refusal with its actions in words."""
    return ACTION.sub(lambda found: f"“{called(found[0])}”" if _is_action(found[0]) else found[0], sentence)


def offered(role: str, terms: RoleTerms) -> frozenset[str]:
    """What the page asks about: what the role has, and what it can be given."""
    possible = may(terms) | may_be_given(role)
    return frozenset(one for one in possible if one.partition(".")[2] not in OF_THE_CLOCK)


def groups(role: str, terms: RoleTerms, came: frozenset[str], ticked: Collection[str]) -> tuple[Group, ...]:
    """Reads first, then what is done, noun by noun."""
    known, kept = offered(role, terms), KEPT.get(role, frozenset())
    kinds = (
        ("Reads", READS),
        ("Works", WORKS),
        *((choice(noun.name, "noun"), tuple(kind.VERB for kind in noun.commands)) for noun in lexicon.NOUNS),
    )
    found = (
        (title, [_right(action, came, ticked, action in kept) for action in actions if action in known])
        for title, actions in kinds
    )
    return tuple(
        Group(title, tuple(some), f"{sum(one.ticked for one in some)} of {len(some)}") for title, some in found if some
    )


def _right(action: str, came: frozenset[str], ticked: Collection[str], stays: bool) -> Right:
    is_ticked = action in ticked
    if stays:
        beside = "It stays with this role."
    elif came and is_ticked != (action in came):
        beside = "It did not come with this role." if is_ticked else "It came with this role."
    else:
        beside = ""
    return Right(action, called(action), is_ticked or stays, beside, stays)


def line(role: str, terms: RoleTerms, grant: Grant | None) -> tuple[str, str]:
    """What a role reads and does, and how that came."""
    return in_short(terms), stands(grant, role in load())


def in_short(terms: RoleTerms) -> str:
    """So: "Reads 6 kinds of things, does 27"."""
    mine = may(terms)
    reads = sum(one in READS for one in mine)
    return f"Reads {number_of(reads, 'kind')} of things, does {len(mine) - reads}"


def stands(grant: Grant | None, came: bool) -> str:
    """How it differs from how it came."""
    if not came:
        return OURS
    if grant is None:
        return CAME
    said = [
        f"{len(grant.also)} given beside" if grant.also else "",
        f"{len(grant.without)} taken" if grant.without else "",
        "called otherwise" if grant.title or grant.called is not None else "",
    ]
    return f"Changed here: {', '.join(one for one in said if one)}."


def lede(role: str, came: bool) -> str:
    if role in NO_MORE:
        return "This role is trusted because it reads and does nothing else: you can take from it, and not add to it."
    return f"{'Tick what whoever has this role may do and read.' if came else OURS} {SPREADS}"


def key_for(title: str, taken: Collection[str]) -> str:
    """A key of its own for a new role; none that a deputy could have."""
    key = NO_KEY.sub("_", title.lower()).strip("_")[:32].rstrip("_")
    key = key if len(key) > 1 and not key.startswith("deputy_") else f"role_{key}".rstrip("_")
    while key in taken:
        key += "_"
    return key


def _is_action(said: str) -> bool:
    return said in lexicon.COMMAND_TYPES or said in READS or said in WORKS
