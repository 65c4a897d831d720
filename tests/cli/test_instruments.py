"""What surveys ask, at the terminal: checked, brought in as a draft, taken out."""

import json
from contextlib import chdir
from pathlib import Path

import pytest

from assessments.instrument import published
from tests.assessments.exchange.test_reading_redcap import HEARD, RECORD, VISIT, sheet
from tests.assessments.tiny import document
from tests.cli.terminal import Terminal


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path / "home")


@pytest.mark.parametrize("form", ["heard", "fhir", "redcap"])
@pytest.mark.parametrize("name", ["respect-pulse", "sops-hospital-2"])
def test_out_and_checked_again(terminal: Terminal, tmp_path: Path, form: str, name: str) -> None:
    out = tmp_path / ("x.csv" if form == "redcap" else "x.json")
    gone = terminal("instrument", "export", name, "--to", form, "--out", str(out))
    assert gone.status == 0, gone.err
    assert ("scoring:" in gone.out) == (form != "heard")
    again = terminal("instrument", "check", str(out))
    assert again.status == 0, again.err
    assert f"{len(published()[name].items)} items" in again.out


def test_a_dictionary_becomes_a_draft(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "ours.csv"
    file.write_bytes(sheet(RECORD, VISIT, HEARD | {"field_note": "Think of today", "form_name": "wave"}))
    with chdir(tmp_path):
        said = terminal("instrument", "import", str(file))
        again = terminal("instrument", "import", str(file))
    assert said.status == 0, said.err
    assert "4/field_note: Field Note is not carried over: Think of today" in said.out
    draft = tmp_path / "form-1.draft.json"
    assert [one["id"] for one in json.loads(draft.read_text())["items"]] == ["visit", "heard"]
    assert (again.status, "is there already" in again.err) == (2, True)
    assert terminal("instrument", "check", str(draft)).status == 0


def test_what_is_wrong_is_said_where_it_stands(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "tiny.json"
    file.write_text(json.dumps(document(scoring="sum/1")))
    said = terminal("instrument", "check", str(file))
    assert (said.status, "  scoring: " in said.err) == (1, True)
    assert terminal("instrument", "export", "no-such", "--out", str(file)).status == 2
    assert terminal("instrument", "import", str(file)).status == 2
