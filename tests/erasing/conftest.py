"""The small hospital, with those who watch over what may be known."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from services.clerk.asking import Asked
from tests.trust.conftest import OPERATOR, Small
from workflows.hospital import commands as hospital


class Guarded(Small):
    """With a privacy officer and counsel."""

    def __init__(self, directory: Path) -> None:
        super().__init__(directory)
        self.officer = self.hospital_role("Iris Vane", "privacy_officer")
        self.counsel = self.hospital_role("Carl Sand", "counsel")

    def hospital_role(self, name: str, role: str) -> str:
        person = self.house.people.add(name).id
        command = hospital.Appoint(person=person, role=role, since="2026-01-01")
        self.house.clerk.give(Asked(command, "hospital", str(uuid4()), OPERATOR))
        return person


@pytest.fixture
def guarded(tmp_path: Path) -> Iterator[Guarded]:
    made = Guarded(tmp_path / "small")
    with made.house:
        yield made
