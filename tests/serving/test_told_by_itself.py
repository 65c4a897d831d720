"""While a hospital is served, people are told by themselves: each morning how much waits, and at once what they come to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from services.bootstrap import open_house
from services.digest import Digests
from services.outbox import Mail
from services.serving.beat import Beat
from tests.outbox.postroom import Postroom, free_port, listening
from tests.serving.test_beat import soon
from tests.web.alder import Alder, alder
from workflows.barrier.commands import Log
from workflows.kernel.moments import moment_of
from workflows.rounds.commands import Reschedule, Schedule


@pytest.fixture
def room() -> Postroom:
    return Postroom()


@pytest.fixture
def hospital(tmp_path: Path, room: Postroom) -> Iterator[Alder]:
    """Alder Creek, which sends mail, from the evening of 6 January on."""
    made = alder(tmp_path / "alder")
    made.house.close()
    with listening(room, free_port()) as relay:
        mail = Mail(relay, "heard@alder.example", "https://heard.alder.example")
        made.clock.moment = moment_of("2025-01-06T18:00-06:00")
        with open_house(tmp_path / "alder", mail=mail, now=made.clock) as house:
            Digests(house).send()  # that day's round is over, whenever the beat comes to it
            with Beat(house):
                yield Alder(house, made.clock, made.who)


def told(room: Postroom, login: str) -> list[str]:
    return [came["Subject"] for came in room.came if came["To"] == f"{login}@alder.example"]


def test_the_morning_brings_a_digest_and_a_plan_an_invitation(hospital: Alder, room: Postroom) -> None:
    visit = hospital.does("marco", Schedule(unit="4-west", day="2025-01-09", time="14:00"))
    assert soon(lambda: told(room, "dana") == ["Safety rounds, 4 West"])
    hospital.does("marco", Reschedule(day="2025-01-10", reason="The ward is full."), visit)
    assert soon(lambda: told(room, "dana")[1:] == ["Changed: Safety rounds, 4 West"])
    hospital.does("marco", Log(unit="4-west", what="No lift", holder=hospital.who["dana"]))
    hospital.clock.moment = moment_of("2025-01-07T07:00-06:00")
    assert soon(lambda: len(told(room, "dana")) == 3)
    assert told(room, "dana")[-1] == "2 things, 5 minutes"
