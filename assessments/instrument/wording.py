"""Where the words of items are supplied: which are missing yet, and the document once the hospital has brought them."""

import json
from collections.abc import Mapping
from typing import Any

from assessments.instrument.shape import Instrument, Texts


def lacking(instrument: Instrument) -> tuple[str, ...]:
    """Items that have no words yet. A campaign is locked only with an instrument that lacks nothing."""
    return tuple(item.id for item in instrument.items if not item.text)


def supplied(document: bytes, words: Mapping[str, Texts]) -> dict[str, Any]:
    """The same document with these words by item id; all else as it was. Its digest is another: it is the hospital's own."""
    found: dict[str, Any] = json.loads(document)
    for item in found["items"]:
        item["text"] = dict(words.get(item["id"], item["text"]))
    return found
