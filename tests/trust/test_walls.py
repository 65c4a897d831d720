"""Whoever a concern is about finds nothing of it: on no page, in no list, in no count, now or as of any day."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from msgspec import Struct

from services import api
from services.clerk.access import OPERATOR
from services.clerk.reception import Call
from services.web.app import create_app
from services.web.signing_in import session
from tests.printing.reading import words_of
from tests.web.alder import Alder, alder
from workflows.barrier.commands import Log
from workflows.concern.commands import Acknowledge, HandOn, LiftWall, Merge, Raise, Wall
from workflows.issue.commands import List
from workflows.kernel.grammar import Refused
from workflows.promise.commands import Make
from workflows.rounds.commands import Review, Schedule
from workflows.unit import commands as unit

SECRET = "shouts at whoever asks"  # noqa: S105 - words, not a password
OPEN = "The lift is locked at night"
API = "/api/v1"
READS = (
    *(f"/units/4-west/{what}" for what in ("board", "due", "answers", "rounds", "timeline")),
    *(f"/desks/{whose}" for whose in ("me", "unit-4-west", "role-team-leader")),
    "/units",
    "/answers",
)
QUESTIONS = 12
"""So many addresses of one page are followed: a replay has one for each day, each reading and each pair of days."""
MOMENTS = ("as_of=2025-01-07", "on=2025-01-06")


class Ward(Struct, frozen=True):
    """4 West, where a concern is about Marco, who leads it; Lena leads it too."""

    here: Alder
    app: Flask
    told: dict[str, str]

    def client(self, login: str) -> FlaskClient:
        client = self.app.test_client()
        with client.session_transaction() as kept:
            kept[session.TOKEN] = self.here.house.sessions.begin(self.here.who[login], self.here.clock())
        return client

    def reads(self, login: str) -> Iterator[tuple[str, str]]:
        """Everything somebody can read: every page that is linked from one they know, every answer of the API."""
        client = self.client(login)
        for path, text in _everywhere(client):
            yield path, text
            for moment in MOMENTS:
                asked = f"{path}{'&' if '?' in path else '?'}{moment}"
                yield asked, _read(client, asked)


def _read(client: FlaskClient, path: str) -> str:
    answer = client.get(path, follow_redirects=True)
    assert answer.status_code in (200, 404), path
    return words_of(answer.data)


def _everywhere(client: FlaskClient) -> Iterator[tuple[str, str]]:
    yield from ((API + path, _read(client, API + path)) for path in READS)
    waiting, seen, asked = ["/", "/units", "/desk", "/answers", "/unit/4-west"], set[str](), Counter[str]()
    while waiting:
        path = waiting.pop()
        page = path.partition("?")[0]
        if path in seen or asked[page] == QUESTIONS or "sign-out" in path or "/do/" in path:
            continue
        seen.add(path)
        asked[page] += 1
        text = _read(client, path)
        yield path, text
        waiting += [one.replace("&amp;", "&") for one in re.findall(r'href="(/[^"#]*)', text) if "static" not in one]


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Ward]:
    here = alder(tmp_path / "alder-creek")
    voice = here.does("nora", Raise(unit="4-west", what=f"Our leader {SECRET}."))
    issue = here.does("lena", List(unit="4-west", title=SECRET, from_concern=voice))
    other = here.does("sam", Raise(unit="4-west", what=f"Yes, {SECRET}."))
    here.does("lena", Merge(issue=issue), other)
    plain = here.does("lena", List(unit="4-west", title=OPEN))
    barrier = here.does("lena", Log(unit="4-west", what=SECRET, issues=(issue,), holder=here.who["marco"]))
    shared = here.does("lena", Log(unit="4-west", what=OPEN, issues=(issue, plain)))
    rounds = here.does("lena", Schedule(unit="4-west", day="2025-02-01"))
    here.does("lena", Review(issue=issue, finding="still_so"), rounds)
    promise = here.does(
        "lena",
        Make(unit="4-west", holder=here.who["marco"], to="unit-4-west", what=SECRET, due="2025-03-01", about=issue),
    )
    told = {
        "voice": voice,
        "issue": issue,
        "other": other,
        "barrier": barrier,
        "promise": promise,
        "shared": shared,
        "rounds": rounds,
    }
    app = create_app(here.house)
    api.install(app, here.house)
    with here.house:
        yield Ward(here, app, told)


BEHIND = ("voice", "issue", "other", "barrier", "promise")


def names_of(ward: Ward) -> list[str]:
    """What would give it away: the words, the ids of all that hangs on it."""
    ids = [ward.told[one] for one in BEHIND]
    return [SECRET, *ids, *(f"voice-{one.partition('-')[2]}" for one in ids if one.startswith("concern-"))]


def test_nothing_of_it_is_there_for_whoever_it_is_about(ward: Ward) -> None:
    before = dict(ward.reads("marco"))
    assert sum(SECRET in text for text in before.values()) > 20, "this test can fail"
    ward.here.does("ines", Wall(person=ward.here.who["marco"]), ward.told["voice"])
    after = dict(ward.reads("marco"))
    for path, text in after.items():
        assert not [name for name in names_of(ward) if name in text], path
    assert any(OPEN in text for text in after.values()), "what is not about him stays"
    assert any(SECRET in text for _, text in ward.reads("lena")), "and for others nothing changes"


@pytest.mark.parametrize("what", BEHIND)
def test_its_own_address_is_nowhere(ward: Ward, what: str) -> None:
    ward.here.does("ines", Wall(person=ward.here.who["marco"]), ward.told["voice"])
    client, stream = ward.client("marco"), ward.told[what]
    for noun in ("issues", "concerns", "barriers", "voice", "issue", "barrier"):
        for path in (f"{API}/{noun}/{stream}", f"/{noun}/{stream}", f"{API}/{noun}/{stream}/timeline"):
            assert client.get(path).status_code == 404, path
    number = ward.here.house.clerk.memory.get(ward.told["issue"]).state.matter.number
    assert client.get(f"/issue/{number}").status_code == 404


def test_counts_are_as_if_it_was_not_there(ward: Ward) -> None:
    board = f"{API}/units/4-west/board"
    assert ward.client("marco").get(board).json["counts"]["owed"] == 2  # type: ignore[index]  # a board
    ward.here.does("ines", Wall(person=ward.here.who["marco"]), ward.told["voice"])
    assert ward.client("marco").get(board).json["counts"]["owed"] == 0  # type: ignore[index]  # it is one
    assert ward.client("lena").get(board).json["counts"]["owed"] == 2  # type: ignore[index]  # it is one


def test_no_command_reaches_it_and_none_names_it(ward: Ward) -> None:
    ward.here.does("ines", Wall(person=ward.here.who["marco"]), ward.told["voice"])
    rights = ward.here.house.rights
    marco = rights.actor(ward.here.who["marco"])
    assert not any(rights.sees(marco, ward.told[what]) for what in BEHIND)
    assert not rights.may(marco, "concern.acknowledge", "4-west", ward.told["voice"])
    assert rights.may(marco, "read.issue", "4-west", ward.told["shared"])
    head = ward.here.house.ledger.head()
    for command, to in (
        (Acknowledge(), ward.told["voice"]),
        (LiftWall(person=ward.here.who["marco"], why="It is not about me."), ward.told["voice"]),
        (List(unit="4-west", title="Mine", from_concern=ward.told["voice"]), None),
    ):
        assert isinstance(ward.here.house.reception.ask(marco, command, _call(), to), Refused)
    assert ward.here.house.ledger.head() == head


def test_the_person_is_in_no_fact_and_the_answer_leaves_their_desk(ward: Ward) -> None:
    house, marco = ward.here.house, ward.here.who["marco"]
    third = ward.here.does("nora", Raise(unit="4-west", what="He decides alone."))
    ward.here.does("lena", HandOn(holder=marco), third)
    first = house.ledger.head()[0]
    ward.here.does("ines", Wall(person=marco), third)
    for row in house.ledger.rows(first, 10):
        assert marco.encode() not in row[6] + row[7]
    assert house.clerk.memory.get(third).state.voice.answerer == "unit-4-west"


def test_a_wall_is_lifted_with_a_reason(ward: Ward) -> None:
    house, marco = ward.here.house, ward.here.who["marco"]
    ward.here.does("ines", Wall(person=marco), ward.told["voice"])
    nobody = LiftWall(person=ward.here.who["lena"], why="A slip.")
    told = house.reception.ask(OPERATOR, nobody, _call(), ward.told["voice"])
    assert told == Refused("concern.no_wall")
    ward.here.does("ines", LiftWall(person=marco, why="It was another leader."), ward.told["voice"])
    assert house.rights.sees(house.rights.actor(marco), ward.told["issue"])


def test_ones_own_voice_is_never_walled_off(ward: Ward) -> None:
    own = ward.here.does("marco", Raise(unit="4-west", what="I was too loud."))
    ward.here.does("ines", Wall(person=ward.here.who["marco"]), own)
    assert ward.client("marco").get(f"/voice/{own}").status_code == 200


def test_a_new_leader_of_the_unit_reads_it(ward: Ward) -> None:
    """A wall keeps a person out, not a role."""
    ward.here.does("ines", Wall(person=ward.here.who["marco"]), ward.told["voice"])
    kim = ward.here.who["kim"]
    ward.here.does("operator", unit.Appoint(person=kim, role="team_leader", since="2025-01-06"), "unit-4-west")
    assert ward.client("kim").get(f"/voice/{ward.told['voice']}").status_code == 200


def _call() -> Call:
    return Call(id=str(uuid4()), via="page")


def test_a_wall_on_record_stands_whatever_stops_the_machine_in_between(ward: Ward) -> None:
    voice = ward.here.does("sam", Raise(unit="4-west", what="Lena is never there."))
    walls = list[bool]()

    def watched(statement: str) -> None:
        if statement == "COMMIT":
            walls.append(ward.here.who["lena"] in ward.here.house.people.walled(voice))

    ward.here.house.ledger._writer.set_trace_callback(watched)  # type: ignore[attr-defined] # of a file
    ward.here.does("marco", Wall(person=ward.here.who["lena"]), voice)
    assert walls
    assert all(walls)
