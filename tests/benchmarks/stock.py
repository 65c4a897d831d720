"""The event sourcing library as it comes: its application, its aggregates, its recorder on SQLite, its JSON."""

from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import msgspec
from eventsourcing.application import Application
from eventsourcing.domain import Aggregate

from tests.benchmarks.recorded import Batch

Fact = tuple[str, str, dict[str, Any], dict[str, Any]]
"""Stream, name, header and body."""

_NAMES = UUID(int=0)


class Stream(Aggregate):
    """Any stream: that it began, and whatever else happened to it."""

    class Happened(Aggregate.Event):
        """One fact."""

        name: str
        head: dict[str, Any]
        body: dict[str, Any]

    def __init__(self, name: str, head: dict[str, Any], body: dict[str, Any]) -> None:
        self.last = (name, head, body)

    @staticmethod
    def create_id(head: dict[str, Any]) -> UUID:
        return uuid5(_NAMES, head["stream"])


class Stock:
    """One application over one file."""

    def __init__(self, directory: Path) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        settings = {"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": str(directory / "stock.sqlite")}
        self.application = Application[UUID](env=settings)

    def save(self, facts: list[Fact], met: dict[str, Stream]) -> None:
        """One command's facts in one transaction; `met` are the aggregates at hand."""
        touched: dict[str, Stream] = {}
        for stream, name, head, body in facts:
            if stream in met:
                met[stream].trigger_event(Stream.Happened, name=name, head=head, body=body)
            else:
                met[stream] = Stream(name=name, head=head, body=body)
            touched[stream] = met[stream]
        self.application.save(*touched.values())

    def close(self) -> None:
        self.application.close()


def facts_of(batch: Batch) -> list[Fact]:
    """What a commit says, in the library's terms."""
    decode = msgspec.json.decode
    return [(row[2], row[4], decode(row[10]), decode(row[11])) for row in batch.events]
