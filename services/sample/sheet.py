"""The tracking log Alder Creek kept before: a spreadsheet as spreadsheets are, imported in the first week."""

import csv
import io
from collections.abc import Iterator
from datetime import date, timedelta

from services.importing import Answers, Import
from services.sample.everyday import SAID
from services.sample.stage import Stage

HEAD = (
    "Date of Safety Rounds",
    "Unit",
    "Identified Issue",
    "Potential / Recommended Solution",
    "Owner",
    "Senior Exec",
    "Priority",
    "Date opened",
    "Target date",
    "Status",
    "Date closed",
    "Feedback given?",
)
ROWS = 80
_STATUSES = (
    "Open",
    "open",
    "In progress",
    "in prog.",
    "Waiting on budget",
    "Closed",
    "Done",
    "GREEN",
    "can't do",
    "Red",
)
_OVER = ("Closed", "Done", "GREEN")
_TOLD = ("Y", "N", "emailed", "n/a (anonymous)", "")
_OWNERS = ("nurse mgr", "biomed", "Grace Osei", "Tom Hale", "")
_UNITS = ("4 West", "4 West", "ICU", "Emergency")
_HELD = "A surgeon shouted at the scrub nurse when the count was questioned"


def import_log(stage: Stage) -> Iterator[int]:
    """Ines imports what they had on the third day."""
    yield 3
    log = io.BytesIO(_log(stage).encode("cp1252"))
    Import(stage.house, Answers(dates="mdy"), dry=False).run(log)


def _log(stage: Stage) -> str:
    out = io.StringIO()
    write = csv.writer(out).writerow
    write(["Safety Issues Worksheet - Alder Creek"])
    write([])
    write(HEAD)
    for number in range(ROWS):
        write(_row(stage, number))
    return out.getvalue()


def _row(stage: Stage, number: int) -> list[str]:
    dice = stage.dice
    rounds = stage.start - timedelta(days=330 - 4 * number)
    opened = rounds - timedelta(days=dice.randint(0, 3))
    what, idea, _ = dice.choice(SAID)
    status = dice.choice(_STATUSES)
    closed = opened + timedelta(days=dice.randint(5, 60)) if status in _OVER else None
    return [
        _written(dice.randint(0, 2), rounds),
        dice.choice(_UNITS),
        _HELD if number % 20 == 7 else what.rstrip("."),
        idea or "",
        dice.choice(_OWNERS),
        dice.choice(("CNO", "VP Finance", "")),
        dice.choice(("1", "3", "High", "")),
        _written(dice.randint(0, 2), opened),
        dice.choice(("ASAP", "TBD", "")),
        status,
        _written(1, closed) if closed and closed < stage.start else "",
        dice.choice(_TOLD),
    ]


def _written(way: int, day: date) -> str:
    """One day three ways, as in every sheet."""
    return (day.isoformat(), day.strftime("%d-%b-%y"), day.strftime("%m/%d/%Y"))[way]
