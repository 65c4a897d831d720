"""A ledger that does not continue what was signed or witnessed of it is not served: a file put back, a copy too old, a history
rewritten. The drill of a restored copy, each way it can go wrong."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest

from services import clock
from services.bootstrap import open_house
from services.erasing import copies
from services.ledger.sqlite import FILE as LEDGER
from services.proof.apart import SOCKET
from services.proof.note import verifier_of
from services.proof.policy import FILE as POLICY
from services.proof.signer import DIRECTORY, Contradicted
from services.proof.witness import Witness
from services.serving import continuing
from services.serving.witnessing import Listening, listening
from tests.cli.terminal import Terminal
from tests.erasing.conftest import Guarded, guarded
from workflows.concern.commands import Raise
from workflows.kernel.moments import MICRO

__all__ = ["guarded"]

RAISE = ("do", "concern", "raise", "--unit", "4-west", "--kind", "concern", "--what", "x")


def spoken(guarded: Guarded) -> None:
    guarded.does(guarded.nurse, Raise(unit="4-west", what="One lift for three units"))


def restored(guarded: Guarded, to: Path) -> Path:
    """A copy, brought back; what was entered and signed since is not in it."""
    guarded.house.proof.checkpoint()
    copies.make(guarded.house, to / "copies")
    spoken(guarded)
    guarded.house.proof.checkpoint()
    copies.restore(to / "again", to / "copies")
    return to / "again"


def test_a_copy_that_nothing_speaks_against_is_served(guarded: Guarded, tmp_path: Path) -> None:
    with open_house(restored(guarded, tmp_path)) as house:
        continuing.hold(house, None)


def test_a_copy_that_is_too_old_for_a_head_kept_elsewhere_is_not(guarded: Guarded, tmp_path: Path) -> None:
    again, kept = restored(guarded, tmp_path), tmp_path / "kept"
    kept.write_text(f"On 2 March:\n\n{guarded.house.proof.checkpoint()[1]}\nThat is all.\n", encoding="utf-8")
    size = guarded.house.ledger.head()[0]
    with (
        open_house(again) as house,
        pytest.raises(Contradicted, match=rf"kept the ledger had {size} facts.*`heard restore`"),
    ):
        continuing.hold(house, kept)
    kept.write_text("nothing", encoding="utf-8")
    with open_house(again) as house, pytest.raises(Contradicted, match="holds no head of"):
        continuing.hold(house, kept)


@pytest.fixture
def office(guarded: Guarded, tmp_path: Path) -> Iterator[Listening]:
    """A compliance office that witnesses the hospital's log."""
    keys = [verifier_of(guarded.house.proof.verifier)]
    witness = Witness(tmp_path / "witness", "office.example", keys, lambda: clock.now() // MICRO)
    with listening(witness, "127.0.0.1", 0) as server:
        Thread(target=server.run, daemon=True).start()
        policy = f"witness office {witness.verifier} http://127.0.0.1:{server.port}\nquorum office\n"
        (guarded.directory / POLICY).write_text(policy, encoding="utf-8")
        guarded.house._proof = None
        yield server


def test_a_copy_that_is_older_than_what_a_witness_has_seen_is_not(
    guarded: Guarded, office: Listening, tmp_path: Path
) -> None:
    again = restored(guarded, tmp_path)
    assert guarded.house.proof.cosigned()[2] == ()
    with open_house(again) as house, pytest.raises(Contradicted, match=r"office\.example has seen .* `heard restore`"):
        continuing.hold(house, None)
    continuing.hold(guarded.house, None)  # the one that went on
    office.close()
    with open_house(again) as house:
        continuing.hold(house, None)  # a witness that does not answer holds up nobody


def put_back(alder: Terminal, before: Path) -> None:
    shutil.copy(before, alder.place / LEDGER)


def rewritten(alder: Terminal, _: Path) -> None:
    """By the rules: its leaf too."""
    with sqlite3.connect(alder.place / LEDGER) as ledger:
        ledger.execute("UPDATE events SET leaf = zeroblob(32) WHERE seq = 3")


@pytest.mark.parametrize(
    ("harm", "why"),
    [
        (put_back, "it was restored from an older copy, or lost its end"),
        (rewritten, "facts were others: they were rewritten"),
    ],
)
def test_a_file_that_was_changed_behind_the_signer_is_not_served_and_it_says_what_to_do(
    alder: Terminal, tmp_path: Path, harm: Callable[[Terminal, Path], None], why: str
) -> None:
    before = tmp_path / LEDGER
    shutil.copy(alder.place / LEDGER, before)
    assert [alder(*RAISE).status, alder("head").status] == [0, 0]
    harm(alder, before)
    refused = alder("serve", "--port", "0")
    assert refused.status == 1
    assert why in refused.err
    assert "Restore a copy that holds those facts: `heard restore`." in refused.err
    assert "FAULT" in alder("doctor").out
    shutil.move(alder.place / DIRECTORY, tmp_path / "away")
    with alder.serving() as served:
        assert served.address, "whoever has nothing else goes on, under a new key"


def test_while_a_signer_elsewhere_is_silent_an_older_copy_is_not_served(
    alder: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("services.serving.server.PATIENCE", 0.1)
    shutil.move(alder.place / DIRECTORY, tmp_path / "elsewhere")
    before = tmp_path / LEDGER
    shutil.copy(alder.place / LEDGER, before)
    (alder.place / SOCKET).symlink_to(tmp_path / "elsewhere.sock")
    said = alder(*RAISE)
    assert (said.status, "does not answer" in said.err) == (0, True), "one command is carried out, and it is said"
    put_back(alder, before)
    refused = alder("serve", "--port", "0")
    assert refused.status == 1
    assert "nobody can tell this ledger from an older copy of it, so it is not served" in refused.err
    with alder.serving("--unproved") as served:
        assert served.address, "somebody answers for it"


def test_a_ledger_that_lost_its_end_takes_no_command_either(alder: Terminal, tmp_path: Path) -> None:
    shutil.copy(alder.place / LEDGER, tmp_path / LEDGER)
    assert [alder(*RAISE).status, alder("head").status] == [0, 0]
    put_back(alder, tmp_path / LEDGER)
    assert "lost its end" in alder(*RAISE).err
