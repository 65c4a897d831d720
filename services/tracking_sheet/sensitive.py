"""Whether a text must be held: it sounds like a respect incident, names a person, or numbers a patient."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Literal, NamedTuple

from services.tracking_sheet.people import WORD, Names
from services.tracking_sheet.remembered import Remembered
from services.tracking_sheet.spelling import bare, letters, plain
from services.tracking_sheet.vocabulary import Words

Why = Literal["respect", "name", "patient_number"]

_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)
_INITIAL_NAME = re.compile(r"\b[^\W\d_]\.\s?([^\W\d_]{2,})")
_SENTENCE_ENDS = ".!?:;\n"


class Spoken(NamedTuple):
    """A word of a text: where it stands, as written, and `bare`."""

    start: int
    word: str
    token: str


class Watch:
    """Looks through texts for what must be held: `reason[text]` says why, None where it need not; so does `category`."""

    def __init__(self, words: Words, names: Names) -> None:
        self._words, self._names = words, names
        self._titles = words.titles | words.capital_titles
        self._usual = words.not_names | words.roles
        self._callable = words.given_names | names.capital | names.likely
        self._doubtful = names.likely | self._usual
        self._whole = _by_longest_word(names.whole)
        self._phrases = _by_longest_word(words.phrases)
        self._numbers = _by_longest_word(words.patient_numbers)
        self._signs = self._titles | words.credentials | self._callable | self._whole.keys()
        self._any = words.respect | names.sure | self._signs | self._phrases.keys() | self._numbers.keys()
        self.reason = Remembered(self._reason)
        self.category = Remembered(self._category)

    def _category(self, text: str) -> Why | None:
        """Why a category must be held, as a text or as the name of a kind of incident."""
        return "respect" if plain(text) in self._words.categories else self.reason[text]

    def _reason(self, text: str) -> Why | None:
        """Why this text must be held, None where it need not."""
        if "'" in text or "’" in text:
            text = _POSSESSIVE.sub("", text)
        tokens = set(letters(text))
        if self._any.isdisjoint(tokens) and "." not in text:
            return None
        if not self._words.respect.isdisjoint(tokens) or _says(text, _candidates(self._phrases, tokens)):
            return "respect"
        if not self._names.sure.isdisjoint(tokens) or self._names_somebody(text, tokens):
            return "name"
        return "patient_number" if self._numbers_patient(text, tokens) else None

    def _numbers_patient(self, text: str, tokens: set[str]) -> bool:
        numbers = (rf"\b{re.escape(word)}\W{{0,3}}[0-9]" for word in _candidates(self._numbers, tokens))
        return any(re.search(number, bare(text)) for number in numbers)

    def _names_somebody(self, text: str, tokens: set[str]) -> bool:
        if "." in text and any(map(self._is_surname, _INITIAL_NAME.findall(text))):
            return True
        if self._signs.isdisjoint(tokens):
            return False
        if _says(text, _candidates(self._whole, tokens)):
            return True
        said = [Spoken(match.start(), match[0], bare(match[0])) for match in WORD.finditer(text)]
        return self._titled(text, said) or self._called(text, said) or self._lettered(said)

    def _is_surname(self, word: str) -> bool:
        """J. Alvarez, but not E. coli or C. Diff."""
        return word[0].isupper() and bare(word) not in self._usual

    def _titled(self, text: str, said: list[Spoken]) -> bool:
        """A title and the surname after it: Señora López, mr smith, Dr. Osei; but not MR scanner or Dr on call."""
        return any(
            title.token in self._titles
            and text[title.start + len(title.word) : name.start].strip() in ("", ".")
            and self._follows(title, name)
            for title, name in pairwise(said)
        )

    def _follows(self, title: Spoken, name: Spoken) -> bool:
        if name.token in self._usual or len(name.token) < 2:
            return False
        if name.word.isupper() and len(name.word) <= 4 and not title.word.isupper():
            return False  # Dr EVS: letters that stand for something
        return name.word[0].isupper() or (title.token in self._words.titles and not title.word.isupper())

    def _called(self, text: str, said: list[Spoken]) -> bool:
        """A given name or a likely surname as a capital; an ordinary word only inside a sentence."""
        return any(
            one.word[0].isupper() and (one.token not in self._doubtful or self._amid(text, one))
            for one in said
            if one.token in self._callable
        )

    def _amid(self, text: str, one: Spoken) -> bool:
        before = text[max(0, one.start - 100) : one.start].rstrip(" \t\"'“”‘(-–—")
        return not one.word.isupper() and bool(before) and before[-1] not in _SENTENCE_ENDS

    def _lettered(self, said: list[Spoken]) -> bool:
        """Two capitals and letters after them: Maria Gonzalez RN."""
        return any(
            letters.token in self._words.credentials
            and letters.word.isupper()
            and all(one.word.istitle() and one.token not in self._usual for one in (first, last))
            for first, last, letters in zip(said, said[1:], said[2:], strict=False)
        )


def _by_longest_word(phrases: Iterable[str]) -> Mapping[str, list[str]]:
    """Phrases under their longest word: most texts hold none of these, and need no closer look."""
    found = defaultdict[str, list[str]](list)
    for phrase in phrases:
        found[max(phrase.split(), key=len)].append(phrase)
    return dict(found)


def _says(text: str, phrases: list[str]) -> bool:
    return bool(phrases) and any(f" {phrase} " in f" {plain(text)} " for phrase in phrases)


def _candidates(phrases: Mapping[str, list[str]], tokens: set[str]) -> list[str]:
    return [phrase for word in phrases.keys() & tokens for phrase in phrases[word]]
