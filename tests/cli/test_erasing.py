"""The operator erases a voice; the doctor says so; a copy does not bring it back."""

import re
from pathlib import Path

from tests.cli.terminal import Said, Terminal

BASIS = ("--basis", "asked_by_the_person", "--approver", "Ines Ferreira")


def raised(alder: Terminal) -> str:
    said = alder("do", "concern", "raise", "--unit", "4-west", "--what", "Canary", "--json")
    stream: str = said.found["stream"]
    return stream


def ledger_line(said: Said) -> str:
    return next(line for line in said.out.splitlines() if " ledger " in line)


def test_an_erased_voice_verifies_with_its_record(alder: Terminal, tmp_path: Path) -> None:
    voice = raised(alder)
    said = alder("erase", voice, *BASIS)
    assert said.status == 0, said
    assert "Erased: 1 record" in said.out
    assert re.search(r"^ok .*words were erased with record \d+$", ledger_line(alder("doctor")))
    assert alder("backup", str(tmp_path / "copies")).status == 0
    restored = alder("restore", str(tmp_path / "copies"), str(tmp_path / "again"))
    assert restored.status == 0, restored
    again = alder("doctor", "--hospital", str(tmp_path / "again"))
    assert re.search(r"^ok .*words were erased with record \d+$", ledger_line(again))


def test_what_a_hold_keeps_waits_and_the_terminal_says_so(alder: Terminal) -> None:
    voice = raised(alder)
    alder("do", "hold", "place", "--reason", "Doe against the hospital", "--about", voice)
    said = alder("erase", voice, *BASIS)
    assert re.search(r"Waiting: 1 record, kept by legal hold #\d+", said.out)
    hold = re.findall(r"#(\d+)", said.out)[0]
    alder("do", "hold", "lift", "--hold", hold, "--reason", "Settled")
    assert "Erased: 2 records" in alder("erase", voice, *BASIS).out, "both requests, the record once"


def test_all_that_a_person_said_and_the_person(alder: Terminal) -> None:
    said = alder("erase", "Tom Hale", "--entry", *BASIS)
    assert said.status == 0, said
    assert "Nobody here is called 'Tom Hale'" in alder("erase", "Tom Hale", *BASIS).err


def test_what_cannot_be_erased_is_said(alder: Terminal) -> None:
    assert "There is no such concern" in alder("erase", "concern-" + "0" * 26, *BASIS).err
    assert "There is no issue #9999" in alder("erase", "#9999", *BASIS).err
    assert alder("erase", "Tom Hale", "--basis", "because", "--approver", "Ines Ferreira").status == 2
    assert "Name somebody else" in alder("erase", "Tom Hale", "--basis", "law", "--approver", "Tom Hale").err
