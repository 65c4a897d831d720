"""Owners as a cell names them, and the names to look for in the words of others."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from services.tracking_sheet.spelling import bare, plain
from services.tracking_sheet.vocabulary import Words

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

_SURE = re.compile(r"\s*(?:(?<!\bw)/|;|\n|\s\+\s)\s*")
_PERHAPS = re.compile(r"\s*,\s*|\s+(?:&|and|y)\s+", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_INITIAL = re.compile(r"\b[^\W\d_]\.")
_NOBODY = {"", "n a", "na", "none", "tbd", "tba", "unassigned", "unknown", "nobody", "no owner", "not assigned"}


class Names(Struct, frozen=True):
    """What to look for, all `bare`: words that are `sure` however written, `capital` ones as a capital, `likely` ones as a
    capital inside a sentence; and `whole` names, `plain`, however written."""

    sure: frozenset[str]
    capital: frozenset[str] = frozenset()
    likely: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()


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
    """What to look for: the directory's names, and the owners who read like persons. `Plumbing` is likely a workshop,
    `Tom Hale` a person, `J. Alvarez` surely one."""
    marks = words.titles | words.capital_titles | words.credentials
    sure = {part for name in directory for part in _parts(name, marks)}
    capital, likely, whole = set[str](), set[str](), set[str]()
    for owner in {owner for cell in owner_cells for owner in owners(cell, words)}:
        parts = list(_parts(owner, marks | words.roles))
        if _is_marked(owner, marks):
            sure.update(parts)
        elif len(parts) > 1 and words.roles.isdisjoint(_tokens(owner)):
            capital.update(parts)
            whole.add(" ".join(parts))
        else:
            likely.update(parts)
    ordinary = {part for part in sure if len(part) < 3 or part in words.not_names or part in words.roles}
    return Names(frozenset(sure - ordinary), frozenset(capital), frozenset(likely | ordinary), frozenset(whole))


def _is_marked(owner: str, marks: frozenset[str]) -> bool:
    """A title, an initial or letters after the name leave no doubt."""
    return _INITIAL.search(owner) is not None or not marks.isdisjoint(_tokens(owner))


def _parts(name: str, apart_from: frozenset[str]) -> Iterator[str]:
    """The words of a name worth looking for: its capitals, `bare`."""
    for word in WORD.findall(_ASIDE.sub(" ", name)):
        if len(word) > 1 and word[0].isupper() and (part := bare(word)) not in apart_from:
            yield part


def _tokens(text: str) -> list[str]:
    return [bare(word) for word in WORD.findall(_ASIDE.sub(" ", text))]
