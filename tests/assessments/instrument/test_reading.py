"""A document becomes an instrument, or it is said what is wrong with it and where."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.instrument import Instrument, canonical, lacking, read, supplied
from assessments.instrument.published import documents
from tests.assessments.tiny import AGREE, YES, document, instrument, item, when


def why(given_document: Any) -> str:
    found = read(given_document if isinstance(given_document, bytes) else json.dumps(given_document).encode())
    assert isinstance(found, tuple), "it was read"
    return " / ".join(f"{one.place}: {one.why}" for one in found)


def test_the_same_words_have_the_same_digest_however_they_are_laid_out() -> None:
    spread = read(json.dumps(document(), indent=4).encode())
    turned = read(json.dumps(dict(reversed(document().items()))).encode())
    assert isinstance(spread, Instrument)
    assert spread == turned == instrument()


def test_another_word_is_another_digest() -> None:
    assert instrument(title={"en": "Tiny!"}).digest != instrument().digest


def test_the_bytes_of_a_digest_are_plain() -> None:
    assert canonical({"b": [1, "é"], "a": {}}) == '{"a":{},"b":[1,"é"]}'.encode()


BAD = {
    "a scale there is not": (document(items=[item("a", "mood")], composites=[]), "no scale 'mood'"),
    "an item said twice": (document(items=[item("a"), item("a")], composites=[]), "'a' stands here 2 times"),
    "a scale said twice": (document(scales=[AGREE, AGREE, YES]), "'agree' stands here 2 times"),
    "a composite of an item there is not": (
        document(composites=[{"id": "all", "title": {"en": "All"}, "items": ["a", "z"]}]),
        "'z', which there is not",
    ),
    "waiting for an item there is not": (
        document(items=[item("a", enableWhen=[when("z")])], composites=[]),
        "'z', which there is not",
    ),
    "waiting in a circle": (
        document(items=[item("a", enableWhen=[when("b")]), item("b", enableWhen=[when("a")])], composites=[]),
        "turn in a circle",
    ),
    "waiting for itself": (document(items=[item("a", enableWhen=[when("a")])], composites=[]), "turn in a circle"),
    "several conditions and no word on all or any": (
        document(items=[item("a"), item("b", enableWhen=[when("a"), when("a", ">", 2)])], composites=[]),
        "all or any",
    ),
    "a comparison with nothing": (
        document(items=[item("a"), item("b", enableWhen=[{"question": "a", "operator": "="}])], composites=[]),
        "answerInteger",
    ),
    "too many items": (document(items=[item(f"i{n}") for n in range(10_000)], composites=[]), "10,000 items"),
    "a reference outwards": (document(items=[{"$ref": "https://example.org/items.json"}]), "stands alone"),
    "a reference within": (document(scales=[{"$ref": "#/scales/0"}]), "stands alone"),
    "a language that lacks words": (
        document(
            languages=[
                {"language": "en", "origin": "source", "record": "Here."},
                {"language": "es", "origin": "translation", "record": "Once."},
            ]
        ),
        "The words in 'es' are missing",
    ),
    "words in a language not offered": (document(title={"en": "Tiny", "fr": "Petit"}), "'fr' is not among"),
    "two answers with one value": (document(scales=[{**AGREE, "away": AGREE["options"][0]}, YES]), "1 stands for 2"),
    "a positive answer that is none": (document(scales=[{**AGREE, "positive": [7]}, YES]), "7 is called positive"),
    "a scale that cannot be turned round": (
        document(scales=[{**AGREE, "options": [AGREE["options"][n] for n in (0, 1, 4)], "positive": [5]}, YES]),
        "cannot be turned round",
    ),
    "a field nobody knows": (document(colour="green"), "'colour' was unexpected"),
    "a rule nobody knows": (document(scoring="pooled"), "'pooled' is not one of"),
    "not an object": ([1], "begins with {"),
    "no number": (b'{"version": NaN}', "no number"),
    "a name said twice": (b'{"id": "a", "id": "b"}', "'id' is said twice"),
    "not JSON": (b"<xml/>", "not JSON"),
    "no text": (b"\xff\xfe", "not JSON"),
    "nested without end": (b'{"a":' * 100_000, "nested"),
    "longer than a book": (b" " * 1_000_001, "longer than"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_document_is_told_what_is_wrong(name: str) -> None:
    given_document, said = BAD[name]
    assert said in why(given_document)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)


@given(st.sampled_from(sorted(document())), JSON)
def test_nothing_that_is_sent_breaks_the_reading(field: str, junk: Any) -> None:
    found = read(json.dumps(document(**{field: junk})).encode())
    assert isinstance(found, Instrument) or found


def test_supplied_words_are_lacking_until_the_hospital_brings_them() -> None:
    bare = documents()["saq-short-1.json"]
    pack = read(bare)
    assert isinstance(pack, Instrument)
    assert len(lacking(pack)) == len(pack.items) == 41
    words = {one.id: {"en": f"Words of {one.id}"} for one in pack.items}
    filled = read(supplied(bare, words))
    assert isinstance(filled, Instrument)
    assert lacking(filled) == ()
    assert filled.digest != pack.digest
