"""A data dictionary as a draft of ours."""

import csv
import io
import re
from collections.abc import Mapping
from typing import Any

import msgspec

from assessments.exchange.conditions import said
from assessments.exchange.draft import UNSAID, Draft, filled, shelved, short_name, unsaid
from assessments.exchange.redcap import logic
from assessments.exchange.redcap.columns import HEADED, KNOWN_AS, Note, note_of
from assessments.instrument import Finding, Scale
from assessments.instrument.reading import MOST_BYTES, MOST_ITEMS

NEEDED = ("field_name", "field_type", "field_label", "select_choices_or_calculations")
READ = frozenset((*NEEDED, "form_name", "branching_logic", "field_annotation", "section_header"))
GIVEN: Mapping[str, str] = {"yesno": "0, No | 1, Yes", "truefalse": "0, False | 1, True"}
ENGLISH = "en"
MOST_ROWS = 2 * MOST_ITEMS
Row = Mapping[str, str]


def read(document: bytes) -> Draft | tuple[Finding, ...]:
    """A draft, or why this is no data dictionary."""
    rows = _rows(document)
    if isinstance(rows, Finding):
        return (rows,)
    return _Reading(rows).draft()


def _rows(document: bytes) -> list[Row] | Finding:
    if len(document) > MOST_BYTES:
        return Finding("", f"The file is longer than {MOST_BYTES:,} bytes. A data dictionary is shorter.")
    try:
        lines = list(csv.reader(io.StringIO(document.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        return Finding("", f"This is not CSV in UTF-8 that can be read: {error}.")
    head = [KNOWN_AS.get(" ".join(one.split()), one) for one in lines[0]] if lines else []
    if lacking := [HEADED[name] for name in NEEDED if name not in head]:
        return Finding("1", f"A data dictionary has a column {lacking[0]!r}; this has none.")
    if len(lines) > MOST_ROWS:
        return Finding("", f"{len(lines):,} rows are more than anybody answers.")
    return [
        dict(zip(head, (cell.strip() for cell in line), strict=False)) | {"": str(at)}
        for at, line in enumerate(lines[1:], 2)
    ]


class _Reading:
    """One dictionary on its way; a place is a row and its column."""

    def __init__(self, rows: list[Row]) -> None:
        self.rows = [row for row in rows if any(said for key, said in row.items() if key)]
        self.items: list[dict[str, Any]] = []
        self.scales: list[dict[str, Any]] = []
        self.introduction = ""
        self.lost: list[Finding] = []
        self.names: dict[str, dict[str, Any]] = {}

    def draft(self) -> Draft:
        for at, row in enumerate(self.rows):
            self._row(row, first=at == 0)
        forms = list(dict.fromkeys(row.get("form_name", "") for row in self.rows))
        for form in forms[1:]:
            self.lost.append(Finding("form_name", f"The fields of the form {form!r} stand with all others here."))
        form = forms[0] if forms and forms[0] else "form"
        document, told = filled((ENGLISH,), "a REDCap data dictionary")
        head: dict[str, Any] = {"id": short_name(form, (), otherwise="form"), "version": 1, "title": {ENGLISH: form}}
        head |= {"introduction": {ENGLISH: self.introduction}} if self.introduction else {}
        document |= {"licence": {"name": UNSAID, "terms": UNSAID, "permission": "ask"}, "source": UNSAID}
        document |= {"scales": self.scales, "items": self.items}
        told += [
            Finding("languages", "It is not said in which language the words are. Entered as English."),
            Finding("title", f"The file has no title. Entered as {form!r}."),
            Finding("version", "The file has no version. Entered as 1."),
            *(Finding(name, f"The file has no {name}. Say it.") for name in ("licence", "source", "note")),
        ]
        return Draft(head | document, (*self.lost, *told, *unsaid(document)))

    def _row(self, row: Row, *, first: bool) -> None:
        for name, value in row.items():
            if value and name and name not in READ:
                self._lose(row, name, f"{HEADED.get(name, name)} is not carried over: {value}")
        if row.get("section_header"):
            self._lose(row, "section_header", f"The heading {row['section_header']!r} has no place.")
        kind, field = row["field_type"].lower(), row["field_name"]
        if first and kind == "text":
            return  # every dictionary begins with the number of a record, and nobody is asked for it
        if kind == "descriptive":
            self._shown(row)
        elif kind in ("radio", "dropdown", *GIVEN):
            self._asked(row, GIVEN.get(kind, row["select_choices_or_calculations"]))
        else:
            self._lose(
                row, "field_type", f"{field!r} is of the type {kind!r}; only one choice is asked here. Left out."
            )

    def _shown(self, row: Row) -> None:
        if self.items or self.introduction or row.get("branching_logic"):
            self._lose(row, "field_label", f"What is shown as {row['field_name']!r} has no place.")
        else:
            self.introduction = row["field_label"]

    def _asked(self, row: Row, choices: str) -> None:
        annotation = row.get("field_annotation", "")
        note = note_of(annotation)
        if annotation and note is None:
            self._lose(row, "field_annotation", f"The annotation is not carried over: {annotation}")
        try:
            scale = self._scale(choices, note)
        except ValueError as error:
            self._lose(row, "select_choices_or_calculations", f"{row['field_name']!r} is left out. {error}")
            return
        taken = {one["id"] for one in self.items}
        item: dict[str, Any] = {
            "id": short_name(note.item if note else row["field_name"], taken, otherwise="q"),
            "text": {ENGLISH: row["field_label"]} if row["field_label"] else {},
        }
        if note is None and item["id"] != row["field_name"]:
            self._lose(row, "field_name", f"{row['field_name']!r} is called {item['id']!r} here.")
        item |= {"topic": note.topic} if note and note.topic else {}
        item |= {"scale": scale}
        item |= {"reverse": True} if note and note.reverse else {}
        item |= {"respect": True} if note and note.respect else {}
        item |= self._conditions(row)
        self.names[row["field_name"]] = item
        self.items.append(item)

    def _conditions(self, row: Row) -> dict[str, Any]:
        if not (logic_ := row.get("branching_logic", "")):
            return {}
        try:
            clauses = logic.read(logic_, lambda field: self._scale_of(self.names[field]["scale"]))
        except logic.NotRead as error:
            self._lose(row, "branching_logic", f"Not understood at {error}: {logic_!r}. It is always asked.")
            return {}
        known = [{self.names[field]["id"]: content for field, content in clause.items()} for clause in clauses]
        by_id = {one["id"]: one["scale"] for one in self.items}
        told = said(known, lambda name: self._scale_of(by_id[name]))
        if told is None:
            self._lose(row, "branching_logic", f"This cannot be said here: {logic_!r}. It is always asked.")
            return {}
        conditions, behavior = told
        return ({"enableWhen": conditions} if conditions else {}) | ({"enableBehavior": behavior} if behavior else {})

    def _scale(self, choices: str, note: Note | None) -> str:
        """ValueError, with a sentence, where they are no scale."""
        options = [_option(one) for one in choices.split("|") if one.strip()]
        away = next((one for one in options if note and one["value"] == note.away), None)
        counted = [one for one in options if one is not away]
        values = [one["value"] for one in options]
        if len(counted) < 2 or len(set(values)) < len(values):
            raise ValueError("Its choices are too few, or two of them are the same.")
        scale: dict[str, Any] = {"options": counted, "positive": [], **({"away": away} if away else {})}
        return shelved(self.scales, note.scale if note else "scale", scale)

    def _scale_of(self, name: str) -> Scale:
        return msgspec.convert(next(one for one in self.scales if one["id"] == name), Scale)

    def _lose(self, row: Row, name: str, why: str) -> None:
        self.lost.append(Finding(f"{row['']}/{name}", why))


def _option(choice: str) -> dict[str, Any]:
    code, _, label = choice.strip().partition(",")
    if not re.fullmatch(r"\d{1,3}", code.strip(), re.ASCII) or int(code) > 100:
        raise ValueError(f"The choice {choice.strip()!r} has no number from 0 to 100.")
    return {"value": int(code), "text": {ENGLISH: label.strip() or code.strip()}}
