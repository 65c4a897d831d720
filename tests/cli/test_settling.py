"""Documents of the set-up at the terminal: out, changed, and in again; what must not be is refused in a sentence."""

import json
from pathlib import Path

from tests.cli.terminal import Terminal


def test_a_document_goes_out_and_comes_in_changed(alder: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "team.json"
    team = alder("setting", "show", "team", "--json").found
    file.write_text(json.dumps(team | {"chairs": ["nurse"]}), encoding="utf-8")
    adopt = ("setting", "adopt", "team", str(file), "--reason", "We are few.")
    assert "team is in force now." in alder(*adopt).out
    assert "team was in force already." in alder(*adopt).out
    assert alder("setting", "show", "team", "--json").found["chairs"] == ["nurse"]
    assert json.loads(alder("setting", "show", "team", "--came").out) == team
    file.write_text('{"answer_days": 6}', encoding="utf-8")
    assert "terms is in force now." in alder("setting", "adopt", "terms", str(file)).out


def test_what_must_not_be_is_refused_in_a_sentence(alder: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "rights.json"
    for document, said in (
        ('{"executive": {"also": ["read.respect"]}}', "“Executive” is not given read.respect"),
        ("{", "not a valid rights document"),
    ):
        file.write_text(document, encoding="utf-8")
        told = alder("setting", "adopt", "rights", str(file), "--reason", "x")
        assert (told.status, said in told.err) == (1, True), told
    standards = alder("setting", "show", "standards", "--json").found
    standards["items"]["plan_b"]["group"] = "moon"
    file.write_text(json.dumps(standards), encoding="utf-8")
    assert "moon is named here" in alder("setting", "adopt", "standards", str(file)).err


def test_a_reason_is_asked_for_where_it_is_kept_and_nowhere_else(alder: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "some.json"
    file.write_text("{}", encoding="utf-8")
    assert "Say why with --reason" in alder("setting", "adopt", "team", str(file)).err
    assert "keeps no reason" in alder("setting", "adopt", "terms", str(file), "--reason", "x").err
