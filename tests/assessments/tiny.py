"""A tiny instrument, and the same with one thing otherwise: one per feature, none longer than a breath."""

from typing import Any

from assessments.instrument import Instrument, read

AGREE: dict[str, Any] = {
    "id": "agree",
    "options": [{"value": value, "text": {"en": str(value)}} for value in range(1, 6)],
    "positive": [4, 5],
    "away": {"value": 9, "text": {"en": "Does not apply"}},
}
YES: dict[str, Any] = {
    "id": "yes",
    "options": [{"value": 0, "text": {"en": "No"}}, {"value": 1, "text": {"en": "Yes"}}],
    "positive": [1],
}


def item(name: str, scale: str = "agree", **more: Any) -> dict[str, Any]:
    return {"id": name, "text": {"en": f"Words of {name}"}, "scale": scale, **more}


def when(question: str, operator: str = "=", answer: int = 1) -> dict[str, Any]:
    return {"question": question, "operator": operator, "answerInteger": answer}


def document(**otherwise: Any) -> dict[str, Any]:
    """Three items on one scale, the last worded the other way."""
    return {
        "id": "tiny",
        "version": 1,
        "title": {"en": "Tiny"},
        "wording": "ours",
        "languages": [{"language": "en", "origin": "source", "record": "Written for this test."}],
        "licence": {"name": "Apache-2.0", "terms": "Free.", "permission": "not-needed"},
        "source": "Here.",
        "validation": {"status": "not-validated", "statement": {"en": "Not validated; no benchmark."}},
        "scales": [AGREE, YES],
        "items": [item("a"), item("b"), item("c", reverse=True)],
        "composites": [{"id": "all", "title": {"en": "All"}, "items": ["a", "b", "c"]}],
        "scoring": "scale-mean/1",
        "missing": "any/1",
        "note": {"en": ["Three items."]},
        **otherwise,
    }


def instrument(**otherwise: Any) -> Instrument:
    found = read(document(**otherwise))
    assert isinstance(found, Instrument), found
    return found
