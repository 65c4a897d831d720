"""Owners as a cell names them, and the names to look for in the words of others."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from services.tracking_sheet.spelling import bare, plain
from services.tracking_sheet.vocabulary import Words

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

_SURE = re.compile(r"\s*(?:(?<!\bw)/|;|\n|\s\+\s)\s*")
_PERHAPS = re.compile(r"\s*,\s*|\s+(?:&|and|y)\s+", re.IGNORECASE)
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_INITIAL = re.compile(r"\b[^\W\d_]\.")
_NOBODY = {"", "n a", "na", "none", "tbd", "tba", "unassigned", "unknown", "nobody", "no owner", "not assigned"}


class Names(Struct, frozen=True):
    """Parts of known names, `bare`: `sure` ones count however written, `likely` ones only as a capital inside a text."""

    sure: frozenset[str]
    likely: frozenset[str]


def owners(cell: str, words: Words) -> tuple[str, ...]:
    """The owners in a cell as written; a comma, `&` or `and` parts them only where every part stands by itself."""
    if plain(cell) in _NOBODY:
        return ()
    parts = [part.strip() for part in _SURE.split(cell) if plain(part) not in _NOBODY]
    return tuple(dict.fromkeys(owner for part in parts for owner in _parted(part, words)))


def _parted(part: str, words: Words) -> list[str]:
    pieces = [piece for piece in _PERHAPS.split(part) if piece]
    return pieces if all(_stands_alone(piece, words) for piece in pieces) else [part]


def _stands_alone(piece: str, words: Words) -> bool:
    """`Dr Osei`, `J. Alvarez RN` or `biomed`, but not the halves of `Smith, John` or `Smith, RN`."""
    tokens = _tokens(piece)
    if all(token in words.credentials for token in tokens):
        return False
    return len(tokens) > 1 or tokens[0] in words.roles


def known_names(directory: Iterable[str], owner_cells: Iterable[str], words: Words) -> Names:
    """What to look for: every part of the directory's names, and of the owners who read like persons."""
    marks = words.titles | words.capital_titles | words.credentials
    sure, likely = set[str](), set[str]()
    for name in directory:
        sure.update(_parts(name, marks))
    for owner in (owner for cell in owner_cells for owner in owners(cell, words)):
        (sure if _is_person(owner, words) else likely).update(_parts(owner, marks | words.roles))
    ordinary = {part for part in sure if len(part) < 3 or part in words.not_names or part in words.roles}
    return Names(frozenset(sure - ordinary), frozenset(likely | ordinary))


def _is_person(owner: str, words: Words) -> bool:
    """A title, an initial or letters after the name leave no doubt."""
    marked = words.titles | words.capital_titles | words.credentials
    return _INITIAL.search(owner) is not None or not marked.isdisjoint(_tokens(owner))


def _parts(name: str, apart_from: frozenset[str]) -> Iterator[str]:
    """The words of a name worth looking for: its capitals, `bare`."""
    for word in WORD.findall(_ASIDE.sub(" ", name)):
        if len(word) > 1 and word[0].isupper() and (part := bare(word)) not in apart_from:
            yield part


def _tokens(text: str) -> list[str]:
    return [bare(word) for word in WORD.findall(_ASIDE.sub(" ", text))]
