"""Every command as a page, over HTTP: it asks what it must, takes nothing wrong, and never breaks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from assessments import goal
from assessments.campaign import commands as campaign
from assessments.self_assessment import commands as assessment
from services.web.app import create_app
from services.web.signing_in import session
from services.wording.questions import questions
from tests.web.alder import Alder, alder
from tests.web.conftest import Browser
from tests.web.summer import summer
from workflows import lexicon
from workflows.conduct import commands as conduct
from workflows.focus.commands import Declare
from workflows.hospital.commands import Appoint
from workflows.kernel.grammar import Command
from workflows.learning.commands import Open as Learn
from workflows.measure.commands import Register
from workflows.message.commands import Send
from workflows.notice import commands as notice
from workflows.pace import Begin
from workflows.panel import stream_of
from workflows.partnership.commands import Nominate
from workflows.presentation import Record
from workflows.respect.commands import Report
from workflows.standard.commands import NoteGap

ODD = ("", "\x00", "x" * 9000, "2025-02-30", "{{ 7 * 7 }}<b>", "٣")
"""Answers nobody means."""

NOT_A_LEADERS = (
    "campaign.count",
    "message.read_back",
    "respect.withdraw",
    "respect.fall_due",
    "respect.climb",
    "subject.forget",
    "trail.note",
    "trail.count",
    "partnership.propose_graduation",
    "partnership.count_rounds",
    "partnership.close_month",
    "panel.begin_reviewing",
    "panel.end_reviewing",
    "panel.fall_due",
    "pace.begin",
    "pace.count",
    "pace.end",
    "pace.fall_due",
)
"""The reporter's own, the team's own, and the machine's."""

COMMANDS = pytest.mark.parametrize("kind", lexicon.COMMAND_TYPES.values(), ids=lexicon.COMMAND_TYPES)


class Desk:
    """The quality director at work in a hospital with a summer behind it; the privacy officer where it is hers."""

    def __init__(self, here: Alder, app: Flask) -> None:
        self.here = here
        self.first = {"hospital": "hospital"}
        for noun in ("unit", "concern", "issue", "barrier", "rounds", "respect", "grievance", "decision", "promise"):
            self.first[noun] = next(iter(here.house.ledger.streams(noun)))
        name = Nominate(unit="icu", executive=here.who["ruth"], rank="vice_president")
        message = Send(unit="4-west", topic="safety", words="Two check every bag.")
        self.first["message"] = here.does("ines", message)
        promised = Declare(unit="4-west", quarter="2025-Q3", owner="role-cno", pledge="Everybody is answered.")
        self.first["focus"] = here.does("ines", promised)
        minutes = Record(day="2025-07-01", minutes=90, safety_minutes=20)
        self.first["presentation"] = here.does("ines", minutes)
        self.first["notice"] = here.does("ines", notice.Open(what="A fall.", known="2025-07-01"))
        self.first["partnership"] = here.does("operator", name)
        gap = NoteGap(item="mission", unit="4-west", owner="role-cno", due="2030-01-01")
        self.first["standard"] = here.does("operator", gap)
        falls = {"title": "Falls", "kind": "count", "definition": "x", "source": "x", "owner": here.who["ruth"]}
        self.first["measure"] = here.does("operator", Register(unit="4-west", **falls))  # type: ignore[arg-type]  # as they are
        self.first["panel"] = stream_of("4-west")
        self.first["learning"] = here.does("operator", Learn(unit="icu", what="The wrong bag hung for an hour"))
        raters = tuple(here.who[login] for login in ("ines", "ruth", "dana"))
        ask = assessment.Open(raters=raters, facilitator=here.who["ruth"], closes="2025-07-18")
        self.first["assessment"] = here.does("ines", ask)
        aim = goal.Agree(figure="kept", horizon="near", target=80, due="2025-12-31", owner=here.who["ruth"])
        self.first["goal"] = here.does("ines", aim)
        self.first["campaign"] = here.does("marco", campaign.Open(unit="4-west", closes="2099-01-01"))
        self.first["pace"] = here.does("operator", Begin(unit="icu", since="2025-01-06"))
        for role in ("privacy_officer", "counsel"):
            here.does("operator", Appoint(person=here.who["ines"], role=role, since="2025-01-06"), "hospital")
        looked_at = conduct.Open(person=here.who["sam"], did="Hung it alone.")
        self.first["conduct"] = here.does("otis", looked_at)
        self.browser = self._signed_in(app, "ines")
        self.keeper = self._signed_in(app, "pia")
        page = self.browser.get("/raise").text
        self.token = page.split('name="csrf_token" value="')[1].split('"', 1)[0]

    def _signed_in(self, app: Flask, login: str) -> Browser:
        client = app.test_client()
        with client.session_transaction() as kept:
            kept[session.TOKEN] = self.here.house.sessions.begin(self.here.who[login], self.here.clock())
        return Browser(client)

    def ask(self, kind: type[Command]) -> TestResponse:
        return (self.keeper if kind.VERB.startswith("respect.") else self.browser).get(self.address(kind))

    def address(self, kind: type[Command]) -> str:
        noun, verb = kind.VERB.split(".")
        to = self.first.get(noun, f"{noun}-00000000000000000000000000")
        return f"/do/{noun}/{verb}" + ("" if lexicon.begins(kind) else f"?to={to}")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    here = alder(Path(tmp_path_factory.mktemp("commands")) / "alder-creek")
    with here.house:
        summer(here)
        here.does("nora", Report(kind="retaliation", what="I lost my shifts for it."))
        yield Desk(here, create_app(here.house))


@COMMANDS
def test_a_form_asks_every_question_that_must_be_answered(desk: Desk, kind: type[Command]) -> None:
    answer = desk.ask(kind)
    noun = kind.VERB.partition(".")[0]
    if kind.VERB in NOT_A_LEADERS or (
        noun in ("waiver", "story", "subject", "identity", "trail") and not lexicon.begins(kind)
    ):
        assert answer.status_code == 404
        return
    assert answer.status_code == 200, kind.VERB
    for question in questions(kind):
        if question.required:
            assert f'name="{question.name}"' in answer.text, question.name


@COMMANDS
def test_odd_answers_are_told_and_nothing_breaks(desk: Desk, kind: type[Command]) -> None:
    for odd in ODD:
        typed = {question.name: odd for question in questions(kind)}
        answer = desk.browser.client.post(desk.address(kind), data={"csrf_token": desk.token, **typed})
        assert answer.status_code in (303, 404, 409, 422), (kind.VERB, odd)


@pytest.mark.parametrize(
    "path",
    [
        "/do/concern/nothing",
        "/do/nothing/raise",
        "/do/issue/answer",
        "/do/issue/answer?to=barrier-00000000000000000000000000",
        "/do/issue/answer?to=issue-",
        "/do/issue/answer?to=%00",
        "/issue/x",
        "/barrier/x",
        "/voice/x",
        "/rounds/x",
        "/unit/%2e%2e",
        "/import/x",
        "/static/../app.py",
        "/nothing",
        "/unit/4-west/nothing",
    ],
)
def test_addresses_that_lead_nowhere_say_so_and_keep_the_places(desk: Desk, path: str) -> None:
    answer = desk.browser.get(path)
    assert answer.status_code == 404
    assert "There is nothing here" in answer.text
    assert ("Sign out" in answer.text) is not path.startswith("/static")


@pytest.mark.parametrize(
    "query", ["?as_of=", "?as_of=%00", "?on=2025-13-01", "?as_of=99999999999999", "?day=x&reading=on", "?show=<b>"]
)
@pytest.mark.parametrize(
    "path", ["/unit/4-west", "/desk", "/answers", "/units", "/unit/4-west/rounds", "/unit/4-west/team"]
)
def test_odd_moments_are_told_and_today_is_shown(desk: Desk, path: str, query: str) -> None:
    answer = desk.browser.get(path + query)
    assert answer.status_code == 200
    assert "As it was" not in answer.text
