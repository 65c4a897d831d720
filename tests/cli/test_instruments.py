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
    assert terminal("instrument", "import", str(file)).status == 1  # there is no hospital


@pytest.fixture
def alder(tmp_path: Path) -> Terminal:
    terminal = Terminal(tmp_path / "home")
    assert terminal.start().status == 0
    return terminal


def own(folder: Path, **otherwise: object) -> str:
    file = folder / "own.json"
    file.write_text(json.dumps(document(**{"id": "our-pulse", **otherwise})))
    return str(file)


def test_a_hospital_publishes_its_own_and_a_version_never_changes(alder: Terminal, tmp_path: Path) -> None:
    first = alder("instrument", "import", own(tmp_path))
    assert first.status == 0, first.err
    assert "our-pulse, version 1, can be asked now" in first.out
    assert "was published before" in alder("instrument", "import", own(tmp_path)).out
    changed = alder("instrument", "import", own(tmp_path, source="Elsewhere."))
    assert (changed.status, "Version 1 of our-pulse is published" in changed.err) == (1, True)
    assert alder("instrument", "import", own(tmp_path, source="Elsewhere.", version=2)).status == 0
    listed = alder("instrument", "list", "--json").found["tables"]["What can be asked"]
    assert [(one["Version"], one["From"]) for one in listed if one["Name"] == "our-pulse"] == [(2, "here")]
    out = tmp_path / "out.json"
    assert alder("instrument", "export", "our-pulse", "--out", str(out)).status == 0
    assert json.loads(out.read_bytes()) == json.loads(Path(own(tmp_path, source="Elsewhere.", version=2)).read_bytes())
    opened = alder("do", "campaign", "open", "--unit", "4 West", "--instrument", "our-pulse", "--closes", "2199-01-01")
    assert opened.status == 0, opened.err


@pytest.mark.parametrize(
    ("otherwise", "why"),
    [
        ({"id": "today"}, "came with Heard and stays what it is"),
        ({"id": "Our_Pulse"}, "small letters"),
        ({"id": "saq-short"}, "More than words differs"),
        ({"scoring": "sum/1"}, "scoring"),
    ],
)
def test_what_may_not_be_published_is_said(
    alder: Terminal, tmp_path: Path, otherwise: dict[str, str], why: str
) -> None:
    said = alder("instrument", "import", own(tmp_path, **otherwise))
    assert (said.status, why in said.err) == (1, True)


def test_a_structure_is_given_its_words(alder: Terminal, tmp_path: Path) -> None:
    ask = ("do", "campaign", "open", "--unit", "4 West", "--instrument", "saq-short", "--closes", "2199-01-01")
    assert alder(*ask).status == 1
    sheet = tmp_path / "saq.csv"
    lines = [f"{item.id},Our words of {item.id}" for item in published()["saq-short"].items]
    sheet.write_text("\n".join(["item,en", *lines[:-1]]))
    lacking = alder("instrument", "import", str(sheet), "--words-of", "saq-short")
    assert (lacking.status, "1 of its items have no words" in lacking.err) == (1, True)
    sheet.write_text("\n".join(["item,en", *lines]))
    given = alder("instrument", "import", str(sheet), "--words-of", "saq-short")
    assert given.status == 0, given.err
    assert alder("instrument", "import", str(sheet), "--words-of", "saq-short").out.startswith(
        "saq-short, version 1, was"
    )
    sheet.write_text("\n".join(["item,en", *lines]).replace("Our words", "Better words"))
    assert "saq-short, version 2, can" in alder("instrument", "import", str(sheet), "--words-of", "saq-short").out
    assert alder(*ask).status == 0
