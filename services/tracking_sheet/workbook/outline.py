"""What surrounds the sheets of a workbook: their names and parts, which styles are dates, the shared strings."""

import posixpath
import re

from msgspec import Struct

from services.tracking_sheet.caps import Caps
from services.tracking_sheet.row import Unreadable
from services.tracking_sheet.workbook.parts import Parts, local

_BUILT_IN_DATES = {str(n) for n in (*range(14, 18), 22, *range(27, 32), 34, 35, 36, *range(50, 59))}
_BUILT_IN_PERCENTS = {"9", "10"}
_NOT_THE_FORMAT = re.compile(r'"[^"]*"|\\.|\[(?!h|m|s)[^\[\]]*\]|_.|\*.', re.IGNORECASE)


class Sheet(Struct, frozen=True):
    """A sheet: the name on its tab, the part that holds it, and whether a person sees it."""

    name: str
    part: str
    hidden: bool


class Outline(Struct, frozen=True):
    """`dates` and `percents` are the cell styles that show a day or a share; `epoch_1904` is the day count of old Macs."""

    sheets: tuple[Sheet, ...]
    dates: frozenset[int]
    percents: frozenset[int]
    strings: list[str]
    epoch_1904: bool


def outline(parts: Parts, caps: Caps) -> Outline:
    """Raises Unreadable where the archive is no XLSX workbook."""
    if "xl/workbook.bin" in parts:
        raise Unreadable("This is a binary workbook (XLSB). Save it as XLSX and import that.")
    if "xl/workbook.xml" not in parts:
        raise Unreadable("This is an archive but no XLSX workbook. Save the log as XLSX or CSV and import that.")
    sheets, epoch_1904 = _sheets(parts, caps)
    dates, percents = _styles(parts)
    return Outline(sheets, dates, percents, _strings(parts, caps), epoch_1904)


def _sheets(parts: Parts, caps: Caps) -> tuple[tuple[Sheet, ...], bool]:
    targets = _targets(parts)
    sheets: list[Sheet] = []
    epochs: list[str] = []

    def start(tag: str, has: dict[str, str]) -> None:
        if local(tag) == "workbookPr":
            epochs.append(has.get("date1904", "0"))
        if local(tag) == "sheet" and len(sheets) < caps.sheets:
            target = next((targets[value] for key, value in has.items() if local(key) == "id" and value in targets), "")
            sheets.append(Sheet(has.get("name", ""), target, has.get("state", "visible") != "visible"))

    parts.walk("xl/workbook.xml", start)
    return tuple(sheet for sheet in sheets if sheet.part in parts), epochs[-1:] in (["1"], ["true"])


def _targets(parts: Parts) -> dict[str, str]:
    """Relation id → part; the target may be written from the root or from `xl`."""
    found: dict[str, str] = {}

    def start(tag: str, has: dict[str, str]) -> None:
        if local(tag) == "Relationship" and has.get("Type", "").endswith("/worksheet"):
            found[has.get("Id", "")] = posixpath.normpath(posixpath.join("/xl", has.get("Target", ""))).lstrip("/")

    if "xl/_rels/workbook.xml.rels" in parts:
        parts.walk("xl/_rels/workbook.xml.rels", start)
    return found


def _styles(parts: Parts) -> tuple[frozenset[int], frozenset[int]]:
    """Indexes of the cell formats whose number format shows a day, and of those that show a share."""
    formats: dict[str, str] = {}
    inside: list[str] = []
    used: list[str] = []

    def start(tag: str, has: dict[str, str]) -> None:
        name = local(tag)
        if name == "numFmt":
            formats[has.get("numFmtId", "")] = has.get("formatCode", "")
        elif name == "cellXfs":
            inside.append(name)
        elif name == "xf" and inside:
            used.append(has.get("numFmtId", "0"))

    def end(tag: str) -> None:
        if local(tag) == "cellXfs":
            inside.clear()

    if "xl/styles.xml" in parts:
        parts.walk("xl/styles.xml", start, end)
    dates = frozenset(index for index, number in enumerate(used) if _shows_day(number, formats))
    return dates, frozenset(index for index, number in enumerate(used) if _shows_share(number, formats))


def _shows_day(number: str, formats: dict[str, str]) -> bool:
    if number in formats:
        code = _NOT_THE_FORMAT.sub("", formats[number]).lower()
        return "d" in code or "y" in code
    return number in _BUILT_IN_DATES


def _shows_share(number: str, formats: dict[str, str]) -> bool:
    return "%" in _NOT_THE_FORMAT.sub("", formats[number]) if number in formats else number in _BUILT_IN_PERCENTS


def _strings(parts: Parts, caps: Caps) -> list[str]:
    """The strings cells point at; a phonetic reading beside a text is not part of it."""
    found: list[str] = []
    pieces: list[str] = []
    state = {"in": "", "aside": ""}

    def start(tag: str, _has: dict[str, str]) -> None:
        name = local(tag)
        if name == "si":
            pieces.clear()
        elif name in ("t", "rPh"):
            state["aside" if name == "rPh" else "in"] = name

    def end(tag: str) -> None:
        name = local(tag)
        if name == "si":
            found.append("".join(pieces)[: caps.cell + 1])
        elif name in ("t", "rPh"):
            state["aside" if name == "rPh" else "in"] = ""

    def text(piece: str) -> None:
        if state["in"] and not state["aside"]:
            pieces.append(piece)

    if "xl/sharedStrings.xml" in parts:
        parts.walk("xl/sharedStrings.xml", start, end, text)
    return found
