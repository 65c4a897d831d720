"""One small hospital with a nurse and a team leader, under a clock that tests move."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from services import bootstrap
from services.clerk.asking import Asked, Circumstances, Told
from services.clerk.reception import Call
from services.house import House, Plate
from workflows.hospital import commands as hospital
from workflows.kernel.grammar import By, Command, Refused
from workflows.kernel.moments import Moment, moment_of
from workflows.unit import commands as unit

OPERATOR = Circumstances(by=By("operator"), via="cli")


class Small:
    """The hospital, its two people, and short ways to let them act."""

    def __init__(self, directory: Path, database: str | None = None) -> None:
        self.moment: Moment = moment_of("2026-03-02T15:00-06:00")
        bootstrap.found(directory, Plate("small", "Small Hospital", "America/Chicago", shared=database is not None))
        self.directory = directory
        self.house: House = bootstrap.open_house(directory, database=database, now=lambda: self.moment)
        self.operates(hospital.Open(slug="small", name="Small Hospital", zone="America/Chicago"))
        self.operates(unit.Open(slug="4-west", name="4 West"))
        self.operates(unit.Open(slug="icu", name="ICU"))
        self.nurse = self.somebody("Nora Quist", "front_line", "4-west")
        self.leader = self.somebody("Tom Hale", "team_leader", "4-west")
        self.stranger = self.somebody("Eli Winter", "front_line", "icu")

    def somebody(self, name: str, role: str, place: str) -> str:
        person = self.house.people.add(name).id
        self.operates(unit.Appoint(person=person, role=role, since="2026-01-01"), f"unit-{place}")
        return person

    def operates(self, command: Command, to: str | None = None) -> None:
        assert isinstance(self.house.clerk.give(Asked(command, to, str(uuid4()), OPERATOR)), Told)

    def asks(self, person: str, command: Command, to: str | None = None, retry: str | None = None) -> Told | Refused:
        actor = self.house.rights.actor(person)
        return self.house.reception.ask(actor, command, Call(id=retry or str(uuid4()), via="page"), to)

    def tells(self, person: str, command: Command, to: str | None = None) -> Told:
        told = self.asks(person, command, to)
        assert isinstance(told, Told), told
        return told

    def does(self, person: str, command: Command, to: str | None = None) -> str:
        return self.tells(person, command, to).stream

    def days_pass(self, days: int) -> None:
        """Each with its tick."""
        for _ in range(days):
            self.moment += 86_400_000_000
            self.house.policies.tick()
            self.house.policies.pull()


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Small]:
    made = Small(tmp_path / "small")
    with made.house:
        yield made
