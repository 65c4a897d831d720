"""A Questionnaire as a draft of ours."""

from collections.abc import Mapping
from typing import Any

from assessments.exchange.draft import UNSAID, Draft, filled, short_name, unsaid
from assessments.exchange.fhir.items import Items
from assessments.exchange.fhir.judging import against
from assessments.exchange.fhir.texts import INSTRUMENT, short, taken
from assessments.instrument import Finding
from assessments.instrument.reading import parsed

HEAD = frozenset(
    (
        "resourceType",
        "language",
        "url",
        "version",
        "name",
        "title",
        "status",
        "publisher",
        "purpose",
        "copyright",
        "item",
    )
)
MOST_VERSION = 9999


def read(document: bytes) -> Draft | tuple[Finding, ...]:
    """A draft, or why this is no Questionnaire of R4."""
    found = parsed(document)
    if isinstance(found, Finding):
        return (found,)
    return against(found) or _draft(found)


def _draft(found: Mapping[str, Any]) -> Draft:
    language = short(found.get("language", "en"))
    items = Items(language)
    items.unknown(found, HEAD, "")
    items.meet(found.get("item", []))
    title = taken(found, "title", language) or {language: found.get("name", "Untitled")}
    head: dict[str, Any] = {"id": _called(found), "version": _version(found, items), "title": title}
    head |= {"introduction": items.introduction} if items.introduction else {}
    rest, told = filled([language, *_further(items, title, language)], "a FHIR Questionnaire")
    name, _, terms = found.get("copyright", "").partition("\n\n")
    rest |= {
        "licence": {"name": name or UNSAID, "terms": terms or UNSAID, "permission": "ask"},
        "source": found.get("publisher", UNSAID),
        "scales": items.scales.found,
        "items": items.found,
    }
    note = {one: words.split("\n\n") for one, words in taken(found, "purpose", language).items()}
    rest |= {"note": note} if note else {}
    return Draft(head | rest, (*items.lost, *told, *unsaid(rest)))


def _called(found: Mapping[str, Any]) -> str:
    url = str(found.get("url", ""))
    return short_name(
        url.removeprefix(INSTRUMENT) if url.startswith(INSTRUMENT) else found.get("name", url), (), otherwise="form"
    )


def _version(found: Mapping[str, Any], items: Items) -> int:
    version = str(found.get("version", ""))
    if version.isascii() and version.isdigit() and 1 <= int(version) <= MOST_VERSION:
        return int(version)
    items.lose("version", f"The version {version!r} is no number; it is 1 here.")
    return 1


def _further(items: Items, title: Mapping[str, str], language: str) -> list[str]:
    """Every other language in which anything is said; what it lacks is said when the draft is checked."""
    options = [option["text"] for scale in items.scales.found for option in scale["options"]]
    words = (title, items.introduction, *options, *(item["text"] for item in items.found))
    return sorted({one for texts in words for one in texts} - {language})
