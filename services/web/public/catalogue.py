"""The words of the public pages, in every language there is. Every key is in every one of them: a law."""

from functools import cache
from pathlib import Path

import msgspec

FOLDER = Path(__file__).parents[1] / "phrases" / "public"
LANGUAGES = ("en", "es")
"""The first is for whoever asks for none of them."""


class Says:
    """One language."""

    def __init__(self, language: str, words: dict[str, str]) -> None:
        self.language = language
        self.words = words

    def __call__(self, key: str, **fields: str | int) -> str:
        """KeyError for a key that is in no catalogue."""
        return self.words[key].format_map(fields)


@cache
def says(language: str) -> Says:
    return Says(language, msgspec.json.decode((FOLDER / f"{language}.json").read_bytes(), type=dict[str, str]))


def names() -> tuple[tuple[str, str], ...]:
    """Every language, by its own name."""
    return tuple((language, says(language)("language")) for language in LANGUAGES)
