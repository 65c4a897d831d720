"""Copies bring back what was lost, and nothing of what was erased."""

import shutil
from pathlib import Path
from threading import Thread

import pytest

from services import admission
from services.bootstrap import open_house
from services.clerk.reception import Call
from services.erasing import copies
from services.erasing.carrying import carry_on
from services.errands.erasing import back_up
from services.intake import said
from services.ledger.verifying import flaws
from tests.erasing.conftest import Guarded
from tests.erasing.test_erasing import erase, found, sealed, spoken, told
from workflows.concern.commands import Answer, Raise
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import DAY


def test_a_copy_is_the_hospital_again(guarded: Guarded, tmp_path: Path) -> None:
    voice = spoken(guarded)
    made, dropped = copies.make(guarded.house, tmp_path / "copies")
    assert (made.name, dropped) == ("2026-03-02", [])
    copies.restore(tmp_path / "again", tmp_path / "copies")
    with open_house(tmp_path / "again") as house:
        assert list(flaws(house.ledger)) == []
        first = house.ledger.stream_rows(voice)[0][0]
        assert "canary" in house.door.open([Ref(first, "what")])[Ref(first, "what")]
        assert house.people.speaker_of(voice) == guarded.nurse


def test_a_restored_hospital_goes_on_under_its_key(guarded: Guarded, tmp_path: Path) -> None:
    head, _ = guarded.house.proof.checkpoint()
    copies.make(guarded.house, tmp_path / "copies")
    spoken(guarded)
    copies.restore(tmp_path / "again", tmp_path / "copies")
    with open_house(tmp_path / "again") as house:
        assert house.proof.verifier == guarded.house.proof.verifier
        assert house.proof.last() == head
        assert house.proof.changed() is None
        house.proof.checkpoint()


def test_an_older_file_in_a_copy_brings_back_nothing(guarded: Guarded, tmp_path: Path) -> None:
    """A vault from before the erasure, put beside the ledger that records it."""
    voice = spoken(guarded)
    kept = sealed(guarded, voice)
    before, _ = copies.make(guarded.house, tmp_path / "copies")
    old = tmp_path / "old-vault.sqlite"
    shutil.copy(before / "vault.sqlite", old)
    erase(guarded, voice)
    carry_on(guarded.house)
    after, _ = copies.make(guarded.house, tmp_path / "copies")
    assert found(after, kept) == 0
    copies.restore(tmp_path / "again", tmp_path / "copies")
    shutil.copy(old, tmp_path / "again" / "vault.sqlite")
    assert found(tmp_path / "again", kept) > 0
    open_house(tmp_path / "again").close()
    assert found(tmp_path / "again", kept) == 0


def test_copies_live_thirty_days_and_of_the_ledger_and_its_documents_longer(guarded: Guarded, tmp_path: Path) -> None:
    """What waits is locked with a key that lives on, and names are locked with none."""
    guarded.house.proof.checkpoint()
    first, _ = copies.make(guarded.house, tmp_path)
    guarded.moment += 30 * DAY
    assert copies.make(guarded.house, tmp_path)[1] == []
    guarded.moment += DAY
    gone = {path.name for path in copies.make(guarded.house, tmp_path)[1]}
    assert gone == {"intake.sqlite", "outbox.sqlite", "people.sqlite", "signer.key", "vault.sqlite"}
    assert {path.name for path in first.iterdir()} == {"attachments.sqlite", "hospital.json", "ledger.sqlite", "signer"}


def test_an_older_copy_of_what_waits_enters_nothing_twice(guarded: Guarded, tmp_path: Path) -> None:
    code = "0123456789ABCDEFGHJK"
    voice = Raise(unit="4-west", what="Nobody answers at night.", speaker="anonymous")
    waiting = told(guarded.house.reception.speak(said(voice), Call(id=code, via="page")))
    guarded.does(guarded.leader, Answer(answer="Since today there are two.", outcome="done"), waiting)
    before, _ = copies.make(guarded.house, tmp_path)
    assert admission.admit(guarded.house) == admission.Admitted(2, ())
    facts = guarded.house.ledger.head()
    guarded.house.close()
    for beside in guarded.directory.glob("intake.sqlite*"):
        beside.unlink()
    shutil.copy(before / "intake.sqlite", guarded.directory)
    with open_house(guarded.directory, now=lambda: guarded.moment) as house:
        assert admission.admit(house) == admission.Admitted(2, ())
        assert house.ledger.head() == facts
        assert not house.intake.waiting()


def test_no_copy_is_made_while_what_waits_moves(guarded: Guarded, tmp_path: Path) -> None:
    """It would lack what is in the intake no more and not yet in the ledger."""
    voice = Raise(unit="4-west", what="Nobody answers at night.", speaker="anonymous")
    guarded.house.reception.speak(said(voice), Call(id="0123456789ABCDEFGHJK", via="page"))
    copying = Thread(target=back_up, args=(guarded.house, str(tmp_path)))
    with guarded.house.erasing:
        flush = Thread(target=admission.admit, args=(guarded.house,))
        for thread in (flush, copying):
            thread.start()
        flush.join(0.2)
        assert guarded.house.intake.waiting()
        assert not list(tmp_path.glob("2026-*"))
    for thread in (flush, copying):
        thread.join()


def test_a_restore_mixes_no_two_hospitals_and_needs_a_vault(guarded: Guarded, tmp_path: Path) -> None:
    with pytest.raises(copies.NothingToRestore, match="There is no copy"):
        copies.restore(tmp_path / "again", tmp_path / "copies")
    made, _ = copies.make(guarded.house, tmp_path / "copies")
    with pytest.raises(copies.NothingToRestore, match="is not empty"):
        copies.restore(guarded.directory, tmp_path / "copies")
    (made / "vault.sqlite").unlink()
    with pytest.raises(copies.NothingToRestore, match="has no vault any more"):
        copies.restore(tmp_path / "again", tmp_path / "copies")
