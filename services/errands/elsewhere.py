"""A hospital put together from a bundle of evidence, on any machine, for as long as it is asked something: by its facts the
views are told, so that figures can be found again without the hospital. Words, people and what was withheld are not in it.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from services.bootstrap import found, open_house
from services.evidence import verify
from services.evidence.scope import header
from services.house import House, Plate
from services.ledger import sqlite
from services.ledger.entry import inner, leaf
from workflows.hospital.events import Opened, Renamed

_EVENT = "INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"
NARROW = (
    "That bundle is of a part of the hospital: figures need one of the whole, `heard export evidence`, without a time."
)


class NotThis(Exception):
    """The bundle does not hold, or not enough; the message says so."""


@contextmanager
def hospital_in(file: Path) -> Iterator[House]:
    """Checked first as an outsider does. NotThis where it does not hold, or is of a part."""
    bundle = verify.Bundle(file)
    try:
        counts, _ = verify.check(bundle, None, None, wordless=True)
        origin, size, _ = verify.opened(bundle.text("checkpoint"), bundle.text("key"))
    except (verify.Failed, verify.Unreadable) as error:
        raise NotThis(f"{file}: {error}") from error
    if counts.failed:
        raise NotThis(f"{file}: {counts.failed[0]}.")
    slug = origin.partition("/")[2]
    if bundle.text("about").split() != ["hospital", slug]:
        raise NotThis(NARROW)
    with TemporaryDirectory() as place:
        directory = Path(place) / slug
        facts = list(verify.records_of(bundle))
        found(directory, _plate(slug, facts))
        with open_house(directory) as empty:
            for name in bundle.under("documents"):
                empty.attachments.put(bundle.raw(f"documents/{name}"))
        _fill(directory, facts)
        leaves = verify.leaves_of(bundle, size)
        with open_house(directory) as house:
            house.leaves = lambda after, most: [
                leaves[at * 32 : at * 32 + 32] for at in range(after, min(size, after + most))
            ]
            yield house


def _plate(slug: str, facts: list[Any]) -> Plate:
    """As its facts say; NotThis where they do not."""
    name, zone = slug, ""
    for _, head, body, _ in facts:
        if head == b"withheld":
            continue
        known = header(head).name
        if known == Opened.NAME:
            opened = msgspec.json.decode(body, type=Opened)
            name, zone = opened.name, opened.zone
        elif known == Renamed.NAME:
            name = msgspec.json.decode(body, type=Renamed).name
    if not zone:
        raise NotThis(NARROW)
    return Plate(slug, name, zone)


def _fill(directory: Path, facts: list[Any]) -> None:
    """Each fact that is there at its place, so that between them places are left free."""
    with closing(sqlite3.connect(directory / sqlite.FILE)) as file, file:
        units: dict[str, int] = {}
        seq = at = 0
        for place, head, body, _ in facts:
            _, hospital, number, unit, unit_seq, moment = place.decode().split(" ")
            seq, at = int(number), int(moment)
            nth = None if unit == "-" else int(unit_seq)
            if nth is not None:
                units[unit] = nth
            if head != b"withheld":
                of = header(head)
                where = (None if unit == "-" else unit, nth, at, of.command)
                stored = (head, body, leaf(place, inner(head, body)))
                file.execute(_EVENT, (seq, hospital, of.stream, of.version, of.name, of.v, *where, *stored))
        file.execute("UPDATE head SET seq = ?, at = ?", (seq, at))
        file.executemany("INSERT INTO units VALUES (?,?)", units.items())
