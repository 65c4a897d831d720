"""The words a hospital's sheet may use, from the documents of `config/sheet` and `config/words`."""

from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, Generic, TypeVar

from msgspec import Struct

from services.tracking_sheet.documents import opened
from services.tracking_sheet.row import Status, Told
from services.tracking_sheet.spelling import bare, plain

Meaning = TypeVar("Meaning")


class Meanings(Struct, Generic[Meaning], frozen=True):
    """What a cell means: by the whole of it, else by a phrase in it, else by how it begins; keys are `plain`."""

    words: Mapping[str, Meaning]
    phrases: tuple[tuple[str, Meaning], ...]
    openings: tuple[tuple[str, Meaning], ...]

    def of(self, said: str) -> Meaning | None:
        """The meaning of a `plain` text, None where no word fits."""
        if (whole := self.words.get(said)) is not None:
            return whole
        padded = f" {said} "
        inside = (meaning for phrase, meaning in self.phrases if f" {phrase} " in padded)
        begins = (meaning for opening, meaning in self.openings if padded.startswith(f" {opening} "))
        return next(chain(inside, begins), None)


class Dates(Struct, frozen=True):
    """Names of months → 1..12, names of weekdays, and words (`bare`) saying that there is no date."""

    months: Mapping[str, int]
    weekdays: frozenset[str]
    none: frozenset[str]


class UnitNames(Struct, frozen=True):
    """Groups of `plain` names for one kind of unit, and last words written short."""

    groups: tuple[frozenset[str], ...]
    short: Mapping[str, str]


class Words(Struct, frozen=True):
    """Words of every language by which a text is held back; all `bare` but the phrases and categories, `plain`."""

    respect: frozenset[str]
    phrases: tuple[str, ...]
    categories: frozenset[str]
    titles: frozenset[str]
    capital_titles: frozenset[str]
    given_names: frozenset[str]
    roles: frozenset[str]
    credentials: frozenset[str]
    not_names: frozenset[str]
    patient_numbers: tuple[str, ...]


class Vocabulary(Struct, frozen=True):
    """Everything `read` knows of words; `map_schema` is the schema a hospital's own map is held against."""

    columns: Mapping[str, str]
    statuses: Meanings[Status]
    priorities: Mapping[str, int]
    feedback: Meanings[Told]
    dates: Dates
    units: UnitNames
    executives: Mapping[str, str]
    words: Words
    map_schema: Path


def load(config: Path) -> Vocabulary:
    """The vocabulary under a config folder; raises Unreadable where a document breaks its schema."""
    sheet, words = config / "sheet", config / "words"
    languages = sorted(path.stem for path in words.glob("*.json") if not path.name.endswith(".schema.json"))
    return Vocabulary(
        columns=_turned(opened(sheet, "columns")),
        statuses=meanings(opened(sheet, "statuses")),
        priorities={word: int(level) for word, level in _turned(opened(sheet, "priorities")).items()},
        feedback=meanings(opened(sheet, "feedback")),
        dates=_dates(opened(sheet, "dates")),
        units=_unit_names(opened(sheet, "units")),
        executives=_turned(opened(sheet, "executives")),
        words=_words([opened(words, language, schema="words") for language in languages]),
        map_schema=sheet / "map.schema.json",
    )


def meanings(document: Mapping[str, Any]) -> Meanings[Any]:
    """Words, phrases and openings of a document, made `plain`."""

    def ruled(rules: Iterable[Mapping[str, str]]) -> tuple[tuple[str, str], ...]:
        return tuple((plain(rule["says"]), rule["means"]) for rule in rules)

    return Meanings(_turned(document["words"]), ruled(document["phrases"]), ruled(document["openings"]))


def _turned(document: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {plain(word): meaning for meaning, words in document.items() for word in words}


def _dates(document: Mapping[str, Any]) -> Dates:
    months = {bare(name): number for number, names in enumerate(document["months"], 1) for name in names}
    return Dates(months, frozenset(map(bare, document["weekdays"])), frozenset(map(bare, document["none"])))


def _unit_names(document: Mapping[str, Any]) -> UnitNames:
    return UnitNames(tuple(frozenset(map(plain, group)) for group in document["groups"]), document["short"])


def _words(languages: Iterable[Mapping[str, Any]]) -> Words:
    """All languages at once: a log may be written in several."""
    documents = list(languages)

    def every(*path: str) -> list[str]:
        return [word for document in documents for word in _at(document, path)]

    return Words(
        respect=frozenset(map(bare, every("respect", "words"))),
        phrases=tuple(map(plain, every("respect", "phrases"))),
        categories=frozenset(map(plain, every("respect", "categories"))),
        titles=frozenset(map(bare, every("titles", "always"))),
        capital_titles=frozenset(map(bare, every("titles", "capitalised"))),
        given_names=frozenset(map(bare, every("given_names"))),
        roles=frozenset(map(bare, every("roles"))),
        credentials=frozenset(map(bare, every("credentials"))),
        not_names=frozenset(map(bare, every("not_names"))),
        patient_numbers=tuple(map(bare, every("patient_numbers"))),
    )


def _at(document: Any, path: Iterable[str]) -> list[str]:
    for step in path:
        document = document[step]
    return list(document)
