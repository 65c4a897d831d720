"""Commits placed one after the other inside one open transaction."""

import sqlite3
from collections.abc import Mapping

import msgspec

from services.ledger.contract import Answer, Appended, Commit, Done, Draft, Placed, Reused, Stale
from services.ledger.entry import leaf, line
from services.sqlite_file import insert

REMEMBERED_STREAMS = 200_000

_COUNTED_ON = "ON CONFLICT (unit) DO UPDATE SET seq = excluded.seq"
_HEAD = "UPDATE head SET seq = ?, at = ?"
_SAID = "SELECT digest, first, last FROM commands WHERE id = ?"
_SAID_OF_MANY = "SELECT commands.id, digest, first, last FROM json_each(?) JOIN commands ON commands.id = value"
_VERSIONS_OF_MANY = """
    SELECT value, coalesce((SELECT max(version) FROM events WHERE stream = value), 0) FROM json_each(?)
"""

Said = tuple[bytes | None, int, int]
"""What became of a command: its digest, first and last seq."""

_encode = msgspec.json.Encoder().encode


class Memory:
    """What the only writer knows without asking: head, unit sequences, versions of streams lately met."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.seq, self.at = connection.execute("SELECT seq, at FROM head").fetchone()
        self.units: dict[str, int] = dict(connection.execute("SELECT unit, seq FROM units"))
        self.versions: dict[str, int] = {}


class Transaction:
    """Between BEGIN and COMMIT. Memory runs ahead of the file here; whoever rolls back must read it anew.

    Almost every command comes once and almost every new stream is new, and the keys of the tables know when not. So unless
    it `asks`, both are taken for granted, and an IntegrityError says: roll back and carry out again, asking.
    """

    def __init__(self, writer: sqlite3.Connection, hospital: str, memory: Memory, *, asks: bool = False) -> None:
        self._asks = asks
        self._writer = writer
        self._hospital = hospital
        self._memory = memory
        self._said: dict[str, Said | None] = {}
        self._events: list[tuple[object, ...]] = []
        self._sealed: list[tuple[object, ...]] = []
        self._commands: list[tuple[str, bytes | None, int, int]] = []
        self._units: dict[str, int] = {}

    def carry_out(self, commits: list[Commit]) -> list[Answer]:
        if len(self._memory.versions) > REMEMBERED_STREAMS:
            self._memory.versions.clear()
        if len(commits) > 1:
            self._look_ahead(commits)
        answers = [self._answer(commit) for commit in commits]
        self._flush()
        return answers

    def _look_ahead(self, commits: list[Commit]) -> None:
        """Asks for many commands and streams at once what would otherwise be asked one by one."""
        if self._asks:
            ids = {commit.command: None for commit in commits if commit.command is not None}
            found = self._writer.execute(_SAID_OF_MANY, (_encode(list(ids)),))
            self._said.update(ids | {id_: (digest, first, last) for id_, digest, first, last in found})
        met = self._memory.versions
        begun = {draft.stream for commit in commits for draft in commit.drafts if draft.version == 1}
        asserted = {stream for commit in commits for stream in commit.asserted()}
        streams = asserted - met.keys() - (set() if self._asks else begun)
        if streams:
            met.update(self._writer.execute(_VERSIONS_OF_MANY, (_encode(list(streams)),)))

    def _answer(self, commit: Commit) -> Answer:
        if commit.command is None:
            return self._taken(commit) or self._place(commit)
        if said := self._said_before(commit.command, commit.digest, ask=self._asks):
            return said
        if self._stale(self._in_doubt(commit)):
            told = self._said_before(commit.command, commit.digest, ask=True) or self._stale(commit.asserted())
            assert told is not None
            return told
        return self._place(commit)

    def _said_before(self, command: str, digest: bytes | None, *, ask: bool) -> Answer | None:
        """What became of the command, however stale this asking is."""
        if ask and command not in self._said:
            self._said[command] = self._writer.execute(_SAID, (command,)).fetchone()
        if (said := self._said.get(command)) is None:
            return None
        kept, first, last = said
        return Done(first, last) if kept == digest else Reused(command)

    def _stale(self, asserted: Mapping[str, int]) -> Stale | None:
        """The first stream that is not as it was read."""
        for stream, expected in asserted.items():
            found = self._version(stream)
            if found != expected:
                return Stale(stream, expected, found)
        return None

    def _in_doubt(self, commit: Commit) -> Mapping[str, int]:
        """What must be looked up: not a stream nobody has met that this commit begins."""
        asserted = commit.asserted()
        if self._asks:
            return asserted
        met = self._memory.versions
        begun = {draft.stream for draft in commit.drafts if draft.version == 1 and draft.stream not in met}
        return {stream: version for stream, version in asserted.items() if stream not in begun} if begun else asserted

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
        first = self._memory.seq + 1
        placed = tuple([self._put(commit.command, draft, at) for draft in commit.drafts])
        if commit.command is not None:
            self._said[commit.command] = commit.digest, first, self._memory.seq
            self._commands.append((commit.command, commit.digest, first, self._memory.seq))
        return Appended(placed)

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
        insert(self._writer, "events", self._events)
        insert(self._writer, "commands", self._commands)
        insert(self._writer, "sealed", self._sealed)
        insert(self._writer, "units", list(self._units.items()), _COUNTED_ON)
        self._writer.execute(_HEAD, (self._memory.seq, self._memory.at))
        self._events, self._sealed, self._commands, self._units = [], [], [], {}
