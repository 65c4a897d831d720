"""An instrument as a data dictionary, in its first language."""

import csv
import io
import re
from collections.abc import Iterator, Mapping

from assessments.exchange.conditions import clauses
from assessments.exchange.redcap.columns import HEADINGS, NAMES, noted
from assessments.exchange.redcap.logic import told
from assessments.instrument import Finding, Instrument, Item, Option

RECORD = "record_id"
INTRODUCTION = "introduction"


def written(instrument: Instrument) -> tuple[bytes, tuple[Finding, ...]]:
    """The dictionary, and what it has no place for."""
    sheet = io.StringIO(newline="")
    rows = csv.writer(sheet, lineterminator="\r\n")
    rows.writerow(HEADINGS)
    rows.writerows([row.get(name, "") for name in NAMES] for row in _rows(instrument))
    return sheet.getvalue().encode(), tuple(_lost(instrument))


def _rows(instrument: Instrument) -> Iterator[dict[str, str]]:
    names = _names(instrument)
    form = {"form_name": _variable(instrument.id)}
    yield form | {"field_name": RECORD, "field_type": "text", "field_label": "Record ID"}
    language = instrument.languages[0].language
    if instrument.introduction:
        said = instrument.introduction.get(language, "")
        yield form | {"field_name": INTRODUCTION, "field_type": "descriptive", "field_label": said}
    for item in instrument.items:
        yield form | _row(instrument, item, names, language)


def _row(instrument: Instrument, item: Item, names: Mapping[str, str], language: str) -> dict[str, str]:
    scale = instrument.scale_of(item)
    options = (*scale.options, scale.away) if scale.away else scale.options
    return {
        "field_name": names[item.id],
        "field_type": "radio",
        "field_label": item.text.get(language, ""),
        "select_choices_or_calculations": " | ".join(f"{one.value}, {_label(one, language)}" for one in options),
        "branching_logic": told(
            clauses(instrument, item), lambda name: instrument.scale_of(instrument.item(name)), names
        ),
        "field_annotation": noted(item, scale),
    }


def _label(option: Option, language: str) -> str:
    """On one line, and without the bar that parts choices."""
    return " ".join(option.text.get(language, "").replace("|", "/").split())


def _names(instrument: Instrument) -> dict[str, str]:
    """Variables, for small letters, digits and _ alone may stand in them."""
    taken = {RECORD, INTRODUCTION}
    found: dict[str, str] = {}
    for item in instrument.items:
        name, times = _variable(item.id), 1
        while name in taken:
            times += 1
            name = f"{_variable(item.id)}_{times}"
        taken.add(name)
        found[item.id] = name
    return found


def _variable(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", name.lower())


def _lost(instrument: Instrument) -> Iterator[Finding]:
    yield Finding("version", "Its version has no place; the form bears its name.")
    yield Finding("title", f"Its title has no place; the form is called {_variable(instrument.id)!r}.")
    yield Finding("wording", "Whether the words are ours or supplied has no place.")
    first, *others = instrument.languages
    yield Finding("languages/0/record", f"How the words in {first.language!r} came about has no place.")
    for at, one in enumerate(others, 1):
        yield Finding(f"languages/{at}", f"A dictionary speaks one language; {one.language!r} is not in it.")
    for name in ("licence", "source", "validation", "note"):
        yield Finding(name, f"The {name} has no place; say it beside.")
    used = {item.scale for item in instrument.items}
    for at, scale in enumerate(instrument.scales):
        if scale.id not in used:
            yield Finding(f"scales/{at}", f"No item is answered on the scale {scale.id!r}; it is left out.")
            continue
        if scale.positive:
            yield Finding(f"scales/{at}/positive", f"Which answers on {scale.id!r} are positive has no place.")
        yield from _changed(f"scales/{at}", (*scale.options, *((scale.away,) if scale.away else ())), first.language)
    for at, composite in enumerate(instrument.composites):
        yield Finding(f"composites/{at}", f"That items belong together as {composite.id!r} has no place.")
    yield Finding("scoring", f"The rule {instrument.scoring!r} has no place.")
    yield Finding("missing", f"The rule {instrument.missing!r} has no place.")
    for at, item in enumerate(instrument.items):
        if not item.text:
            yield Finding(f"items/{at}/text", f"The words of {item.id!r} are the holder's; they are not in it.")


def _changed(place: str, options: tuple[Option, ...], language: str) -> Iterator[Finding]:
    for option in options:
        if _label(option, language) != option.text.get(language, ""):
            yield Finding(
                place, f"The words of {option.value} lose a bar or a line's end: {_label(option, language)!r}."
            )
