"""A nurse is made to pay for speaking up and says so without her name. The privacy officer answers; she learns that it was
addressed. Whoever leads her unit, and an executive, can find nothing of it, wherever and however they look."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from services import admission, api
from services.web.app import create_app
from tests.api.ward import ROOT
from tests.web.alder import Alder, alder
from tests.web.conftest import Browser

SAID = "Since I spoke about the fax I get every weekend on the plan."
ANSWER = "I have read it and look at the plan myself this week."
DONE = "The plan is made by somebody else from now on."
ACCUSED = "Whoever makes the plan on 4 West"
PAGES = ("/", "/desk", "/answers", "/units", "/respect", "/privileged", "/unit/4-west", "/unit/4-west/rounds")
READS = (
    "/units/4-west/board",
    "/units/4-west/timeline",
    "/units/4-west/answers",
    "/units/4-west/due",
    "/desks/me",
    "/desks/role-privacy-officer",
    "/incidents",
    "/reports",
)


class Story:
    """The hospital, its pages and its API, for whoever comes."""

    def __init__(self, here: Alder) -> None:
        self.here = here
        self._pages = create_app(here.house)
        self._api = Flask("story")
        api.install(self._api, here.house)

    def somebody(self, login: str) -> Browser:
        client: FlaskClient = self._pages.test_client()
        with client.session_transaction() as kept:
            kept["token"] = self.token(login)
        return Browser(client)

    def nobody(self) -> FlaskClient:
        client: FlaskClient = self._pages.test_client()
        return client

    def token(self, login: str) -> str:
        return self.here.house.sessions.begin(self.here.who[login], self.here.clock())

    def everything_for(self, login: str, stream: str) -> str:
        """All that somebody gets to see: today, as it was known, and as it was."""
        pages, signed = self.somebody(login), {"Authorization": f"Bearer {self.token(login)}"}
        moments = ("", "?as_of=2025-02-05", "?on=2025-02-05")
        own = (f"/respect/{stream}", f"/voice/{stream}")
        seen = [pages.get(path + moment).text for path in (*PAGES, *own) for moment in moments]
        reads = (*READS, f"/incidents/{stream}", f"/concerns/{stream}", f"/issues/{stream}/timeline")
        client = self._api.test_client()
        seen += [client.get(ROOT + path + moment, headers=signed).text for path in reads for moment in moments]
        return "\n".join(seen)


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    here = alder(tmp_path / "alder-creek")
    with here.house:
        yield Story(here)


def _hidden(page: str) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page))


def _report(story: Story) -> str:
    """On the public page, without a name; gives the code of the receipt."""
    nobody = story.nobody()
    form = nobody.get("/speak/4-west?kind=retaliation").text
    typed = _hidden(form) | {"what": SAID, "kind": "retaliation", "speaker": "anonymous", "unit": "4-west"}
    receipt = nobody.post("/speak/4-west", data=typed)
    assert receipt.status_code == 200, receipt.text
    return typed["code"]


def test_retaliation_is_answered_and_nobody_it_is_about_finds_it(story: Story) -> None:
    here = story.here.on("2025-02-03")
    empty = {login: _counted(story.everything_for(login, "respect-none")) for login in ("marco", "ruth")}
    code = _report(story)
    pia = story.somebody("pia")
    waiting = pia.get("/respect").text.split('href="/respect/')[1].split('"')[0]
    assert pia.send(f"/do/respect/acknowledge?to={waiting}", answer=ANSWER).status_code == 303
    assert ANSWER in story.nobody().post("/heard", data={"code": code}).text

    admission.admit(here.house)
    (stream,) = here.house.ledger.streams("respect")
    here.on("2025-02-10")
    pia = story.somebody("pia")
    pia.send(f"/do/respect/weigh?to={stream}", tier="plan", why=f"{ACCUSED} did it before.")
    assert pia.send(f"/do/respect/address?to={stream}", note=DONE).status_code == 303
    heard = story.nobody().post("/heard", data={"code": code}).text
    assert "It was dealt with" in heard
    assert DONE not in heard
    assert DONE in pia.get(f"/respect/{stream}").text

    assert SAID in story.everything_for("pia", stream)
    assert empty["marco"]
    for login in ("marco", "ruth"):
        found = story.everything_for(login, stream)
        assert [one for one in (SAID, ANSWER, DONE, ACCUSED, "respect-") if one in found] == []
        assert _counted(found) == empty[login]
    _kept_sealed(here, stream)


def _counted(seen: str) -> list[str]:
    """Every number of voices an answer of the API gives."""
    return re.findall(r'"counts":\{[^}]*\}', seen)


def _kept_sealed(here: Alder, stream: str) -> None:
    """No file holds a word of it, and no fact of it its unit or a person."""
    here.house.reader.pull()
    kept = b"".join(path.read_bytes() for path in here.house.directory.rglob("*") if path.is_file())
    assert [one for one in (SAID, ANSWER, DONE, ACCUSED) if one.encode() in kept] == []
    facts = b"".join(row[6] + row[7] for row in here.house.ledger.stream_rows(stream))
    assert b"4-west" not in facts
    assert [who for who in here.who.values() if who.encode() in facts] == []
