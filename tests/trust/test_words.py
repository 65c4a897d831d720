"""Words lie locked beside the facts; without the key nobody reads them, and nobody moves them."""

import sqlite3
from pathlib import Path

import pytest

from services import sqlite_file
from services.clerk.sealing import Tampered
from services.vault import Vault
from tests.trust.conftest import Small
from workflows.concern.commands import Acknowledge, Answer, Raise
from workflows.kernel.grammar import Ref
from workflows.respect.commands import Report

CANARY = "The canary sings on the windowsill of room nine."


def _bytes(directory: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(directory.rglob("*")) if path.is_file())


def test_no_file_of_the_hospital_holds_a_word_that_was_said(small: Small) -> None:
    voice = small.does(small.nurse, Raise(unit="4-west", what=CANARY, idea="More canaries."))
    small.does(small.leader, Answer(answer="The canary was let out.", outcome="done"), voice)
    kept = _bytes(small.directory)
    assert b"canary" not in kept.lower()


def test_words_are_opened_with_the_key(small: Small) -> None:
    told = small.tells(small.nurse, Raise(unit="4-west", what=CANARY))
    ref = Ref(told.first, "what")
    assert small.house.door.open([ref]) == {ref: CANARY}


def test_words_whose_key_is_destroyed_are_left_out_for_ever(small: Small) -> None:
    told = small.tells(small.nurse, Raise(unit="4-west", what=CANARY))
    (row,) = small.house.ledger.rows(told.first - 1, 1)
    small.house.vault.destroy(small.house.clerk.mapper.fact(row).head.sealed[0].key)
    assert small.house.door.open([Ref(told.first, "what")]) == {}
    assert Vault(small.directory / "vault.sqlite").key(small.house.clerk.mapper.fact(row).head.sealed[0].key) is None


def test_a_key_the_vault_could_not_keep_seals_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_file, "BUSY_SECONDS", 0.01)
    vault = Vault(tmp_path / "vault.sqlite")
    other = sqlite3.connect(tmp_path / "vault.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    for _ in range(2):
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            vault.mint()
    other.close()
    minted, key = vault.mint()
    vault.close()
    assert Vault(tmp_path / "vault.sqlite").key(minted) == key


def test_words_moved_to_another_fact_are_found_out(small: Small) -> None:
    one = small.tells(small.nurse, Raise(unit="4-west", what="One thing."))
    two = small.tells(small.nurse, Raise(unit="4-west", what="Another thing."))
    with sqlite3.connect(small.directory / "ledger.sqlite") as forger:
        forger.execute(
            "UPDATE sealed SET (key_id, salt, cipher) ="
            " (SELECT key_id, salt, cipher FROM sealed WHERE seq = ?) WHERE seq = ?",
            (one.first, two.first),
        )
    forger.close()
    with pytest.raises(Tampered, match="not the ones that were sealed there"):
        small.house.door.open([Ref(two.first, "what")])


def test_each_text_has_a_key_of_its_own(small: Small) -> None:
    voice = small.does(small.nurse, Raise(unit="4-west", what=CANARY, idea="Open the window."))
    small.does(small.leader, Answer(answer="Yes.", outcome="done"), voice)
    small.does(small.leader, Acknowledge(), voice)
    facts = map(small.house.clerk.mapper.fact, small.house.ledger.stream_rows(voice))
    keys = [part.key for fact in facts for part in fact.head.sealed]
    assert len(set(keys)) == len(keys) == 3


def test_a_restricted_stream_has_one(small: Small) -> None:
    """No passage is taken out of it: it goes whole."""
    incident = small.does(small.nurse, Report(kind="colleague", what=CANARY, where="At the desk"))
    facts = map(small.house.clerk.mapper.fact, small.house.ledger.stream_rows(incident))
    assert len({part.key for fact in facts for part in fact.head.sealed}) == 1
