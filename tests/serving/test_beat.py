"""What happens by itself while a hospital is served, under a scripted clock."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from services.bootstrap import found, open_house
from services.clerk.access import OPERATOR
from services.clerk.reception import Call
from services.house import House, Plate
from services.proof.signer import DIRECTORY, LAST, signed_size
from services.serving.beat import SECONDS, Beat
from services.starting.founding import carry_out
from services.starting.plan import Plan, UnitPlan
from workflows.concern.commands import Raise
from workflows.kernel.moments import DAY, MICRO, Moment, moment_of

HOUR = 3_600 * MICRO
MORNING = moment_of("2026-03-02T10:00-06:00")
PLAN = Plan(slug="alder", name="Alder Creek", zone="America/Chicago", units=(UnitPlan("4w", "4 West"),))


class Clock:
    """The hospital's clock, moved by hand."""

    def __init__(self) -> None:
        self.moment: Moment = MORNING

    def __call__(self) -> Moment:
        return self.moment


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def house(tmp_path: Path, clock: Clock) -> Iterator[House]:
    found(tmp_path / "h", Plate(PLAN.slug, PLAN.name, PLAN.zone))
    with open_house(tmp_path / "h", now=clock) as house:
        carry_out(house, PLAN)
        with Beat(house):
            yield house


def soon(true: Callable[[], bool]) -> bool:
    """Whether it comes true within some beats."""
    deadline = time.monotonic() + 30
    while not true() and time.monotonic() < deadline:
        time.sleep(0.05)
    return true()


def names(house: House) -> list[str]:
    return [row[4] for row in house.ledger.rows(0, 1_000)]


def test_views_catch_up(house: House) -> None:
    told = house.reception.ask(OPERATOR, Raise(unit="4w", what="x"), Call(id=str(uuid4()), via="cli"))
    assert soon(lambda: house.reader.store.at == house.ledger.head()[0]), told


def test_the_head_is_signed_by_itself_and_again_only_once_something_was_entered(house: House) -> None:
    def signed() -> int:
        return signed_size(house.directory / DIRECTORY)

    assert soon(lambda: signed() == house.ledger.head()[0] > 0)
    last = house.directory / DIRECTORY / LAST
    before = last.stat().st_mtime_ns
    time.sleep(2.5)
    assert last.stat().st_mtime_ns == before
    house.reception.ask(OPERATOR, Raise(unit="4w", what="x"), Call(id=str(uuid4()), via="cli"))
    began = time.monotonic()
    assert soon(lambda: signed() == house.ledger.head()[0])
    assert time.monotonic() - began < 2 * SECONDS, "within a beat"
    assert last.stat().st_mtime_ns > before


def test_what_waits_in_the_intake_enters_at_the_next_fixed_hour_and_not_before(house: House, clock: Clock) -> None:
    voice = Raise(unit="4w", what="Nobody answers pages", speaker="anonymous")
    house.reception.ask(OPERATOR, voice, Call(id=str(uuid4()), via="page"))
    assert len(house.intake.waiting()) == 1
    clock.moment += 3 * HOUR
    time.sleep(2.5)
    assert "concern.raised" not in names(house)
    clock.moment += 2 * HOUR
    assert soon(lambda: "concern.raised" in names(house))
    assert house.intake.waiting() == []


def test_what_falls_due_is_a_fact_by_itself(house: House, clock: Clock) -> None:
    house.reception.ask(OPERATOR, Raise(unit="4w", what="x"), Call(id=str(uuid4()), via="cli"))
    clock.moment += 30 * DAY
    assert soon(lambda: "concern.fell_due" in names(house)), names(house)
