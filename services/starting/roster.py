"""The file of people: a CSV with the columns name, role, unit and, if they have one, mail. Read whole, judged row by row."""

import csv
import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from services.starting.places import Places
from services.starting.plan import Fault, NotSo

COLUMNS = ("name", "role", "unit", "mail")
NEEDED = ("name", "role", "unit")
LARGEST = 5_000_000
MOST_ROWS = 50_000
_CALLED = {"e-mail": "mail", "email": "mail", "full name": "name", "ward": "unit", "department": "unit"}
_MAIL = re.compile(r"^[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+$")


class Entry(Struct, frozen=True):
    """One row: a person in one role, `unit` None where the role counts in the whole hospital."""

    row: int
    name: str
    role: str
    unit: str | None
    mail: str | None


def decoded(content: bytes) -> str:
    """The text of a file as spreadsheets save it: UTF-8 with or without its mark, else Windows' western letters. NotSo
    for what is no text."""
    if len(content) > LARGEST:
        raise NotSo(
            Fault(0, "file", f"The file of people is larger than {LARGEST // 1_000_000} MB; is it the right one?")
        )
    if b"\0" in content:
        raise NotSo(
            Fault(0, "file", "The file of people is no CSV; save the sheet as CSV (comma separated) and try again.")
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def read(text: str, places: Places) -> list[Entry]:
    """All rows, or NotSo with every fault there is."""
    try:
        rows = list(_rows(text))
    except csv.Error as error:
        raise NotSo(Fault(0, "file", f"The file of people cannot be read as CSV ({error}).")) from error
    judged = [_judge(number, row, places) for number, row in rows]
    faults = [fault for found in judged if not isinstance(found, Entry) for fault in found]
    entries = [found for found in judged if isinstance(found, Entry)]
    faults += _unclear(entries)
    if faults:
        raise NotSo(*sorted(faults, key=lambda fault: fault.row))
    return entries


def _rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows by column name with their number as the sheet shows it; empty ones left out."""
    lines = text.splitlines()
    if not any(line.strip() for line in lines):
        raise NotSo(Fault(1, "header", f"The file is empty. Its first row names the columns: {', '.join(COLUMNS)}."))
    found = csv.reader(lines, delimiter=max(",;\t", key=lines[0].count), strict=True)
    header = [_CALLED.get(cell.strip().casefold(), cell.strip().casefold()) for cell in next(found)]
    if missing := [column for column in NEEDED if column not in header]:
        said = f"There is no column {' and no column '.join(missing)}. The first row names the columns: {', '.join(COLUMNS)}."
        raise NotSo(Fault(1, "header", said))
    for number, cells in enumerate(found, start=2):
        if number > MOST_ROWS:
            raise NotSo(Fault(number, "file", f"More than {MOST_ROWS:,} rows; split the file."))
        if any(cell.strip() for cell in cells):
            yield number, {column: cell.strip() for column, cell in zip(header, cells, strict=False)}


def _judge(number: int, row: dict[str, str], places: Places) -> Entry | list[Fault]:
    name, mail = row.get("name", ""), row.get("mail", "")
    post, unit = places.post(row.get("role", "")), places.unit(row.get("unit", ""))
    wrong = {
        "name": _wrong_name(name),
        "mail": "" if not mail or _MAIL.match(mail) else f"{mail!r} is no mail address; correct it or leave it empty.",
        "role": "" if post else _unknown(row.get("role", ""), "role", places.roles_known),
        "unit": _wrong_unit(row.get("unit", ""), bool(unit), post.held if post else None, places),
    }
    faults = [Fault(number, column, what) for column, what in wrong.items() if what]
    if faults or post is None:
        return faults
    return Entry(number, name, post.role, unit.slug if unit and post.held == "unit" else None, mail or None)


def _wrong_name(name: str) -> str:
    if not name:
        return "The name is missing; write it as people say it."
    return "A name has at most 120 letters." if len(name) > 120 or not name.isprintable() else ""


def _wrong_unit(called: str, known: bool, held: str | None, places: Places) -> str:
    if held == "hospital":
        return f"This role counts in the whole hospital; leave {called!r} out." if called else ""
    return "" if known else _unknown(called, "unit", places.units_known)


def _unknown(called: str, what: str, known: str) -> str:
    if not called:
        return f"The {what} is missing; it is one of: {known}."
    return f"There is no {what} {called!r}; there are: {known}."


def _unclear(entries: Iterable[Entry]) -> Iterator[Fault]:
    """Rows without mail whose name belongs to several people of this file."""
    mails: dict[str, set[str]] = {}
    for entry in entries:
        if entry.mail:
            mails.setdefault(entry.name.casefold(), set()).add(entry.mail.casefold())
    for entry in entries:
        if entry.mail is None and len(mails.get(entry.name.casefold(), ())) > 1:
            yield Fault(
                entry.row, "mail", f"Several people are called {entry.name}; say which one by the mail address."
            )
