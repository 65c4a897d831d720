"""A nurse is refused. A month later somebody with the run of the machine makes of the refusal that it was done. A surveyor who
was given one page a month before finds it on a machine of her own, with Python and nothing else."""

import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from services.bootstrap import open_house
from services.clerk.access import OPERATOR
from services.evidence.bundle import write
from services.evidence.scope import Scope
from services.house import House
from services.ledger import sqlite
from services.ledger.entry import inner, leaf, line
from services.proof.signer import DIRECTORY, LAST, SIGNED, Contradicted
from services.verification import verify
from tests.web.alder import alder
from workflows.concern.commands import Answer, Raise

REFUSED, DONE = b'"outcome":"not_possible"', b'"outcome":"done"'


class Surveyor:
    """What she has: a desk, and the page that she took home in July with the public key and the head of the ledger."""

    def __init__(self, desk: Path) -> None:
        desk.mkdir()
        self.desk = desk
        self.page = desk / "page.txt"
        self.key = ""

    def takes_home(self, house: House) -> None:
        self.key = house.proof.verifier
        self.page.write_text(f"Alder Creek, 3 July\n\n{house.proof.checkpoint()[1]}", encoding="utf-8")

    def checks(self, bundle: Path, *, by_the_page: bool = True) -> tuple[int, str]:
        """No package, no setting of the machine, no network."""
        with zipfile.ZipFile(bundle) as packed:
            packed.extractall(self.desk / bundle.stem)
        asked = [sys.executable, "-I", "-S", "verify.py", "--key", self.key]
        asked += ["--checkpoint", str(self.page)] if by_the_page else []
        told = subprocess.run(asked, cwd=self.desk / bundle.stem, env={}, capture_output=True, text=True, check=False)
        return told.returncode, told.stdout


@pytest.fixture
def ada(tmp_path: Path) -> Surveyor:
    return Surveyor(tmp_path / "desk")


@pytest.fixture
def creek(tmp_path: Path, ada: Surveyor) -> Path:
    """The hospital's directory, a month after a nurse was refused and a surveyor took a page home."""
    here = alder(tmp_path / "alder-creek")
    with here.house as house:
        here.on("2025-06-02")
        voice = here.does("nora", Raise(unit="4-west", kind="concern", what="One lift for three units"))
        here.on("2025-06-20")
        here.does("marco", Answer(answer="There is no money", reason="No money", outcome="not_possible"), voice)
        here.on("2025-07-03")
        ada.takes_home(house)
        here.on("2025-08-01")
        here.does("nora", Raise(unit="4-west", kind="concern", what="Still one lift"))
        assert ada.checks(handed_out(house, tmp_path / "august.zip"))[0] == 0
    return tmp_path / "alder-creek"


def handed_out(house: House, bundle: Path) -> Path:
    write(bundle, house, OPERATOR, Scope("hospital", "alder-creek"), lambda _: None)
    return bundle


def made_done(creek: Path, *, with_its_leaf: bool) -> int:
    """The refusal becomes what was done, in the ledger's file; whoever knows the rules gives it a leaf that fits."""
    with sqlite3.connect(creek / sqlite.FILE) as file:
        asked = "SELECT seq, hospital, unit, unit_seq, at, head, body, leaf FROM events WHERE name = 'concern.answered'"
        ((seq, hospital, unit, nth, at, head, body, kept),) = file.execute(asked).fetchall()
        assert REFUSED in body
        other = body.replace(REFUSED, DONE)
        fits = leaf(line(hospital, seq, unit, nth, at), inner(head, other)) if with_its_leaf else kept
        file.execute("UPDATE events SET body = ?, leaf = ? WHERE seq = ?", (other, fits, seq))
    return int(seq)


def test_in_the_ledger_s_file_it_is_named_by_its_place(creek: Path, ada: Surveyor) -> None:
    seq = made_done(creek, with_its_leaf=False)
    with open_house(creek) as house:
        found = verify(house.ledger, creek, (), lambda _: None)
        assert found.first is not None
        assert (found.first.seq, found.first.said) == (seq, f"fact {seq} is not as it was entered")
        status, said = ada.checks(handed_out(house, creek.parent / "given.zip"))
    assert status == 1
    assert f"entry {seq} is not the one that was in the log" in said


def test_by_the_rules_the_signer_gives_no_evidence_of_it(creek: Path) -> None:
    made_done(creek, with_its_leaf=True)
    with open_house(creek) as house, pytest.raises(Contradicted, match="restored from an older copy, or rewritten"):
        handed_out(house, creek.parent / "given.zip")
    assert not (creek.parent / "given.zip").exists()


def test_with_the_signer_s_key_too_only_the_page_she_kept_shows_it(creek: Path, ada: Surveyor) -> None:
    made_done(creek, with_its_leaf=True)
    for kept in (LAST, SIGNED):
        (creek / DIRECTORY / kept).unlink()
    with open_house(creek) as house:
        given = handed_out(house, creek.parent / "given.zip")
    assert ada.checks(given, by_the_page=False)[0] == 0, "without a head from outside nobody can tell, and Help says so"
    status, said = ada.checks(given)
    assert status == 1
    assert "The log does not continue the" in said
    assert "facts of the checkpoint you kept" in said
