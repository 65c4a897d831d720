"""A hospital with an issue that went all its way, a restricted incident, and words that were erased."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from services.erasing.carrying import carry_on
from tests.erasing.conftest import Guarded
from workflows.concern.commands import Answer, Raise
from workflows.issue.commands import List, Resolve
from workflows.respect.commands import Report
from workflows.subject.commands import Erase


class Evident(Guarded):
    """`issue` came from `voice`; `erased` is a voice of the same unit."""

    def __init__(self, directory: Path) -> None:
        super().__init__(directory)
        self.voice = self.does(self.nurse, Raise(unit="4-west", what="One lift for three units", idea="A second one"))
        self.issue = self.does(self.leader, List(unit="4-west", title="One lift", from_concern=self.voice))
        self.does(self.leader, Resolve(evidence="Delivered on Monday"), self.issue)
        self.does(self.leader, Answer(answer="It is here.", outcome="done"), self.voice)
        self.does(self.nurse, Report(unit="4-west", kind="colleague", what="Shouted at", speaker="named"))
        self.erased = self.does(self.nurse, Raise(unit="4-west", what="What must go"))
        self.does(self.officer, Erase(about=self.erased, basis="asked_by_the_person", approver=self.counsel))
        assert carry_on(self.house) == 1


@pytest.fixture
def evident(tmp_path: Path) -> Iterator[Evident]:
    made = Evident(tmp_path / "small")
    with made.house:
        yield made
