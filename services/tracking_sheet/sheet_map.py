"""A hospital's own word on how its sheet is to be read, given with `--map`."""

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import Struct

from services.tracking_sheet.documents import checked
from services.tracking_sheet.row import Status, Unreadable
from services.tracking_sheet.spelling import plain
from services.tracking_sheet.vocabulary import Vocabulary


class SheetMap(Struct, frozen=True, forbid_unknown_fields=True):
    """`columns`: heading or column letter → field, or `ignore`; `header_row` 0 means the sheet has none; `unit` is the
    unit of every row; `units`: alias → slug; `statuses` and `priorities`: words of this sheet."""

    sheet: str | None = None
    header_row: int | None = None
    columns: Mapping[str, str] = {}
    unit: str | None = None
    units: Mapping[str, str] = {}
    statuses: Mapping[str, Status] = {}
    priorities: Mapping[str, int] = {}


def sheet_map(document: Mapping[str, Any] | None, vocabulary: Vocabulary, slugs: frozenset[str]) -> SheetMap:
    """The map a document gives; raises Unreadable where it breaks the schema or names a unit nobody opened."""
    if document is None:
        return SheetMap()
    checked(document, vocabulary.map_schema, "The map")
    given = msgspec.convert(document, SheetMap)
    named = {*given.units.values(), *([given.unit] if given.unit else [])}
    if strange := sorted(named - slugs):
        raise Unreadable(
            f"The map names the unit “{strange[0]}”, which is not open here. Open it first, or use one of: "
            f"{', '.join(sorted(slugs)) or 'none yet'}."
        )
    return given


def with_words(vocabulary: Vocabulary, given: SheetMap) -> Vocabulary:
    """The vocabulary with the words of one sheet added; they outrank the defaults."""
    statuses = {plain(word): meaning for word, meaning in given.statuses.items()}
    priorities = {plain(word): level for word, level in given.priorities.items()}
    return msgspec.structs.replace(
        vocabulary,
        statuses=msgspec.structs.replace(vocabulary.statuses, words={**vocabulary.statuses.words, **statuses}),
        priorities={**vocabulary.priorities, **priorities},
    )
