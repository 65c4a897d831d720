"""The doctor sees what is wrong and says what to do."""

import json
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from freezegun import freeze_time

from services.bootstrap import open_house
from services.clerk.access import OPERATOR
from services.clerk.reception import Call
from services.proof.checkpoint import Checkpoint
from services.proof.note import Signing
from tests.cli.terminal import Terminal
from workflows.concern.commands import Raise

RAISE = ("do", "concern", "raise", "--unit", "4-west", "--kind", "concern", "--what", "x")


def forget_keys(place: Path) -> None:
    with sqlite3.connect(place / "vault.sqlite") as vault:
        vault.execute("DELETE FROM keys")


def cut_the_end_off(place: Path) -> None:
    with sqlite3.connect(place / "ledger.sqlite") as ledger:
        ledger.execute("DELETE FROM events WHERE seq = (SELECT max(seq) FROM events)")


def lie_in_the_future(place: Path) -> None:
    with sqlite3.connect(place / "ledger.sqlite") as ledger:
        ledger.execute("UPDATE head SET at = at + 86400000000")


def know_too_much(place: Path) -> None:
    with sqlite3.connect(place / "views.sqlite") as views:
        views.execute("UPDATE bookmarks SET seq = seq + 1000")


def open_the_door(place: Path) -> None:
    place.chmod(0o755)


def lose_people(place: Path) -> None:
    (place / "people.sqlite").unlink()


def forged(*statements: str) -> Callable[[Path], None]:
    """Somebody edits the ledger's file. Its last fact is a concern raised in 4 West, the one before as well."""

    def harm(place: Path) -> None:
        with sqlite3.connect(place / "ledger.sqlite") as ledger:
            for statement in statements:
                ledger.execute(statement)

    return harm


LAST = "(SELECT seq FROM head)"
CONCERN = "concern-00000000000000000000000000"


@pytest.mark.parametrize(
    ("statements", "why"),
    [
        (["UPDATE events SET body = CAST(replace(body, 'confidential', 'named') AS BLOB)"], "is not as it was entered"),
        (["UPDATE events SET head = CAST(replace(head, 'operator', 'person') AS BLOB)"], "is not as it was entered"),
        (["UPDATE events SET body = replace(body, 'confidential', 'named')"], "holds what no fact holds"),
        ([f"UPDATE events SET at = 'never' WHERE seq = {LAST}"], "holds what no fact holds"),
        ([f"UPDATE events SET at = at + 1 WHERE seq = {LAST}"], "is not as it was entered"),
        ([f"UPDATE events SET unit = NULL, unit_seq = NULL WHERE seq = {LAST}"], "is not as it was entered"),
        ([f"UPDATE events SET leaf = zeroblob(32) WHERE seq = {LAST}"], "is not as it was entered"),
        ([f"UPDATE events SET stream = '{CONCERN}' WHERE seq = {LAST}"], "is filed under what it is not"),
        ([f"UPDATE events SET name = 'concern.reopened' WHERE seq = {LAST}"], "is filed under what it is not"),
        ([f"UPDATE events SET command = 'another' WHERE seq = {LAST}"], "is filed under what it is not"),
        ([f"DELETE FROM events WHERE seq = {LAST} - 1"], "is missing"),
        (["UPDATE head SET seq = seq - 1"], "The ledger is damaged"),
        (
            [
                f"UPDATE sealed SET seq = -1 WHERE seq = {LAST}",
                f"UPDATE sealed SET seq = {LAST} WHERE seq = {LAST} - 1",
                f"UPDATE sealed SET seq = {LAST} - 1 WHERE seq = -1",
            ],
            "are not those that were sealed there",
        ),
        ([f"DELETE FROM sealed WHERE seq = {LAST}"], "are gone, and no record says that they were erased"),
        ([f"UPDATE sealed SET cipher = NULL WHERE seq = {LAST}"], "no record says that they were erased"),
    ],
)
def test_a_rewritten_ledger_is_found(alder: Terminal, statements: list[str], why: str) -> None:
    assert alder(*RAISE).status == alder(*RAISE).status == 0
    forged(*statements)(alder.place)
    examined = alder("doctor")
    assert examined.status == 1
    fault, *others = [line for line in examined.out.splitlines() if line.startswith("FAULT")]
    assert why in fault
    assert all(other.startswith("FAULT heads ") for other in others), "whoever signs may see it as well"


@pytest.mark.parametrize(
    ("harm", "line"),
    [
        (
            forget_keys,
            "FAULT vault       1 of the 1 keys used last are not in the vault; restore the vault of the same day.",
        ),
        (cut_the_end_off, "FAULT ledger      The ledger is damaged"),
        (lie_in_the_future, "FAULT ledger      The last fact lies in the future"),
        (know_too_much, "FAULT views       The views know more than the ledger"),
        (open_the_door, "FAULT privacy     Other users of this machine can enter"),
        (lose_people, "FAULT files       people.sqlite is missing"),
    ],
)
def test_what_is_wrong_is_named(alder: Terminal, harm: Callable[[Path], None], line: str) -> None:
    assert alder(*RAISE).status == 0
    assert alder("board", "4-west").status == 0
    harm(alder.place)
    examined = alder("doctor")
    assert examined.status == 1
    assert line in examined.out
    faults = [line for line in examined.out.splitlines() if line.startswith("FAULT")]
    assert [fault for fault in faults if not fault.startswith("FAULT heads ")] == [faults[0]]


def test_a_history_that_was_rewritten_by_the_rules_is_not_the_one_that_was_signed(alder: Terminal) -> None:
    assert alder(*RAISE).status == 0
    assert alder("head").status == 0
    assert "ok    heads       the ledger continues what was signed of it; the last head has all" in alder("doctor").out
    signed = alder.place / "signer" / "signed"
    with sqlite3.connect(alder.place / "ledger.sqlite") as ledger:
        size = ledger.execute("SELECT seq FROM head").fetchone()[0]
    forged = Signing("heard/alder-creek", (alder.place / "signer" / "signer.key").read_bytes())
    signed.write_text(forged.sign(Checkpoint("heard/alder-creek", 2, bytes(32)).text), encoding="utf-8")
    assert size > 2
    assert "FAULT heads       The first 2 facts are not those whose head was signed" in alder("doctor").out


def test_it_says_how_old_the_last_head_is(alder: Terminal) -> None:
    assert alder(*RAISE).status == 0
    with freeze_time(datetime.now(UTC) + timedelta(hours=3)):
        assert "the newest entered 3 hours ago" in alder("doctor").out
    with open_house(alder.place) as house:  # and nobody signs
        house.reception.ask(OPERATOR, Raise(unit="4-west", what="x"), Call(id=str(uuid4()), via="cli"))
    assert "facts entered since, the first 0 seconds ago, are in none" in alder("doctor").out


def said_last(place: Path) -> tuple[int, str, dict[str, object]]:
    with sqlite3.connect(place / "ledger.sqlite") as ledger:
        seq, name, head, body = ledger.execute(
            "SELECT seq, name, head, body FROM events ORDER BY seq DESC LIMIT 1"
        ).fetchone()
    return seq, name, json.loads(body) | {"by": json.loads(head)["by"]}


def test_it_writes_one_line_of_the_read_log_and_nothing_else(alder: Terminal) -> None:
    before, *_ = said_last(alder.place)
    assert alder("doctor", "--json").status == 0
    looked = {"how": "verified", "what": "ledger", "about": None}
    by = {"kind": "operator", "id": None, "as": "operator"}
    assert said_last(alder.place) == (before + 1, "trail.noted", looked | {"by": by})
    assert "ok    read log    that this was checked is on record" in alder("doctor").out
    assert said_last(alder.place)[0] == before + 1, "the same look within five minutes is one"
    assert list(alder.place.glob("trial*")) == []


def test_what_is_damaged_is_not_written_to(alder: Terminal) -> None:
    lie_in_the_future(alder.place)
    before = said_last(alder.place)
    assert "read log" not in alder("doctor").out
    assert said_last(alder.place) == before


def test_while_the_hospital_is_served_the_server_puts_it_on_record(alder: Terminal) -> None:
    with alder.serving():
        assert alder("doctor").status == 0
    assert said_last(alder.place)[1] == "trail.noted"
