"""A draft: an instrument in our form with what another form said, and plain words where it said nothing."""

import re
from collections.abc import Container, Iterable, Iterator
from typing import Any

from msgspec import Struct

from assessments.instrument import Finding

UNSAID = "The file does not say."
STATEMENT = {"en": "Nothing is known here of its validation.", "es": "Aquí no se sabe si fue validado."}
_LONGEST = 64


class Draft(Struct, frozen=True):
    """`lost`: what was not carried over, and what had to be filled in."""

    document: dict[str, Any]
    lost: tuple[Finding, ...]


def filled(languages: Iterable[str], come_from: str) -> tuple[dict[str, Any], list[Finding]]:
    """What every instrument says and neither other form has a place for; with what that means."""
    spoken = list(languages)
    document: dict[str, Any] = {
        "wording": "supplied",
        "languages": [_language(one, first=one == spoken[0]) for one in spoken],
        "validation": {
            "status": "not-validated",
            "statement": {one: STATEMENT.get(one, STATEMENT["en"]) for one in spoken},
        },
        "composites": [],
        "scoring": "percent-positive/1",
        "missing": "any/1",
        "note": {"en": [f"Brought in from {come_from}. Say here what is asked, of whom, and how it is scored."]},
    }
    told = {
        "languages": "It is not said how the words of each language came about. Say it in `record`.",
        "licence/permission": "It is not said whether the holder must be asked. Entered as: ask.",
        "validation": "It is not said how it was validated. Entered as not validated.",
        "composites": "Nothing says which items belong together. None were entered.",
        "scoring": "Nothing says how it is scored. Entered as percent positive, one answered item being enough.",
    }
    return document, [Finding(place, why) for place, why in told.items()]


def _language(language: str, *, first: bool) -> dict[str, str]:
    return {"language": language, "origin": "source" if first else "translation", "record": UNSAID}


def unsaid(document: dict[str, Any]) -> Iterator[Finding]:
    """What nobody can guess of scales and items: which answers are positive, and what asks about harm."""
    for at, scale in enumerate(document["scales"]):
        yield Finding(
            f"scales/{at}/positive", f"Nothing says which answers on {scale['id']!r} are positive. None were entered."
        )
    if not any(item.get("respect") for item in document["items"]):
        yield Finding("items", "Nothing says which items ask about disrespect or harm. Mark them with `respect`.")


def short_name(said: str, taken: Container[str], *, otherwise: str) -> str:
    """An id as ours are, as near as can be to what was said; `otherwise` leads where it begins with no letter."""
    kept = re.sub(r"[^A-Za-z0-9_-]+", "-", said).strip("-")
    kept = kept if re.match(r"[A-Za-z]", kept) else f"{otherwise}-{kept}".strip("-")
    name, times = kept[:_LONGEST], 1
    while name in taken:
        times += 1
        name = f"{kept[: _LONGEST - 4]}-{times}"
    return name


def shelved(shelf: list[dict[str, Any]], said: str, scale: dict[str, Any]) -> str:
    """The id of a scale, put on the shelf under what it is `said` to be called unless it stands there already."""
    for one in shelf:
        alike = {key: value for key, value in one.items() if key != "id"} == scale
        if alike and re.fullmatch(rf"{re.escape(said)}(-\d+)?", one["id"]):
            return str(one["id"])
    name = short_name(said, {one["id"] for one in shelf}, otherwise="scale")
    shelf.append({"id": name, **scale})
    return name
