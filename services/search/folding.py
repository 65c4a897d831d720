"""Words as they are compared: without accents, capitals and the s of a plural; what means the same is asked for along."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from services import documents

WORD = re.compile(r"[^\W_]+")
MOST = 8
"""Words of a question that are looked for; more narrow nothing that is left."""
LONG = 3
"""Letters from which on the beginning of a word is enough."""

Term = frozenset[str]
"""One word that is asked for: itself and what means the same, folded."""


class Alike(Struct, frozen=True, forbid_unknown_fields=True):
    """`small` words say nothing by themselves; those of one group of `same` mean the same, in any language."""

    small: frozenset[str]
    same: tuple[tuple[str, ...], ...]


def folded(text: str) -> list[str]:
    """The words of a text in their order."""
    plain = text.lower() if text.isascii() else _bare(text)
    return [_root(word) for word in WORD.findall(plain)]


def terms(question: str) -> tuple[Term, ...]:
    """What is asked for, every word of it; none where nothing is left to look for."""
    asked = dict.fromkeys(word for word in folded(question) if word not in _small())
    return tuple(_same().get(word, frozenset((word,))) for word in list(asked)[:MOST])


def holds(asked: Iterable[Term], texts: Iterable[str]) -> bool:
    """Whether these texts together have every word that is asked for."""
    words = {word for text in texts for word in folded(text)}
    return all(any(meets(one, word) for one in term for word in words) for term in asked)


def meets(asked: str, word: str) -> bool:
    return word == asked or (len(asked) >= LONG and word.startswith(asked))


def _bare(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _root(word: str) -> str:
    return word[:-1] if len(word) > LONG and word.endswith("s") and not word.endswith("ss") else word


@cache
def _small() -> frozenset[str]:
    return frozenset(word for one in _alike().small for word in folded(one))


@cache
def _same() -> dict[str, Term]:
    groups = [frozenset(word for one in group for word in folded(one)) for group in _alike().same]
    return {word: group for group in groups for word in group}


@cache
def _alike() -> Alike:
    return documents.read("alike", Alike)
