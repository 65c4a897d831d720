"""The columns, as a downloaded dictionary heads them and as REDCap's API names them; and the note we leave in the last."""

import re
from types import MappingProxyType

from msgspec import Struct

from assessments.instrument import Item, Scale

HEADINGS = (
    "Variable / Field Name",
    "Form Name",
    "Section Header",
    "Field Type",
    "Field Label",
    "Choices, Calculations, OR Slider Labels",
    "Field Note",
    "Text Validation Type OR Show Slider Number",
    "Text Validation Min",
    "Text Validation Max",
    "Identifier?",
    "Branching Logic (Show field only if...)",
    "Required Field?",
    "Custom Alignment",
    "Question Number (surveys only)",
    "Matrix Group Name",
    "Matrix Ranking?",
    "Field Annotation",
)
NAMES = (
    "field_name",
    "form_name",
    "section_header",
    "field_type",
    "field_label",
    "select_choices_or_calculations",
    "field_note",
    "text_validation_type_or_show_slider_number",
    "text_validation_min",
    "text_validation_max",
    "identifier",
    "branching_logic",
    "required_field",
    "custom_alignment",
    "question_number",
    "matrix_group_name",
    "matrix_ranking",
    "field_annotation",
)
KNOWN_AS = MappingProxyType({**dict(zip(HEADINGS, NAMES, strict=True)), **dict(zip(NAMES, NAMES, strict=True))})
HEADED = MappingProxyType(dict(zip(NAMES, HEADINGS, strict=True)))

_NOTE = re.compile(
    r"heard item=(?P<item>[\w-]+); scale=(?P<scale>[\w-]+)(?P<reverse>; reverse)?(?P<respect>; respect)?"
    r"(; away=(?P<away>\d+))?(; topic=(?P<topic>.+))?",
    re.ASCII | re.DOTALL,
)


class Note(Struct, frozen=True):
    item: str
    scale: str
    reverse: bool
    respect: bool
    away: int | None
    topic: str


def noted(item: Item, scale: Scale) -> str:
    away = f"; away={scale.away.value}" if scale.away else ""
    marks = ("; reverse" if item.reverse else "") + ("; respect" if item.respect else "")
    return f"heard item={item.id}; scale={scale.id}{marks}{away}" + (f"; topic={item.topic}" if item.topic else "")


def note_of(annotation: str) -> Note | None:
    """None for whatever else stands there."""
    found = _NOTE.fullmatch(annotation)
    if found is None:
        return None
    away = int(found["away"]) if found["away"] else None
    return Note(
        found["item"], found["scale"], bool(found["reverse"]), bool(found["respect"]), away, found["topic"] or ""
    )
