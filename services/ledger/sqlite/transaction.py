"""Commits placed one after the other inside one open transaction."""

import sqlite3

from services.ledger.contract import Answer, Appended, Commit, Done, Draft, Placed, Reused, Stale
from services.ledger.entry import leaf, line

REMEMBERED_STREAMS = 200_000

_EVENT = "INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"
_SEALED = "INSERT INTO sealed VALUES (?,?,?,?,?)"
_COMMAND = "INSERT INTO commands VALUES (?,?,?,?)"
_UNIT = "INSERT INTO units VALUES (?,?) ON CONFLICT (unit) DO UPDATE SET seq = excluded.seq"
_HEAD = "UPDATE head SET seq = ?, at = ?"


class Memory:
    """What the only writer knows without asking: head, unit sequences, versions of streams lately met."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.seq, self.at = connection.execute("SELECT seq, at FROM head").fetchone()
        self.units: dict[str, int] = dict(connection.execute("SELECT unit, seq FROM units"))
        self.versions: dict[str, int] = {}


class Transaction:
    """Between BEGIN and COMMIT. Memory runs ahead of the file here; whoever rolls back must read it anew."""

    def __init__(self, writer: sqlite3.Connection, hospital: str, memory: Memory) -> None:
        self._writer = writer
        self._hospital = hospital
        self._memory = memory
        self._events: list[tuple[object, ...]] = []
        self._sealed: list[tuple[object, ...]] = []
        self._units: dict[str, int] = {}

    def carry_out(self, commits: list[Commit]) -> list[Answer]:
        if len(self._memory.versions) > REMEMBERED_STREAMS:
            self._memory.versions.clear()
        answers = [self._answer(commit) for commit in commits]
        self._flush()
        return answers

    def _answer(self, commit: Commit) -> Answer:
        if commit.command is None:
            return self._taken(commit) or self._place(commit)
        if known := self._claim(commit):
            return known
        if stale := self._stale(commit):
            self._writer.execute("DELETE FROM commands WHERE id = ?", (commit.command,))
            return stale
        return self._place(commit)

    def _claim(self, commit: Commit) -> Answer | None:
        """Takes the command id, or says what became of it: the table itself is the question."""
        first = self._memory.seq + 1
        claim = (commit.command, commit.digest, first, self._memory.seq + len(commit.drafts))
        try:
            self._writer.execute(_COMMAND, claim)
        except sqlite3.IntegrityError:
            digest, first, last = self._writer.execute(
                "SELECT digest, first, last FROM commands WHERE id = ?", (commit.command,)
            ).fetchone()
            return Done(first, last) if digest == commit.digest else Reused(str(commit.command))
        return None

    def _stale(self, commit: Commit) -> Stale | None:
        for stream, expected in commit.asserted().items():
            found = self._version(stream)
            if found != expected:
                return Stale(stream, expected, found)
        return None

    def _version(self, stream: str) -> int:
        version = self._memory.versions.get(stream)
        if version is None:
            (found,) = self._writer.execute("SELECT max(version) FROM events WHERE stream = ?", (stream,)).fetchone()
            version = self._memory.versions[stream] = found or 0
        return version

    def _taken(self, commit: Commit) -> Stale | None:
        """For events without a command: whether one of their places is taken already."""
        self._flush()
        met: set[tuple[str, int]] = set()
        for draft in commit.drafts:
            place = (draft.stream, draft.version)
            query = "SELECT 1 FROM events WHERE stream = ? AND version = ?"
            if place in met or self._writer.execute(query, place).fetchone():
                return Stale(draft.stream, draft.version - 1, draft.version)
            met.add(place)
        return None

    def _place(self, commit: Commit) -> Appended:
        at = self._memory.at = max(commit.at, self._memory.at)
        return Appended(tuple([self._put(commit.command, draft, at) for draft in commit.drafts]))

    def _put(self, command: str | None, draft: Draft, at: int) -> Placed:
        memory = self._memory
        seq = memory.seq = memory.seq + 1
        unit_seq = None
        if draft.unit is not None:
            unit_seq = memory.units[draft.unit] = self._units[draft.unit] = memory.units.get(draft.unit, 0) + 1
        memory.versions[draft.stream] = draft.version
        proof = leaf(line(self._hospital, seq, draft.unit, unit_seq, at), draft.inner)
        self._events.append(
            (
                seq,
                self._hospital,
                draft.stream,
                draft.version,
                draft.name,
                draft.v,
                draft.unit,
                unit_seq,
                at,
                command,
                draft.head,
                draft.body,
                proof,
            )
        )
        for sealed in draft.sealed:
            self._sealed.append((seq, sealed.part, sealed.key, sealed.salt, sealed.cipher))
        return Placed(seq, unit_seq, at)

    def _flush(self) -> None:
        if not self._events:
            return
        self._writer.executemany(_EVENT, self._events)
        if self._sealed:
            self._writer.executemany(_SEALED, self._sealed)
        if self._units:
            self._writer.executemany(_UNIT, self._units.items())
        self._writer.execute(_HEAD, (self._memory.seq, self._memory.at))
        self._events, self._sealed, self._units = [], [], {}
