"""Rows held back have a page of their own, for those who may see them."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from services.importing import Answers, Import, held
from services.web.app import create_app
from services.web.signing_in import session
from tests.web.alder import Alder, alder
from tests.web.conftest import Browser

LOG = (
    b"Unit,Identified Issue,Date opened,Status\n"
    b"4 West,A surgeon shouted at the scrub nurse,2024-12-14,Open\n"
    b"4 West,Mrs Lopez waited for an hour,2024-12-15,Open\n"
)


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Alder]:
    made = alder(tmp_path / "alder-creek")
    with made.house:
        Import(made.house, Answers(), dry=False).run(io.BytesIO(LOG))
        yield made


def browser(here: Alder, login: str) -> Browser:
    client = create_app(here.house).test_client()
    with client.session_transaction() as kept:
        kept[session.TOKEN] = here.house.sessions.begin(here.who[login], here.clock())
    return Browser(client)


def decide(somebody: Browser, row: str, **typed: str) -> int:
    """Sends a decision with a token of the reader's own; the status of the answer."""
    token = re.search(r'name="csrf_token" value="([^"]*)"', somebody.get("/raise").text)
    assert token is not None
    return somebody.client.post(f"/import/held/{row}", data={"csrf_token": token[1], **typed}).status_code


def test_whoever_may_sees_them_and_lets_one_in_in_other_words(here: Alder) -> None:
    ines = browser(here, "ines")
    page = ines.get("/import/held")
    assert page.status_code == 200
    assert "shouted" in page.text
    assert re.search(r"row \d+ of the sheet: may be a respect incident", page.text)
    row = next(one for one in held.waiting(here.house) if one.can_enter)
    before = here.house.ledger.head()
    assert decide(ines, row.id, decision="enter", what="A count was questioned.", idea="") == 303
    assert here.house.ledger.head() > before
    assert row.id not in [one.id for one in held.waiting(here.house)]


@pytest.mark.parametrize(("login", "path"), [("ines", "/setup"), ("marco", "/unit/4-west/team")])
def test_whoever_decides_on_them_is_led_there(here: Alder, login: str, path: str) -> None:
    assert "2 rows of a sheet wait for a decision" in browser(here, login).get(path).text
    assert "wait for a decision" not in browser(here, "nora").get("/unit/4-west/team").text


def test_a_row_is_left_out_and_gone(here: Alder) -> None:
    ines = browser(here, "ines")
    before = here.house.ledger.head()
    for row in held.waiting(here.house):
        assert decide(ines, row.id, decision="leave") == 303
    assert held.waiting(here.house) == []
    assert here.house.ledger.head() == before
    assert "No row waits" in ines.get("/import/held").text


def test_nobody_else_sees_that_there_is_such_a_page(here: Alder) -> None:
    nurse = browser(here, "nora")
    assert nurse.get("/import/held").status_code == 404
    row, *others = held.waiting(here.house)
    assert decide(nurse, row.id, decision="leave") == 404
    assert len(held.waiting(here.house)) == 1 + len(others)
