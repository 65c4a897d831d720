"""A hospital of three units that imports its log, and what stands in its ledger afterwards."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

from services import bootstrap
from services.clerk.asking import Asked, Circumstances, Told
from services.house import House, Plate
from services.importing import Answers, Import, Report
from workflows.concern.state import Ended
from workflows.hospital import commands as hospital
from workflows.kernel.grammar import By, Command, Ref
from workflows.kernel.moments import Moment, moment_of
from workflows.unit import commands as unit

UNITS = {"4-west": "4 West", "icu": "ICU", "emergency": "Emergency Dept"}
TODAY = moment_of("2026-03-02T09:00-06:00")
MDY = Answers(dates="mdy")
HEADINGS = (
    "Unit",
    "Identified Issue",
    "Recommended Solution",
    "Owner",
    "Senior Exec",
    "Priority",
    "Date opened",
    "Target date",
    "Status",
    "Date closed",
    "Feedback",
)


def opened(directory: Path, now: Moment = TODAY) -> House:
    """The hospital in this directory, founded when it is not there."""
    if not (directory / bootstrap.PLATE).exists():
        bootstrap.found(directory, Plate("alder", "Alder Creek", "America/Chicago"))
    house = bootstrap.open_house(directory, now=lambda: now)
    operates(house, hospital.Open(slug="alder", name="Alder Creek", zone="America/Chicago"))
    for slug, name in UNITS.items():
        operates(house, unit.Open(slug=slug, name=name))
    return house


def operates(house: House, command: Command, to: str | None = None) -> str:
    told = house.clerk.give(Asked(command, to, str(uuid4()), Circumstances(by=By("operator"), via="cli")))
    assert isinstance(told, Told), told
    return told.stream


def log(*rows: Mapping[str, str]) -> io.BytesIO:
    """A sheet of these rows, in order; what a row does not say is sound (ICU, a lift, 14 January) or empty."""
    usual = {"Unit": "ICU", "Identified Issue": "Lift broken", "Date opened": "2025-01-14", "Status": "open"}
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, HEADINGS, restval="")
    writer.writeheader()
    writer.writerows({**usual, **row} for row in rows)
    return io.BytesIO(text.getvalue().encode())


def imports(house: House, source: Any, answers: Answers = MDY, *, dry: bool = False) -> Report:
    return Import(house, answers, dry=dry).run(source)


def standing(house: House) -> list[tuple[str, str]]:
    """How each issue and its first voice stand, in the order they were listed: `("Closed", "no_reply")`."""
    return [(type(issue).__name__, how_it_stands(voice)) for issue, voice in pairs(house)]


def pairs(house: House) -> list[tuple[Any, Any]]:
    """The states of each issue and of its first voice, in the order they were listed."""
    issues = [state_of(house, stream) for stream in house.ledger.streams("issue")]
    return [(issue, state_of(house, issue.matter.voices[0])) for issue in issues]


def how_it_stands(voice: Any) -> str:
    return voice.how if isinstance(voice, Ended) else type(voice).__name__


def state_of(house: House, stream: str) -> Any:
    return house.clerk.memory.get(stream).state


def said(house: House, ref: Ref) -> str:
    return house.door.open([ref])[ref]


def names_of_facts(house: House) -> list[str]:
    """What happened, in order, but for the founding."""
    rows = house.ledger.rows(0, 100_000)
    return [row[4] for row in rows if not row[4].startswith(("unit.", "hospital."))]
