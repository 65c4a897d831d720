"""Whether a document is a Questionnaire of R4: its structure by `questionnaire.schema.json`, then its invariants, que-1 to
que-12, which are named where they are broken."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Any

from jsonschema import Draft202012Validator

from assessments.exchange.fhir.texts import Element
from assessments.instrument import Finding
from assessments.instrument.reading import MOST_DEPTH, MOST_FINDINGS, deep, told

CHOSEN = frozenset(("choice", "open-choice", "decimal", "integer", "date", "dateTime", "time", "string", "quantity"))
Placed = tuple[str, Element]


def against(document: Mapping[str, Any]) -> tuple[Finding, ...]:
    """Nothing for a document that can be read as one."""
    if deep(document, MOST_DEPTH):
        return (Finding("", f"The document is nested more than {MOST_DEPTH} deep. No questionnaire needs that."),)
    if wrong := tuple(islice(map(told, _judge().iter_errors(document)), MOST_FINDINGS)):
        return wrong
    every = tuple(_every(document.get("item", []), "item"))
    return tuple(islice(_unsound(every), MOST_FINDINGS))


@cache
def _judge() -> Draft202012Validator:
    return Draft202012Validator(
        json.loads(files("assessments.exchange.fhir").joinpath("questionnaire.schema.json").read_bytes())
    )


def _every(items: Sequence[Element], place: str) -> Iterator[Placed]:
    for at, item in enumerate(items):
        yield f"{place}/{at}", item
        yield from _every(item.get("item", []), f"{place}/{at}/item")


def _unsound(every: Sequence[Placed]) -> Iterator[Finding]:
    times = Counter(item["linkId"] for _, item in every)
    for link, often in times.items():
        if often > 1:
            yield Finding("item", f"The linkId {link!r} stands here {often} times (que-2).")
    for place, item in every:
        yield from (Finding(place, why) for why in _wrong(item))
        for when in item.get("enableWhen", []):
            if when["question"] not in times:
                yield Finding(f"{place}/enableWhen", f"It waits for {when['question']!r}, which there is not.")


def _wrong(item: Element) -> Iterator[str]:
    kind, options = item["type"], "answerOption" in item
    if kind == "group" and not item.get("item"):
        yield "A group has items in it (que-1)."
    if kind == "display" and item.get("item"):
        yield "What is only shown has no items in it (que-1)."
    if kind == "display" and "code" in item:
        yield "What is only shown has no code (que-3)."
    if options and "answerValueSet" in item:
        yield "Its answers stand in it or elsewhere, not both (que-4)."
    if (options or "answerValueSet" in item) and kind not in CHOSEN:
        yield f"What is answered with {kind} has no answers to choose from (que-5)."
    if kind == "display" and ("required" in item or "repeats" in item):
        yield "What is only shown is neither required nor repeated (que-6)."
    if any(when["operator"] == "exists" and "answerBoolean" not in when for when in item.get("enableWhen", [])):
        yield "Whether an answer exists is asked with true or false (que-7)."
    if kind in ("group", "display") and item.get("initial"):
        yield "Only a question has an answer to begin with (que-8)."
    if options and item.get("initial"):
        yield "What is chosen already is marked among the answers (que-11)."
    if len(item.get("enableWhen", [])) > 1 and "enableBehavior" not in item:
        yield "It has several conditions; say whether all or any must hold (que-12)."
