"""An instrument: what it asks, whose it is, how it is scored, what it cannot say."""

from typing import Literal

from msgspec import Struct

from assessments import instrument as parts
from services.instruments import can_be_asked


class Licence(Struct, frozen=True):
    """`permission`: whether the holder must be asked before the text is used."""

    name: str
    terms: str
    permission: Literal["not-needed", "ask"]


class InstrumentItem(Struct, frozen=True, kw_only=True):
    """`reverse`: worded against the direction of its scale; `respect`: shown of larger groups only."""

    item: str
    text: str
    topic: str
    scale: str
    reverse: bool
    respect: bool


class Instrument(Struct, frozen=True, kw_only=True):
    """In the first of its `languages`. `own`: published by the hospital; `asked`: whether its words are here. `note` is the
    technical note, paragraph by paragraph; `digest` is taken of the whole document."""

    instrument: str
    version: int
    title: str
    own: bool
    asked: bool
    languages: tuple[str, ...]
    licence: Licence
    source: str
    validation: Literal["not-validated", "validated-elsewhere"]
    statement: str
    scoring: str
    missing: str
    items: tuple[InstrumentItem, ...]
    note: tuple[str, ...]
    digest: str


def instrument(found: parts.Instrument, *, own: bool) -> Instrument:
    first = found.languages[0].language
    return Instrument(
        instrument=found.id,
        version=found.version,
        title=found.title[first],
        own=own,
        asked=can_be_asked(found),
        languages=tuple(one.language for one in found.languages),
        licence=Licence(found.licence.name, found.licence.terms, found.licence.permission),
        source=found.source,
        validation=found.validation.status,
        statement=found.validation.statement[first],
        scoring=found.scoring,
        missing=found.missing,
        items=tuple(
            InstrumentItem(
                item=one.id,
                text=one.text.get(first, ""),
                topic=one.topic,
                scale=one.scale,
                reverse=one.reverse,
                respect=one.respect,
            )
            for one in found.items
        ),
        note=tuple(found.note.get(first) or next(iter(found.note.values()))),
        digest=found.digest,
    )
