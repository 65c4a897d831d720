"""Every role at every door of a served hospital: each command and read of the API, each page. What is not written in
`tests/cases/rights.txt` is refused, and gives away nothing of what it was asked for; so is whoever comes from elsewhere."""

import json
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest

from services.api import places
from services.clerk.access import SURVEYOR
from tests.trust.bodies import body_of
from tests.trust.rights import expected
from tests.trust.served import ELSEWHERE, ROLES, SECRET, Client, Served, served
from workflows import lexicon
from workflows.kernel.grammar import Command

API = "/api/v1"
EXPECTED = expected()
GONE = '"0.x"'
"""A version that nothing is at: what may be done is refused as stale, so that nothing changes while everybody knocks."""

OF_NO_UNIT = (
    "hospital",
    "subject",
    "hold",
    "identity",
    "trail",
    "respect",
    "privilege",
    "presentation",
    "notice",
    "conduct",
)
"""Nouns that stand in no unit."""

READS = {
    "units/{unit}/board": "read.board",
    "units/{unit}/due": "read.board",
    "units/{unit}/answers": "read.answers",
    "units/{unit}/surveys": "read.board",
    "units/{unit}/rounds": "read.rounds",
    "units/{unit}/rounding": "read.rounds",
    "units/{unit}/timeline": "read.timeline",
    "units/{unit}/standards": "read.board",
    "units/{unit}/charter": "read.board",
    "standards/{standard}": "read.board",
    "units/{unit}/measures": "read.board",
    "units/{unit}/scorecard": "read.board",
    "measures/{measure}": "read.board",
    "units/{unit}/partnership": "read.board",
    "units/{unit}/team": "read.board",
    "units/{unit}/figures": "read.board",
    "units/{unit}/month": "read.board",
    "units/{unit}/replay": "read.board",
    "issues/{issue}": "read.issue",
    "issues/{issue}/timeline": "read.timeline",
    "issues/{issue}/accountability": "read.issue",
    "barriers/{barrier}": "read.issue",
    "barriers/{barrier}/accountability": "read.issue",
    "concerns/{concern}": "read.issue",
    "rounds/{rounds}": "read.rounds",
    "rounds/{rounds}/briefing": "read.rounds",
    "grievances/{grievance}": "read.grievances",
    "decisions/{decision}": "read.issue",
    "learnings/{learning}": "read.board",
    "units/{unit}/learnings": "read.board",
    "incidents/{respect}": "read.respect",
}


LISTS = {
    "privileged": "read.privileged",
    "standards": "read.hospital",
    "leading": "read.hospital",
    "registers": "read.hospital",
    "registers/{register}": "read.hospital",
    "measures": "read.hospital",
    "waves": "read.hospital",
    "campaigns/{campaign}/comments": "campaign.review_comment",
    "partnerships": "read.figures",
    "figures": "read.figures",
    "month": "read.figures",
    "scorecard": "read.figures",
    "stories": "read.figures",
    "presentations": "read.figures",
    "notices": "read.notices",
}
"""Reads of the whole hospital, which is next door another one."""


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("here") / "alder", "alder") as made:
        yield made


def _acts_in(command: type[Command]) -> bool:
    """Whether it acts in a unit; else in the whole hospital."""
    return command.VERB.partition(".")[0] not in OF_NO_UNIT and command.VERB != "unit.open"


def _may(role: str, action: str, in_unit: bool) -> bool:
    counts = ROLES[role] == "hospital" or in_unit
    is_member = role != SURVEYOR  # whoever was let in from outside reads, and does nothing
    return (counts and role in EXPECTED[action]) or (is_member and "member" in EXPECTED[action])


def address_of(command: type[Command], told: dict[str, str]) -> str:
    noun, verb = command.VERB.split(".")
    begins = lexicon.begins(command)
    parts = [noun, verb] if begins or not places.address_of(noun, begins)[0] else [noun, told[noun], verb]
    return "/".join([API, *parts])


@pytest.mark.parametrize("role", ROLES)
def test_every_command(here: Served, role: str) -> None:
    with closing(here.client(role)) as client:
        for verb, command in lexicon.COMMAND_TYPES.items():
            given = "cno" if verb.startswith("hospital.") else "front_line"
            sent = body_of(command, here.told, given)
            headers = {} if lexicon.begins(command) else {"If-Match": GONE}
            answer = client.post(address_of(command, here.told), sent, headers)
            if _may(role, verb, _acts_in(command)):
                assert answer.status in (200, 201, 409, 412), (verb, answer)
            else:
                assert answer.status in (403, 404), (verb, answer)
                assert SECRET not in answer.text, verb


@pytest.mark.parametrize("role", ROLES)
def test_every_read(here: Served, role: str) -> None:
    with closing(here.client(role)) as client:
        for path, action in (READS | LISTS).items():
            answer = client.get(f"{API}/{path.format_map(here.told)}")
            if _may(role, action, in_unit=True):
                assert answer.status == 200, (path, answer)
            else:
                assert (answer.status, SECRET in answer.text) == (404, False), path


@pytest.mark.parametrize("role", [role for role, held in ROLES.items() if held == "unit"])
def test_whoever_is_of_another_unit_finds_nothing_here(here: Served, role: str) -> None:
    """An id of another unit looks like one that was never given to anything."""
    with closing(here.client(f"{role}@{ELSEWHERE}")) as client:
        for path in READS:
            answer = client.get(f"{API}/{path.format_map(here.told)}")
            nowhere = client.get(f"{API}/{path.format_map(_nothing(here))}")
            assert (answer.status, answer.text) == (404, nowhere.text), path
        for verb, command in lexicon.COMMAND_TYPES.items():
            if not lexicon.begins(command):
                answer = client.post(address_of(command, here.told), body_of(command, here.told, "front_line"), {})
                assert answer.status in (403, 404), (verb, answer)
                assert SECRET not in answer.text, verb


def _nothing(here: Served) -> dict[str, str]:
    """Ids like theirs, of nothing."""
    nobody = {noun: f"{noun}-{'0' * 26}" for noun in here.told}
    return {**nobody, "unit": "nowhere"}


def test_every_read_of_the_api_is_asked_here(here: Served) -> None:
    with closing(here.client("front_line")) as client:
        documented = client.get(f"{API}/openapi.json").text
    paths = [path for path, doors in json.loads(documented)["paths"].items() if "get" in doors]
    known = {f"{API}/{path}" for path in (*READS, *LISTS)} | {f"{API}/{path}" for path in ANYBODY}
    assert sorted(paths) == sorted(known), "whoever adds a read says here which right opens it"


ANYBODY = (
    "preferences",
    "units",
    "answers",
    "grievances",
    "decisions",
    "promises",
    "messages",
    "talks",
    "resources",
    "quarters",
    "assessments",
    "campaigns",
    "instruments",
    "incidents",
    "conducts",
    "incidents/figures",
    "lessons",
    "reflections",
    "reports",
    "desks/{holder}",
    "standards/items",
)
"""What everybody signed in may ask, and finds in it what they may see."""


def test_what_everybody_may_ask_holds_nothing_of_where_one_is_not(here: Served) -> None:
    outsiders = [f"{role}@{ELSEWHERE}" for role, held in ROLES.items() if held == "unit"]
    outsiders += [role for role, held in ROLES.items() if held == "hospital" and role not in EXPECTED["read.issue"]]
    for login in outsiders:
        with closing(here.client(login)) as client:
            for path in (
                "units",
                "answers",
                "grievances",
                "decisions",
                "promises",
                "messages",
                "quarters",
                "assessments",
                "campaigns",
                "lessons",
                "reflections",
                "incidents/figures",
                "reports",
                *(() if login in EXPECTED["read.respect"] else ("incidents",)),
                "desks/me",
                "desks/unit-4-west",
                f"desks/{here.told['party']}",
            ):
                answer = client.get(f"{API}/{path}")
                assert (answer.status, SECRET in answer.text) == (200, False), (login, path)


def test_a_search_finds_what_its_pages_would_show(here: Served) -> None:
    """Who reads the issues of a unit finds them there; whoever reads them elsewhere, or nowhere, finds nothing."""
    for login in [*ROLES, *(f"{role}@{ELSEWHERE}" for role, held in ROLES.items() if held == "unit")]:
        with closing(here.client(login)) as client:
            answer = client.post(f"{API}/search", {"words": SECRET}, {})
        assert (answer.status, SECRET in answer.text) == (200, login in EXPECTED["read.issue"]), login


def test_another_hospital_knows_nobody_of_this_one(here: Served, tmp_path: Path) -> None:
    """Sign-ins belong to one hospital, and so do ids: neither is worth anything next door."""
    with served(tmp_path / "birch", "birch") as next_door:
        stranger = next_door.client("quality_director")
        with closing(stranger):
            for path in READS:
                answer = stranger.get(f"{API}/{path.format_map({**here.told, 'unit': 'nowhere'})}")
                assert (answer.status, SECRET in answer.text) == (404, False), path
        token = here.token("quality_director")
        knocking = HTTPConnection("127.0.0.1", next_door.port, timeout=30)
        with closing(Client(knocking, {"Authorization": f"Bearer {token}"})) as forger:
            for path in (*READS, *LISTS, *ANYBODY):
                answer = forger.get(f"{API}/{path.format_map({**next_door.told, 'holder': 'me'})}")
                assert (answer.status, SECRET in answer.text) == (401, False), path
