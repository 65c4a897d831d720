"""Words, and what an element says beside its value."""

from collections.abc import Mapping
from typing import Any

from assessments.instrument import Texts

TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation"
ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
INSTRUMENT, SCALE = "urn:heard:instrument:", "urn:heard:scale:"
MARK = "urn:heard:mark"
"""System of the code that says of an item that it asks about disrespect or harm."""
RESPECT = "respect"

Element = dict[str, Any]


def put(element: Element, key: str, texts: Texts, language: str) -> None:
    """The words in `language` as the value of `key`, the others as its translations."""
    if language in texts:
        element[key] = texts[language]
    others = [_translation(one, words) for one, words in texts.items() if one != language]
    if others:
        element[f"_{key}"] = {"extension": others}


def taken(element: Mapping[str, Any], key: str, language: str) -> dict[str, str]:
    """The other way round: words by language."""
    found = {language: str(element[key])} if element.get(key) else {}
    for one in extensions(element.get(f"_{key}"), TRANSLATION):
        said = {part.get("url"): part for part in one.get("extension", [])}
        words = said.get("content", {}).get("valueString") or said.get("content", {}).get("valueMarkdown")
        if words and said.get("lang", {}).get("valueCode"):
            found[short(said["lang"]["valueCode"])] = words
    return found


def extensions(element: Mapping[str, Any] | None, url: str) -> list[dict[str, Any]]:
    return [one for one in (element or {}).get("extension", []) if one.get("url") == url]


def short(language: str) -> str:
    """Two letters, as ours are: `en-US` is `en`."""
    return language[:2].lower()


def _translation(language: str, words: str) -> Element:
    inner = [{"url": "lang", "valueCode": language}, {"url": "content", "valueString": words}]
    return {"url": TRANSLATION, "extension": inner}
