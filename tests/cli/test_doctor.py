"""The doctor sees what is wrong and says what to do."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

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
    assert examined.out.count("FAULT") == 1


def test_it_writes_nothing(alder: Terminal) -> None:
    def state() -> dict[str, tuple[int, int]]:
        kept = (path for path in alder.place.iterdir() if path.suffix in (".sqlite", ".json"))
        return {path.name: (path.stat().st_size, path.stat().st_mtime_ns) for path in kept}

    before = state()
    assert alder("doctor", "--json").status == 0
    assert state() == before
    assert list(alder.place.glob("trial*")) == []
