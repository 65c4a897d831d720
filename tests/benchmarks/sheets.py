"""A long tracking log as hospitals write them, the same for the same number of rows: no two rows quite alike."""

import csv
import random
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook

UNITS = {"4 West": "4-west", "ICU": "icu", "Emergency Dept": "emergency"}
"""Names of units as the log writes them, and their slugs."""

_HEADINGS = (
    "Date of Safety Rounds",
    "Unit",
    "Identified Issue",
    "Potential / Recommended Solution",
    "Resources Needed",
    "Owner",
    "Senior Exec",
    "Category",
    "Priority",
    "Date opened",
    "Target date",
    "Status",
    "Date closed",
    "Feedback given?",
    "Notes",
)
_WHERE = ("In bay", "At station", "By lift", "In store", "On corridor", "In room")
_WHAT = (
    "the hand gel is empty outside the isolation rooms",
    "look-alike heparin vials lie in the same bin",
    "the bed alarm cable is broken",
    "lab results go to a fax that nobody reads",
    "pumps cannot be heard from the station",
    "blood culture bottles run out on weekends",
    "stored beds block the way to the exit",
    "the crash cart drawer is labelled wrong after restock",
)
_IDEAS = ("Par level check on Friday", "Photo label inside the drawer", "Second lift or a shared pool", "")
_OWNERS = ("nurse mgr", "biomed", "materials", "Champion", "")
_STATUSES = ("open", "in prog.", "Closed", "closed - see notes", "Done", "can't do", "Waiting on budget", "")
_FEEDBACK = ("Y", "N", "", "emailed", "told staff at huddle", "n/a (anonymous)")


def rows(count: int) -> Iterator[tuple[str, ...]]:
    """`count` rows under the headings, all of them good, a third of them closed."""
    chance = random.Random(count)
    units = tuple(UNITS)
    for number in range(count):
        month, day, year = chance.randrange(1, 12), chance.randrange(1, 13), 2015 + number % 10
        status = chance.choice(_STATUSES)
        closed = f"{year}-{month + 1:02}-20" if status in ("Closed", "closed - see notes", "Done") else ""
        yield (
            f"{year}-{month:02}-{day:02}",
            chance.choice(units),
            f"{chance.choice(_WHERE)} {chance.randrange(400)}, {chance.choice(_WHAT)}",
            chance.choice(_IDEAS),
            chance.choice(("EVS", "none", "Biomed", "")),
            chance.choice(_OWNERS),
            chance.choice(("CNO", "cmo", "COO", "")),
            chance.choice(("Equipment", "Supplies", "Communication")),
            chance.choice(("1", "3", "Med", "High", "low", "")),
            f"{year}-{month:02}-{day:02}",
            chance.choice(("", f"{year}-{month + 1:02}-28", "ASAP")),
            status,
            closed,
            chance.choice(_FEEDBACK),
            "",
        )


def write_csv(path: Path, count: int) -> None:
    """With a title above the headings, as such logs have one."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["Safety Issues Worksheet", *[""] * 14])
        writer.writerow(_HEADINGS)
        writer.writerows(rows(count))


def write_xlsx(path: Path, count: int) -> None:
    """Strings in cells, as most programs that export write them."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Log")
    sheet.append(["Safety Issues Worksheet"])
    sheet.append(list(_HEADINGS))
    for row in rows(count):
        sheet.append([cell or None for cell in row])
    book.save(path)
