"""What each figure is called and counts, and which of them show a duty: `config/figures.json`."""

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from services import documents


class Meaning(Struct, frozen=True, forbid_unknown_fields=True):
    """`counts` says what is counted, of what, and what is left out; `known` what is asked for, or known from elsewhere."""

    title: str
    counts: str
    known: str = ""


class Duty(Struct, frozen=True, forbid_unknown_fields=True):
    """A duty of an executive partner, and the keys of the figures that show how it is carried."""

    title: str
    figures: tuple[str, ...]


class Meanings(Struct, frozen=True, forbid_unknown_fields=True):
    figures: Mapping[str, Meaning]
    duties: tuple[Duty, ...]


@cache
def meanings() -> Meanings:
    return documents.read("figures", Meanings)
