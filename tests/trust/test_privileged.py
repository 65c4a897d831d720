"""What counsel sets apart is there for its readers alone: on boards, in counts and timelines, today and on any past day."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from services import admission
from services.clerk.access import OPERATOR
from services.clerk.reception import Call
from services.reader.position import NOW, Position
from services.vault import ring_of
from tests.trust.conftest import Small
from workflows.concern.commands import Answer, Raise
from workflows.hospital import commands as hospital
from workflows.issue.commands import List
from workflows.kernel.grammar import Fact, Ref, Refused
from workflows.privilege.commands import AdoptDefault, Designate, DropOut

WHY = "It goes to the patient safety organisation"


class Ward(Small):
    """A small hospital with counsel and a quality director."""

    def __init__(self, directory: Path) -> None:
        super().__init__(directory)
        self.counsel = self.leads("Clara Voss", "counsel")
        self.quality = self.leads("Ines Moreau", "quality_director")

    def leads(self, name: str, role: str) -> str:
        person = self.house.people.add(name).id
        self.operates(hospital.Appoint(person=person, role=role, since="2026-01-01"), "hospital")
        return person

    def listed(self) -> tuple[str, str]:
        """A voice and its issue on the board of 4 West."""
        voice = self.does(self.nurse, Raise(unit="4-west", what="The pump stopped at night."))
        return voice, self.does(self.leader, List(unit="4-west", title="The pump stopped.", from_concern=voice))

    def finds(self, person: str, at: Position = NOW) -> set[str]:
        """The streams on the board of 4 West, as this person sees it, and how many voices it counts."""
        self.house.reader.pull()
        with self.house.views.look(at, None, self.house.rights.actor(person).behind) as look:
            board = look.board("4-west")
        voices = {f"{sum(board.counts.values())} voices"}
        return voices | {line.issue.stream for line in board.open} | {stint.stream for stint in board.voices}

    def facts(self, stream: str) -> list[Fact]:
        return [self.house.clerk.mapper.fact(row) for row in self.house.ledger.stream_rows(stream)]

    def sees(self, person: str, stream: str) -> bool:
        return self.house.rights.sees(self.house.rights.actor(person), stream)


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Ward]:
    made = Ward(tmp_path / "small")
    with made.house:
        yield made


def test_a_designation_counts_on_every_read_of_every_day(ward: Ward) -> None:
    voice, issue = ward.listed()
    before = Position(ward.house.ledger.head()[0])
    assert ward.finds(ward.leader) == {"1 voices", voice, issue}
    ward.does(ward.quality, Designate(about=issue, reason=WHY))
    for at in (NOW, before):
        assert ward.finds(ward.leader, at) == {"0 voices"}
        assert ward.finds(ward.quality, at) == {"1 voices", voice, issue}
    assert not ward.sees(ward.leader, issue)
    assert not ward.sees(ward.leader, voice)
    assert ward.asks(ward.leader, Answer(answer="x", outcome="done"), voice) == Refused("forbidden")
    assert ward.sees(ward.counsel, voice)


def test_what_is_taken_out_is_there_again(ward: Ward) -> None:
    voice, issue = ward.listed()
    ward.does(ward.quality, Designate(about=issue, reason=WHY))
    ward.does(ward.counsel, DropOut(about=issue, reason="It was no work product"))
    assert ward.finds(ward.leader) == {"1 voices", voice, issue}


def test_whoever_said_it_still_hears_back(ward: Ward) -> None:
    voice, _ = ward.listed()
    ward.does(ward.quality, Designate(about=voice, reason=WHY))
    (raised, *_) = ward.facts(voice)
    assert ward.sees(ward.nurse, voice)
    assert voice not in ward.house.rights.actor(ward.nurse).behind
    assert ward.house.rights.may(ward.house.rights.actor(ward.nurse), "concern.withdraw", "4-west", voice)
    entered = {stream for stream in (voice,) if ward.sees(ward.nurse, stream)}
    assert ward.house.door.open([Ref(raised.seq, "what")], entered.__contains__)


def test_the_operator_of_the_machine_finds_none_of_it(ward: Ward) -> None:
    voice, issue = ward.listed()
    ward.does(ward.quality, Designate(about=issue, reason=WHY))
    assert ward.house.rights.apart(OPERATOR) == {voice, issue}
    assert not ward.house.rights.may(OPERATOR, "read.timeline", "4-west", issue)
    asked = ward.house.reception.ask(OPERATOR, DropOut(about=issue, reason="x"), Call(id=str(uuid4()), via="cli"))
    assert asked == Refused("forbidden")


def test_only_counsel_and_quality_set_apart_and_only_counsel_by_default(ward: Ward) -> None:
    voice, _ = ward.listed()
    assert ward.asks(ward.leader, Designate(about=voice, reason=WHY)) == Refused("forbidden")
    default = AdoptDefault(kind="concern", unit="4-west", reason=WHY)
    assert ward.asks(ward.quality, default) == Refused("forbidden")
    ward.does(ward.counsel, default)


def test_what_a_default_covers_is_privileged_in_its_own_facts(ward: Ward) -> None:
    ward.does(ward.counsel, AdoptDefault(kind="concern", unit="4-west", reason=WHY))
    voice = ward.does(ward.nurse, Raise(unit="4-west", what="The pump stopped at night."))
    (raised,) = ward.facts(voice)
    assert (raised.head.compartment, raised.unit, raised.unit_seq) == ("privileged", None, None)
    assert {ring_of(part.key) for part in raised.head.sealed} == {"privileged"}
    assert ward.finds(ward.leader) == {"0 voices"}
    assert ward.finds(ward.quality) == {"1 voices", voice}
    assert not ward.house.door.open([Ref(raised.seq, "what")])


def test_facts_go_on_in_the_compartment_they_are_in(ward: Ward) -> None:
    voice, _ = ward.listed()
    ward.does(ward.quality, Designate(about=voice, reason=WHY))
    ward.does(ward.quality, Answer(answer="The pump was taken away.", outcome="done"), voice)
    ward.does(ward.counsel, DropOut(about=voice, reason="It was no work product"))
    ward.does(ward.nurse, Raise(unit="4-west", what="Another thing."))
    where = [(fact.head.name, fact.head.compartment, fact.unit) for fact in ward.facts(voice)]
    assert where[0] == ("concern.raised", "open", "4-west")
    assert ("concern.answered", "privileged", None) in where
    answered = next(fact for fact in ward.facts(voice) if fact.head.name == "concern.answered")
    assert {ring_of(part.key) for part in answered.head.sealed} == {"privileged"}
    assert not [one for one in answered.head.speaks_of if one.startswith("person-")]


def test_no_designation_names_who_made_it(ward: Ward) -> None:
    voice, _ = ward.listed()
    ward.does(ward.quality, Designate(about=voice, reason=WHY))
    (designated,) = ward.facts("privilege")
    row = next(iter(ward.house.ledger.stream_rows("privilege")))
    assert ward.quality.encode() not in row[6] + row[7]
    assert designated.unit is None
    assert ward.house.door.open([Ref(designated.seq, "by")], lambda _: True) == {
        Ref(designated.seq, "by"): ward.quality
    }


def test_what_waits_is_set_apart_before_it_enters(ward: Ward) -> None:
    ward.does(ward.counsel, AdoptDefault(kind="concern", unit="4-west", reason=WHY))
    waiting = ward.does(ward.nurse, Raise(unit="4-west", what="The pump stopped.", speaker="anonymous"))
    assert not ward.sees(ward.leader, waiting)
    assert ward.sees(ward.quality, waiting)
    admission.admit(ward.house)
    (voice,) = ward.house.ledger.streams("concern")
    assert not ward.sees(ward.leader, voice)
    assert ward.house.clerk.privileged() == {voice}
