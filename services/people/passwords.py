"""What makes a password too easy to guess. Length counts; which kinds of characters it is made of does not."""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Literal

SHORTEST = 12
LONGEST = 200
FEWEST = 5
"""Different characters."""
GUESSED_AT_MOST = 2
"""A password of so few easy words is guessed; three and more in a row are a phrase."""

Fault = Literal["short", "long", "easy"]

_LOOKALIKES = str.maketrans("013457@$!|", "oieastasii")
_APART = re.compile(r"[^a-z]+")
_ENDS = re.compile(r"^[^a-z]+|[^a-z]+$")


def fault(password: str, words: Iterable[str] = ()) -> Fault | None:
    """Why it cannot be used; `words` are those anybody would try here: names of the person and of the hospital."""
    if len(password) < SHORTEST:
        return "short"
    if len(password) > LONGEST:
        return "long"
    return "easy" if _is_easy(password.casefold(), {*_easy_words(), *_parts(words)}) else None


def _is_easy(password: str, easy: set[str]) -> bool:
    if len(set(password)) < FEWEST or _is_run(password):
        return True
    core = _ENDS.sub("", password)
    spelled = {_APART.sub("", core), _APART.sub("", core.translate(_LOOKALIKES))} - {""}
    return any(_is_made_of(letters, easy) for letters in spelled)


def _is_run(password: str) -> bool:
    """Whether nearly every character is the one beside the one before it, as in 1234…, …4321 and abcd…."""
    steps = [abs(ord(one) - ord(other)) <= 1 for one, other in pairwise(password)]
    return steps.count(False) <= len(steps) // 4


def _is_made_of(letters: str, easy: set[str]) -> bool:
    """Whether nothing is left of it once its easy words, at most a few different ones, are taken away."""
    return _fewest(letters, easy, frozenset()) <= GUESSED_AT_MOST


def _fewest(letters: str, easy: set[str], used: frozenset[str]) -> int:
    if not letters or len(used) > GUESSED_AT_MOST:
        return len(used)
    begins = (letters[:size] for size in range(3, len(letters) + 1) if letters[:size] in easy)
    return min((_fewest(letters[len(one) :], easy, used | {one}) for one in begins), default=GUESSED_AT_MOST + 1)


def _parts(words: Iterable[str]) -> set[str]:
    return {part for word in words for part in _APART.split(word.casefold()) if len(part) > 2}


@cache
def _easy_words() -> frozenset[str]:
    """Words that many passwords are made of, one a line."""
    return frozenset(files("config").joinpath("easy_passwords.txt").read_text("utf-8").split())
