"""Copies bring back what was lost, and nothing of what was erased."""

import shutil
from pathlib import Path

import pytest

from services.bootstrap import open_house
from services.erasing import copies
from services.erasing.carrying import carry_on
from services.ledger.verifying import flaws
from tests.erasing.conftest import Guarded
from tests.erasing.test_erasing import erase, found, sealed, spoken
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


def test_copies_of_the_vault_live_thirty_days_and_ledgers_longer(guarded: Guarded, tmp_path: Path) -> None:
    first, _ = copies.make(guarded.house, tmp_path)
    guarded.moment += 30 * DAY
    assert copies.make(guarded.house, tmp_path)[1] == []
    guarded.moment += DAY
    assert copies.make(guarded.house, tmp_path)[1] == [first / "vault.sqlite"]
    assert (first / "ledger.sqlite").exists()


def test_a_restore_mixes_no_two_hospitals_and_needs_a_vault(guarded: Guarded, tmp_path: Path) -> None:
    with pytest.raises(copies.NothingToRestore, match="There is no copy"):
        copies.restore(tmp_path / "again", tmp_path / "copies")
    made, _ = copies.make(guarded.house, tmp_path / "copies")
    with pytest.raises(copies.NothingToRestore, match="is not empty"):
        copies.restore(guarded.directory, tmp_path / "copies")
    (made / "vault.sqlite").unlink()
    with pytest.raises(copies.NothingToRestore, match="has no vault any more"):
        copies.restore(tmp_path / "again", tmp_path / "copies")
