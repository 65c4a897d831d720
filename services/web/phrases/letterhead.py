"""The words of a letter that are always the same, in the language of the family."""

from datetime import date
from functools import cache
from pathlib import Path

import msgspec
from babel.dates import format_date
from msgspec import Struct

from workflows.grievance.commands import Language
from workflows.kernel.moments import Day


class Letterhead(Struct, frozen=True, forbid_unknown_fields=True):
    """One language. `opening` and `completed` have a day in them."""

    title: str
    greeting: str
    opening: str
    sorry: str
    steps: str
    results: str
    completed: str
    contact: str
    more: str
    closing: str
    sign: str
    reference: str


@cache
def letterhead(language: Language) -> Letterhead:
    written = Path(__file__).parent / "letters" / f"{language}.json"
    return msgspec.json.decode(written.read_bytes(), type=Letterhead)


def spoken(day: Day, language: Language) -> str:
    """So: "July 14, 2025" or "14 de julio de 2025"."""
    return format_date(date.fromisoformat(day), format="long", locale=language)
