"""Every change within what the outside checkpoint covers is found, and of views what a rebuild covers."""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

import pytest
from msgspec import Struct

from services.proof.checkpoint import read
from services.proof.note import Signing
from services.proof.signer import DIRECTORY
from services.reader.rebuild import rebuild
from services.reader.sqlite import FILE as VIEWS
from services.verification import verify
from tests.evidence.conftest import Evident, evident
from tests.verification.forged import Forged, State
from tests.verification.kinds import KINDS, LEDGER, Attack, Level

__all__ = ["evident"]

LEVELS: tuple[Level, ...] = ("file", "rules", "key")
EACH = {True: 2_223, False: 5}
"""Changes of each kind at each level: 100,035 in `make soak`, 225 in `make test`."""
REWRITTEN = 1_000


class Truth(Struct):
    """A hospital as it is: its facts, its signer's state, and a directory for an attacked copy's."""

    log: Forged
    state: State
    directory: Path

    def kept(self, size: int) -> str:
        """The head that somebody outside keeps."""
        return self.state.sign(self.log.tree(), size)

    def attacked(self, kind: str, level: Level, chance: Random, covered: int) -> Attack:
        """Until something is another: a bit of what an attacker of the rules mends is as it was."""
        while True:
            attack = Attack(kind, level, self.log.copy(), self.state.copy())
            attack.strike(chance, covered)
            if attack.log.facts != self.log.facts:
                return attack

    def is_found(self, log: Forged, state: State, outside: str | None) -> bool:
        """By whoever holds the hospital's key and, where there is one, a head from outside."""
        state.write(self.directory / DIRECTORY)
        key = Signing(self.state.origin, self.state.seed).verifier
        heads = [read(outside, [key])] if outside else []
        return verify(log, self.directory, heads, lambda _: None, key=key).failed > 0


@pytest.fixture(scope="module")
def true(tmp_path_factory: pytest.TempPathFactory) -> Truth:
    """Heads were signed at a third, at two thirds and at the end of it."""
    here = tmp_path_factory.mktemp("true")
    with Evident(here / "small").house as house:
        log = Forged.of(house.ledger)
    state = State(log.hospital, bytes(range(32)))
    state.notes = [state.sign(log.tree(), len(log.facts) * third // 3) for third in (1, 2, 3)]
    directory = here / "attacked"
    (directory / DIRECTORY).mkdir(parents=True)
    return Truth(log, state, directory)


def test_there_are_fifteen_kinds() -> None:
    assert len(KINDS) == 15


def test_what_nobody_changed_holds(true: Truth) -> None:
    assert not true.is_found(true.log.copy(), true.state.copy(), true.kept(len(true.log.facts)))
    mended = true.log.copy()
    mended.mend()
    assert mended.facts == true.log.facts, "who mends what is whole changes nothing"


@pytest.mark.heavy
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("kind", LEDGER)
def test_every_change_of_the_ledger_is_found(true: Truth, kind: str, level: Level, full: bool) -> None:
    missed = []
    for seed in range(EACH[full]):
        chance = Random(seed)
        covered = chance.randint(len(true.log.facts) // 2, len(true.log.facts))
        attacked = true.attacked(kind, level, chance, covered)
        if not true.is_found(attacked.log, attacked.state, true.kept(covered)):
            missed.append(seed)
    assert missed == []


@pytest.mark.heavy
def test_a_whole_history_rewritten_with_the_key_is_found_by_one_outside_head_and_by_nothing_else(
    true: Truth, full: bool
) -> None:
    """Whoever edits by the rules and signs anew with the key leaves no trace here; `/proof` and Help say so."""
    found = alone = 0
    for seed in range(REWRITTEN if full else 20):
        chance = Random(seed)
        attacked = true.attacked("edit", "key", chance, len(true.log.facts) - 1)
        alone += true.is_found(attacked.log, attacked.state, None)
        found += true.is_found(attacked.log, attacked.state, true.kept(len(true.log.facts)))
    assert found == (REWRITTEN if full else 20)
    assert alone <= found // 10, "only where a record that is read for others was edited"


class Rows:
    """The views of a hospital, in the hands of somebody with the file."""

    def __init__(self, file: sqlite3.Connection, views: Iterable[str]) -> None:
        self.file = file
        self._true = sqlite3.connect(":memory:")
        file.backup(self._true)
        self.tables = [name for name in views if self._count(name)]

    def _columns(self, table: str) -> list[str]:
        return [name for _, name, *_ in self.file.execute(f"PRAGMA table_info({table})") if name != "id"]

    def _count(self, table: str) -> int:
        return int(self.file.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    def put_back(self) -> None:
        self._true.backup(self.file)

    def close(self) -> None:
        self._true.close()
        self.file.close()

    def edit(self, chance: Random, level: Level) -> None:
        """One value, or a row gone, or one twice."""
        table = chance.choice(self.tables)
        row = f"(SELECT rowid FROM {table} LIMIT 1 OFFSET {chance.randrange(self._count(table))})"
        if level == "file":
            column = chance.choice(self._columns(table))
            self.file.execute(f"UPDATE {table} SET {column} = coalesce({column}, 0) || 'x' WHERE rowid = {row}")
        elif level == "rules":
            self.file.execute(f"DELETE FROM {table} WHERE rowid = {row}")
        else:
            listed = ", ".join(self._columns(table))
            self.file.execute(f"INSERT INTO {table} ({listed}) SELECT {listed} FROM {table} WHERE rowid = {row}")


@pytest.fixture
def rows(evident: Evident) -> Iterator[Rows]:
    evident.house.reader.pull()
    file = sqlite3.connect(evident.house.directory / VIEWS, isolation_level=None)
    found = Rows(file, sorted(evident.house.reader.store.tables.of))
    yield found
    found.close()


@pytest.mark.heavy
@pytest.mark.parametrize("level", LEVELS)
def test_every_row_of_a_view_that_was_edited_is_found_by_a_rebuild(
    evident: Evident, rows: Rows, level: Level, full: bool
) -> None:
    """Each edit is held against what the ledger gives, and taken back."""
    store = evident.house.reader.store
    true = store.digest()
    missed = []
    for seed in range(EACH[full]):
        rows.edit(Random(seed), level)
        if store.digest() == true:
            missed.append(seed)
        rows.put_back()
    assert missed == []
    rows.edit(Random(0), level)
    assert not rebuild(evident.house.reader).same
    assert store.digest() == true
