"""Whoever is on call is called within a minute of something that cannot wait; measured over a real mail server."""

import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from services.bootstrap import found, open_house
from services.clerk.access import OPERATOR
from services.clerk.asking import Told
from services.clerk.reception import Call
from services.house import House, Plate
from services.outbox import Mail
from services.paging import SUBJECT, Paging
from services.serving.beat import Beat
from services.starting.founding import carry_out
from services.starting.plan import Plan, UnitPlan
from tests.outbox.postroom import Postroom, free_port, listening
from tests.serving.test_beat import Clock, soon
from workflows.concern.commands import Raise, Triage
from workflows.hospital import commands as hospital
from workflows.kernel.grammar import Command
from workflows.kernel.moments import DAY
from workflows.respect.commands import Kind, Report, Speaker
from workflows.unit import commands as unit

PLAN = Plan(
    slug="alder",
    name="Alder Creek",
    zone="America/Chicago",
    units=(UnitPlan("4w", "4 West"), UnitPlan("icu", "ICU")),
)
MINUTE = 60.0


class Ward:
    """A hospital that sends mail, with a house supervisor and a team leader of 4 West."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.supervisor = self.member("Sam Ortiz", "sam@alder.example")
        self.leader = self.member("Tom Hale", "tom@alder.example")
        self.gives(unit.Appoint(person=self.leader, role="team_leader", since="2026-01-01"), "unit-4w")

    def member(self, name: str, mail: str) -> str:
        return self.house.people.add(name, mail).id

    def on_call(self) -> None:
        self.gives(hospital.Appoint(person=self.supervisor, role="house_supervisor", since="2026-01-01"), "hospital")

    def gives(self, command: Command, to: str | None = None) -> str:
        told = self.house.reception.ask(OPERATOR, command, Call(id=str(uuid4()), via="page"), to)
        return told.stream  # type: ignore[union-attr] # a refusal fails the test just as well

    def says(self, **more: object) -> str:
        return self.gives(Raise(unit="4w", what="The lift is stuck with a patient in it", **more))  # type: ignore[arg-type] # fields of Raise

    def reports(self, kind: Kind, speaker: Speaker) -> str:
        """A member of the unit, for whom the machine's operator does not speak."""
        report = Report(kind=kind, what="He threw a chair", unit="4w", danger=True, speaker=speaker)
        actor = self.house.rights.actor(self.leader)
        told = self.house.reception.ask(actor, report, Call(id=str(uuid4()), via="page"))
        assert isinstance(told, Told)
        return told.stream


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def room() -> Postroom:
    return Postroom()


@pytest.fixture
def ward(tmp_path: Path, clock: Clock, room: Postroom) -> Iterator[Ward]:
    found(tmp_path / "h", Plate(PLAN.slug, PLAN.name, PLAN.zone))
    with listening(room, free_port()) as relay:
        mail = Mail(relay, "heard@alder.example", "https://heard.alder.example")
        with open_house(tmp_path / "h", mail=mail, now=clock) as house:
            carry_out(house, PLAN)
            ward = Ward(house)
            ward.on_call()
            with Beat(house):
                yield ward


def to(room: Postroom) -> list[str]:
    """Who was called; what else waits on them they hear by another mail."""
    return [came["To"] for came in room.came if came["Subject"] == SUBJECT]


def called(room: Postroom) -> str:
    """What the first call said."""
    said: str = next(came for came in room.came if came["Subject"] == SUBJECT).get_content()
    return said


@pytest.mark.parametrize("speaker", ["named", "confidential", "anonymous"])
def test_an_urgent_voice_pages_whoever_is_on_call_within_a_minute(ward: Ward, room: Postroom, speaker: str) -> None:
    began = time.monotonic()
    about = ward.says(urgent=True, speaker=speaker)
    assert soon(lambda: to(room) == ["sam@alder.example"])
    assert time.monotonic() - began < MINUTE
    said = called(room)
    assert f"https://heard.alder.example/triage/{about}" in said
    assert "lift" not in said
    assert "4 West" not in said


def test_danger_found_at_the_first_look_pages_too(ward: Ward, room: Postroom) -> None:
    voice = ward.says()
    ward.gives(Triage(route="danger"), voice)
    assert soon(lambda: to(room) == ["sam@alder.example"])
    state = ward.house.clerk.memory.get(voice).state
    assert state.voice.paged is not None


def test_danger_found_in_what_waits_pages_while_it_waits(ward: Ward, room: Postroom) -> None:
    waiting = ward.says(speaker="anonymous")
    ward.gives(Triage(route="danger"), waiting)
    assert soon(lambda: to(room) == ["sam@alder.example"])
    assert f"/triage/{waiting}" in called(room)
    assert ward.house.waiting_room.state_of(waiting).voice.paged is not None


def test_a_voice_that_can_wait_pages_nobody_and_nobody_is_paged_twice(ward: Ward, room: Postroom) -> None:
    ward.says()
    urgent = ward.says(urgent=True)
    ward.gives(Triage(route="danger"), urgent)
    assert soon(lambda: len(to(room)) == 1)
    Paging(ward.house).page()
    (ward.house.directory / "paging.bookmark").unlink()
    Paging(ward.house).page()
    ward.house.posting.send()
    assert len(to(room)) == 1


def test_what_waited_is_paged_for_once_and_its_call_enters_with_it(ward: Ward, room: Postroom, clock: Clock) -> None:
    ward.says(urgent=True, speaker="anonymous")
    assert soon(lambda: len(to(room)) == 1)
    clock.moment += DAY
    assert soon(lambda: not ward.house.intake.waiting())
    (stream,) = ward.house.ledger.streams("concern")
    facts = [ward.house.clerk.mapper.fact(row) for row in ward.house.ledger.stream_rows(stream)]
    assert [(fact.head.name, fact.head.occurred) for fact in facts] == [
        ("concern.raised", "2026-03-02"),
        ("concern.paged", "2026-03-02"),
    ]
    time.sleep(2.5)
    assert len(to(room)) == 1


def test_where_nobody_is_on_call_those_who_lead_the_unit_are_called(ward: Ward, room: Postroom) -> None:
    ward.gives(hospital.Dismiss(person=ward.supervisor, role="house_supervisor"), "hospital")
    ward.says(urgent=True)
    assert soon(lambda: to(room) == ["tom@alder.example"])


def test_whoever_is_walled_off_from_it_is_not_called_to_it(ward: Ward, room: Postroom) -> None:
    with_wall = ward.says()
    ward.house.people.wall(with_wall, ward.supervisor)
    ward.gives(Triage(route="danger"), with_wall)
    assert soon(lambda: to(room) == ["tom@alder.example"])


@pytest.mark.parametrize("speaker", ["confidential", "anonymous"])
def test_where_somebody_is_at_risk_those_are_called_it_lies_with(ward: Ward, room: Postroom, speaker: Speaker) -> None:
    about = ward.reports("visitor", speaker)
    assert soon(lambda: to(room) == ["sam@alder.example"])
    said = called(room)
    assert f"https://heard.alder.example/respect/{about}" in said
    assert "chair" not in said


def test_a_matter_of_respect_calls_nobody_who_leads_the_unit(ward: Ward, room: Postroom) -> None:
    """The professionalism lead deals with it, and there is none: then it waits on the place that lists it."""
    ward.reports("colleague", "confidential")
    ward.says(urgent=True)
    assert soon(lambda: len(to(room)) == 1)
    assert to(room) == ["sam@alder.example"]


def test_the_outbox_keeps_no_moment_of_what_came_anonymously(ward: Ward, clock: Clock, room: Postroom) -> None:
    clock.moment += 1_234_567
    room.says["sam@alder.example"] = "450 later"
    ward.says(urgent=True, speaker="anonymous")
    assert soon(lambda: ward.house.outbox.waiting() == 1)
    message = ward.house.outbox._file.execute(
        "SELECT put FROM messages WHERE state = 'waiting'"
    ).fetchone()  # what lies in the file is the point
    assert message[0] % 3_600_000_000 == 0
