"""No issue closes over an open barrier or a voice that is still owed something, whoever writes at the same time."""

import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from threading import Barrier as Gate
from typing import Any
from uuid import uuid4

import pytest

from services import hatch
from services.bootstrap import found, open_house
from services.clerk.asking import Asked, Circumstances, Told
from services.errands.carrying import carry_out
from services.errands.errand import Answer, Ask
from services.house import House, Plate
from services.ledger import postgres
from workflows import barrier, concern, issue, lexicon
from workflows.barrier.state import blocks
from workflows.concern.state import Ended
from workflows.hospital import commands as hospital
from workflows.kernel.grammar import By, Command, Refused
from workflows.kernel.noun import Nothing
from workflows.unit import commands as unit

ROUNDS = 8
PROCESSES = 4
_LEADER = Circumstances(by=By("person", "person-leader", "team_leader"), via="page")
_VOICE = Circumstances(by=By("voice"), via="page")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest) -> str | None:
    """Where the ledger lies: beside the house (None), or at this address."""
    if request.param == "sqlite":
        return None
    address: str = request.getfixturevalue("postgres")
    postgres.migrate(address)
    return address


@pytest.fixture
def house(tmp_path: Path, database: str | None) -> Iterator[House]:
    place = tmp_path / "house"
    found(place, Plate("alder-creek", "Alder Creek", "UTC", shared=database is not None))
    with open_house(place, database=database) as house:
        give(house, hospital.Open(name="Alder Creek", zone="UTC", slug="alder-creek"))
        for slug in ("4w", "icu"):
            give(house, unit.Open(slug=slug, name=slug))
        yield house


def attempt(house: House, command: Command, to: str | None = None, by: Circumstances = _LEADER) -> Told | Refused:
    return house.clerk.give(Asked(command, to, str(uuid4()), by))


def give(house: House, command: Command, to: str | None = None, by: Circumstances = _LEADER) -> str:
    """Its stream; nothing may stand in the way."""
    told = attempt(house, command, to, by)
    assert isinstance(told, Told), told
    return told.stream


def raised(house: House) -> str:
    return give(house, concern.commands.Raise(unit="icu", what="The lift is locked"))


def ready_to_close(house: House) -> tuple[str, str]:
    """An issue that is resolved, and its one voice, which was heard to the end."""
    voice = raised(house)
    listed = give(house, issue.commands.List(unit="4w", title="Lift", from_concern=voice))
    give(house, issue.commands.Resolve(evidence="Key at the desk"), listed)
    give(house, concern.commands.Answer(answer="The key is at the desk now", outcome="done"), voice)
    give(house, concern.commands.Deliver(how="in_person"), voice)
    give(house, concern.commands.SayHeard(), voice, _VOICE)
    return listed, voice


def closed_over(house: House) -> tuple[int, list[str]]:
    """How often issues were closed, and what stood in the way each time, fact by fact as the ledger has it."""
    nouns = {noun.name: noun for noun in lexicon.NOUNS}
    states: dict[str, object] = {}
    closings, faults = 0, []
    for fact in map(house.clerk.mapper.fact, house.ledger.rows(0, 100_000)):
        noun = nouns[fact.stream.partition("-")[0]]
        states[fact.stream] = noun.evolve(states.get(fact.stream, Nothing()), fact)
        if fact.head.name == "issue.closed":
            closings += 1
            faults += [f"{fact.seq}: {one}" for one in _in_the_way(states, fact.stream)]
    return closings, faults


def _in_the_way(states: dict[str, object], stream: str) -> Iterator[str]:
    closed = states[stream]
    assert isinstance(closed, issue.state.Closed)
    yield from (one for one in closed.matter.barriers if blocks(states[one]))
    yield from (one for one in closed.matter.voices if not isinstance(states[one], Ended))


def test_racing_threads(house: House) -> None:
    for _ in range(ROUNDS):
        listed, voice = ready_to_close(house)
        other = raised(house)
        elsewhere = give(house, barrier.commands.Log(unit="icu", what="No key", holder="role-facilities"))
        ways: list[Callable[[], Told | Refused]] = [
            partial(attempt, house, issue.commands.Close(), listed),
            partial(
                attempt, house, barrier.commands.Log(unit="4w", what="No money", issues=(listed,), holder="role-coo")
            ),
            partial(attempt, house, concern.commands.Merge(issue=listed), other),
            partial(attempt, house, barrier.commands.BlockAlso(issue=listed), elsewhere),
            partial(attempt, house, concern.commands.Reopen(why="Locked again at night"), voice),
            partial(attempt, house, issue.commands.Close(), listed),
        ]
        at_once(ways)
    closings, faults = closed_over(house)
    assert faults == []
    assert 0 < closings <= ROUNDS


def at_once(ways: list[Callable[[], Told | Refused]]) -> None:
    """All in their own thread, let go together; raises what any of them raised."""
    gate = Gate(len(ways))

    def run(way: Callable[[], Told | Refused]) -> Told | Refused:
        gate.wait()
        return way()

    with ThreadPoolExecutor(len(ways)) as pool:
        futures: list[Future[Told | Refused]] = [pool.submit(run, way) for way in ways]
    assert all(isinstance(future.result(), Told | Refused) for future in futures)


def test_racing_processes(house: House, database: str | None) -> None:
    """With files, the others go through the socket of the one that writes; with PostgreSQL each writes for itself."""
    carry = partial(carry_out, house)
    context = get_context("forkserver")
    context.set_forkserver_preload([__name__])  # loaded once, for all of them in both stores
    with (
        hatch.Hatch(house.directory, carry),
        ProcessPoolExecutor(PROCESSES, context, _enter, (house.directory, database)) as pool,
    ):
        for _ in range(ROUNDS):
            listed, _ = ready_to_close(house)
            answers = list(pool.map(_hand, errands(listed, raised(house))))
            assert all(answer.status in (0, 1) for answer in answers), answers
    closings, faults = closed_over(house)
    assert faults == []
    assert 0 < closings <= ROUNDS


def errands(listed: str, other: str) -> list[Ask]:
    log: dict[str, Any] = {"unit": "4w", "what": "No money", "issues": [listed], "holder": "role-coo"}
    asked: list[tuple[str, dict[str, Any], str | None]] = [
        ("issue.close", {}, listed),
        ("barrier.log", log, None),
        ("concern.merge", {"issue": listed}, other),
        ("issue.close", {}, listed),
    ]
    return [Ask(verb=verb, fields=fields, id=str(uuid4()), to=to) for verb, fields, to in asked]


_carry: Callable[[Ask], Answer]


def _enter(place: Path, database: str | None) -> None:
    """A process of its own: it knows the hatch, or has files of its own beside the shared ledger."""
    global _carry  # noqa: PLW0603 - what a process of the pool knows of the house
    if database is None:
        _carry = partial(hatch.hand, place, hear=_unheard)
        return
    own = place.with_name(f"{place.name}-{os.getpid()}")
    shutil.copytree(place, own, ignore=shutil.ignore_patterns("*.sock", "*.lock"))
    _carry = partial(carry_out, open_house(own, database=database), say=_unheard)


def _unheard(_: str) -> None:
    """How it goes is not looked at."""


def _hand(asked: Ask) -> Answer:
    return _carry(asked)
