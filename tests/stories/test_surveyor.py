"""A surveyor arrives unannounced. Staff drive first; then she reads for herself, for some hours, and takes away what she checks
on a machine that has Python and nothing else."""

import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from services.errands.carrying import carry_out
from services.errands.errand import ExportEvidence
from services.web.app import create_app
from services.web.signing_in import session
from tests.web.alder import Alder, alder
from tests.web.conftest import Browser, Enter
from tests.web.summer import summer
from tests.web.test_pages_replay import words
from workflows.concern.commands import Raise
from workflows.privilege.commands import Designate
from workflows.trail import Noted

LIFT = "One bariatric lift for three units"
SECRET = "The wrong syringe was within reach"  # noqa: S105 - words, not a password
OWN = "what is heard is answered"


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Alder]:
    made = alder(tmp_path_factory.mktemp("survey") / "alder-creek", sample=False)
    with made.house:
        summer(made)
        privileged = made.does("nora", Raise(unit="4-west", what=SECRET))
        made.does("ines", Designate(about=privileged, reason="Counsel asks."))
        yield made


@pytest.fixture
def enter_as(here: Alder) -> Enter:
    """Signs somebody in who works here."""

    def signed_in(login: str) -> Browser:
        browser = client(here)
        with browser.session_transaction() as kept:
            kept[session.TOKEN] = here.house.sessions.begin(here.who[login], here.clock())
        return Browser(browser)

    return signed_in


def number(here: Alder, title: str) -> int:
    """What an issue is called by."""
    here.house.reader.pull()
    with here.house.views.look() as look:
        issues = look.issues(["4-west"])
    opened = here.house.door.open([one.row.title for one in issues], lambda _: True)
    return next(one.row.matter.number for one in issues if opened[one.row.title].startswith(title))


def client(here: Alder) -> FlaskClient:
    return create_app(here.house).test_client()


def read_log(here: Alder, person: str) -> list[tuple[str, str, str | None]]:
    """What somebody looked at, as the read log has it."""
    ledger, fact = here.house.ledger, here.house.clerk.mapper.fact
    noted = (fact(row) for stream in ledger.streams("trail") for row in ledger.stream_rows(stream))
    return [
        (one.event.how, one.event.what, one.event.about)
        for one in sorted(noted, key=lambda one: one.seq)
        if isinstance(one.event, Noted) and one.head.by.id == person
    ]


def test_a_surveyor_reads_for_some_hours_and_checks_without_us(here: Alder, tmp_path: Path, enter_as: Enter) -> None:
    ines = enter_as("ines")
    found = ines.get(f"/trace?number={number(here, LIFT)}").location
    assert "privileged or restricted" in words(ines.get(found).text), (
        "staff drive, and the paper says what may be missing"
    )

    told = words(ines.send("/setup/surveyor", name="Ada Stone", hours="4").text)
    login, password = re.search(r"Login (\S+) Password (\S+)", told).groups()  # type: ignore[union-attr] # both are told
    (ada,) = (one.id for one in here.house.people.named("Ada Stone"))
    browser = Browser(client(here))
    assert browser.send("/sign-in", login=login, password=password).location == "/password"
    browser.send("/password", password=OWN)

    page = browser.get(found)
    assert page.status_code == 200
    assert "You read here as a surveyor until" in page.text
    assert "some may be left out" in page.text
    for path in ("/registers", "/unit/4-west", "/unit/4-west/replay", "/unit/4-west/rounds", "/figures"):
        read = browser.get(path)
        assert read.status_code == 200, path
        assert SECRET not in read.text
    for path in ("/respect", "/privileged", "/setup/people", "/privacy", "/grievances"):
        assert browser.get(path).status_code == 404, path
    voices = len(list(here.house.ledger.streams("concern")))
    browser.send("/raise", unit="4-west", what="A word of hers")
    assert len(list(here.house.ledger.streams("concern"))) == voices, "she reads, and does nothing"

    log = read_log(here, ada)
    assert ("viewed", "trace", found.removeprefix("/trace/")) in log
    assert ("viewed", "tracking_log", "unit-4-west") in log
    assert ("viewed", "register", None) in log

    here.clock.moment += 4 * 3_600_000_000
    assert browser.get(found).location.startswith("/sign-in"), "it ended by itself"
    again = Browser(client(here)).send("/sign-in", login=login, password=OWN)
    assert "The time you were given here is over." in again.text
    assert read_log(here, ada) == log

    taken(here, tmp_path)


def taken(here: Alder, tmp_path: Path) -> None:
    """A unit's bundle, checked with Python alone: no packages, no settings of the machine, another directory."""
    bundle = tmp_path / "evidence.zip"
    assert carry_out(here.house, ExportEvidence(to=str(bundle), unit="4-west"), print).status == 0
    with zipfile.ZipFile(bundle) as packed:
        packed.extractall(tmp_path / "hers")
    asked = [sys.executable, "-I", "-S", "verify.py", "--key", here.house.proof.verifier]
    checked = subprocess.run(asked, cwd=tmp_path / "hers", env={}, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "nothing of" in checked.stdout.lower() or "4-west" in checked.stdout
    entries = tmp_path / "hers" / "entries"
    entries.write_bytes(entries.read_bytes().replace(b"concern.raised", b"concern.raisee", 1))
    forged = subprocess.run(asked, cwd=tmp_path / "hers", env={}, capture_output=True, text=True, check=False)
    assert forged.returncode == 1, forged.stdout
