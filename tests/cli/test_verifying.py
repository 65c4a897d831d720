"""Everything that is kept is read again: what was changed behind Heard's back is named by its position."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from services.ledger import sqlite
from services.proof.checkpoint import Checkpoint
from services.proof.note import Signing
from services.proof.signer import KEY
from services.verification import left, run
from tests.assessments.tiny import document
from tests.cli.terminal import Terminal

RAISE = ("do", "concern", "raise", "--unit", "4-west", "--kind", "concern", "--what", "x")
LAST = "(SELECT seq FROM head)"


@pytest.fixture(scope="session")
def spoken(started: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a hospital whose last two facts are concerns, the first of them under a head that was signed."""
    home = tmp_path_factory.mktemp("spoken") / "home"
    shutil.copytree(started, home)
    said = Terminal(home)
    assert [said(*RAISE).status, said("head").status, said(*RAISE).status] == [0, 0, 0]
    return home


@pytest.fixture
def alder(heard: Terminal, spoken: Path) -> Terminal:
    shutil.copytree(spoken, heard.home)
    return heard


def edited(file: str, *statements: str) -> Callable[[Path], None]:
    """Somebody has one of the files in hand."""

    def harm(place: Path) -> None:
        with sqlite3.connect(place / file) as opened:
            for statement in statements:
                opened.execute(statement)

    return harm


def test_everything_holds_and_nothing_is_written(alder: Terminal) -> None:
    before = (alder.place / sqlite.FILE).read_bytes()
    said = alder("verify")
    assert said.status == 0, said
    assert "VERIFIED 2 sealed texts, each the one that was sealed; 2 open with their keys" in said.out
    assert "and 2 heads" in said.out, "the one that was taken out of the house, and the last"
    assert "FAILED 0" in said.out
    assert "cannot be told from a true one" in said.out, "nobody gave a head from elsewhere"
    assert (alder.place / sqlite.FILE).read_bytes() == before
    assert not (alder.place / left.FILE).exists()


@pytest.mark.parametrize(
    ("harm", "behind", "why"),
    [
        (edited(sqlite.FILE, f"UPDATE events SET body = x'7b7d' WHERE seq = {LAST}"), 0, "is not as it was entered"),
        (
            edited(sqlite.FILE, f"UPDATE sealed SET cipher = zeroblob(40) WHERE seq = {LAST}"),
            0,
            "are not those that were",
        ),
        (edited(sqlite.FILE, f"DELETE FROM sealed WHERE seq = {LAST}"), 0, "no record says that they were erased"),
        (edited(sqlite.FILE, f"DELETE FROM events WHERE seq = {LAST} - 1"), 0, "what stood before fact"),
        (edited("vault.sqlite", "DELETE FROM keys"), 1, "is not in the vault"),
        (edited("vault.sqlite", "UPDATE keys SET key = zeroblob(32)"), 1, "does not open them"),
    ],
)
def test_what_was_changed_is_named_by_its_position(
    alder: Terminal, harm: Callable[[Path], None], behind: int, why: str
) -> None:
    with sqlite3.connect(alder.place / sqlite.FILE) as ledger:
        (last,) = ledger.execute("SELECT seq FROM head").fetchone()
    harm(alder.place)
    said = alder("verify")
    assert said.status == 1
    first = said.out.splitlines()[0]
    assert first.startswith(f"The first position that does not hold is fact {last - behind:,}: ")
    assert why in first
    assert "`heard restore` makes a hospital of the newest copy" in said.out


def test_documents_are_what_their_digests_say(alder: Terminal, tmp_path: Path) -> None:
    (tmp_path / "tiny.json").write_text(json.dumps(document()), encoding="utf-8")
    assert alder("instrument", "import", str(tmp_path / "tiny.json")).status == 0
    assert "VERIFIED 1 document" in alder("verify").out
    edited("attachments.sqlite", "UPDATE attachments SET body = x'00'")(alder.place)
    said = alder("verify")
    assert (said.status, "is not what its digest says" in said.out) == (1, True)
    edited("attachments.sqlite", "DELETE FROM attachments")(alder.place)
    assert "names is not among the attachments" in alder("verify").out.splitlines()[0]


def test_a_head_from_elsewhere_finds_what_nothing_here_shows(alder: Terminal, tmp_path: Path) -> None:
    """Signed with the hospital's own key, of another history of as many facts."""
    good, forged = tmp_path / "good", tmp_path / "forged"
    head = alder("head", "--json").found
    good.write_text(head["checkpoint"], encoding="utf-8")
    assert alder("verify", "--checkpoint", str(good)).status == 0
    key = Signing("heard/alder-creek", (alder.place / "signer" / KEY).read_bytes())
    forged.write_text(key.sign(Checkpoint("heard/alder-creek", 3, bytes(32)).text), encoding="utf-8")
    said = alder("verify", "--checkpoint", str(good), "--checkpoint", str(forged))
    assert said.status == 1
    assert "the first 3 facts are not those whose head was signed" in said.out
    strange = str(Signing("heard/alder-creek", bytes(32)).verifier)
    assert "signed here by another key than the one that was given" in alder("verify", "--key", strange).out
    longer = key.sign(Checkpoint("heard/alder-creek", 900, bytes(32)).text)
    forged.write_text(longer, encoding="utf-8")
    assert "some are lost" in alder("verify", "--checkpoint", str(forged)).out


def test_what_cannot_be_looked_at_is_no_verdict(alder: Terminal, tmp_path: Path) -> None:
    nothing = tmp_path / "nothing"
    nothing.write_text("nothing", encoding="utf-8")
    assert alder("verify", "--checkpoint", str(nothing)).status == 2
    assert alder("verify", "--key", "x", "--checkpoint", str(nothing)).status == 2
    assert alder("verify", "--hospital", str(tmp_path)).status == 2
    (alder.place / sqlite.FILE).write_bytes(b"nothing" * 1_000)
    said = alder("verify")
    assert said.status == 2
    assert said.err


class Stopped(Exception):
    """Somebody pulls the plug."""


def stop(_: run.Step) -> None:
    raise Stopped


def interrupt(alder: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check of this hospital that is stopped after five facts."""
    with monkeypatch.context() as small, closing(sqlite.open_reader(alder.place, "alder-creek")) as ledger:
        small.setattr("services.ledger.verifying.BATCH", 5)
        with pytest.raises(Stopped):
            run.verify(ledger, alder.place, (), stop)


def test_an_interrupted_check_goes_on_where_it_was_though_the_log_has_grown(
    alder: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupt(alder, monkeypatch)
    assert alder(*RAISE).status == 0
    found = alder("verify", "--json").found
    assert (found["after"], found["failed"]) == (5, 0)
    with sqlite3.connect(alder.place / sqlite.FILE) as ledger:
        assert ledger.execute("SELECT seq FROM head").fetchone() == (found["counts"]["facts"],)
    assert alder("verify", "--json").found["after"] == 0, "the next one is whole"


def test_what_was_read_before_and_is_no_longer_so_is_read_again(
    alder: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupt(alder, monkeypatch)
    edited(sqlite.FILE, "UPDATE events SET leaf = zeroblob(32) WHERE seq = 2")(alder.place)
    found = alder("verify", "--json").found
    assert found["after"] == 0
    assert found["flaws"][0] == {"seq": 2, "said": "fact 2 is not as it was entered"}


def test_what_does_not_hold_is_remembered_over_an_interruption(
    alder: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    edited(sqlite.FILE, "UPDATE events SET v = 7 WHERE seq = 2")(alder.place)
    interrupt(alder, monkeypatch)
    found = alder("verify", "--json").found
    assert (found["after"], found["failed"]) == (5, 1)
    assert alder("verify", "--anew").status == 1
