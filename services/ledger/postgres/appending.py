"""The one call. Commits go in as columns, a single event as it is; verdicts come back as rows. Whoever calls holds the only
writing connection of this process."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import psycopg
from psycopg.errors import Diagnostic
from psycopg.types.numeric import Int8

from services.ledger.contract import (
    Answer,
    Appended,
    Commit,
    Done,
    OutcomeUnknown,
    Placed,
    Reused,
    Sealed,
    Stale,
    Unavailable,
)
from services.ledger.postgres.session import connect, is_alive, said
from services.ledger.postgres.wire import blobs, integers, texts

_APPEND = f"SELECT * FROM heard.append({', '.join(['%b'] * 22)})"
_APPEND_ONE = f"SELECT heard.append_one({', '.join(['%b'] * 18)})"
_NOTHING = (None,) * 4
_CUT_OFF = ("08", "57P")
"""SQLSTATE classes of a server that went away: what it did before is not known."""

Verdict = tuple[str, int, int, int, list[int | None], str, int, int]
"""verdict, first, last, at, unit_seqs, stream, expected, found; see `migrations/0003_append.sql`."""


class Appending:
    """Keeps the writing connection, opened when it is first needed and again after it was lost. Not thread-safe."""

    def __init__(self, address: str, hospital: str) -> None:
        self._address = address
        self._hospital = hospital
        self._connection: psycopg.Connection | None = None
        self._warned: list[Diagnostic] = []
        self._closed = False

    def append(self, commits: list[Commit]) -> list[Answer]:
        """See `contract.Ledger.append`; the whole list is one transaction."""
        if (alone := _alone(commits)) and (placed := self._ask(_APPEND_ONE, _values(self._hospital, alone))[0][0]):
            seq, at, unit_seq = placed
            return [Appended((Placed(seq, unit_seq, at),))]
        verdicts: list[Verdict] = self._ask(_APPEND, _columns(self._hospital, commits))
        return [_answer(commit, verdict) for commit, verdict in zip(commits, verdicts, strict=True)]

    def _ask(self, query: str, values: list[object]) -> list[Any]:
        """One call, durable when it returns."""
        connection = self._standing()
        try:
            found = connection.execute(query, values, prepare=True, binary=True).fetchall()
        except psycopg.Error as error:
            self._let_go()
            raise _judged(error) from error
        except BaseException:
            self._let_go()
            raise
        if self._warned:
            self._let_go()
            raise OutcomeUnknown(
                "The facts are kept here, but no standby has confirmed them; ask again with the same id."
            )
        return found

    def close(self) -> None:
        self._closed = True
        self._let_go()

    def _let_go(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _standing(self) -> psycopg.Connection:
        """The connection kept, or a new one in place of one that has died while nobody used it."""
        if self._closed:
            raise Unavailable("The ledger cannot be written (it has been closed); nothing was stored.")
        if self._connection is None or not is_alive(self._connection):
            self._let_go()
            self._connection = connect(self._address, self._hospital)
            self._warned.clear()
            self._connection.add_notice_handler(self._hear)
        return self._connection

    def _hear(self, notice: Diagnostic) -> None:
        """A warning on the way of a COMMIT says that waiting for the standby was given up (SQLSTATE 01000)."""
        if notice.severity_nonlocalized == "WARNING":
            self._warned.append(notice)


def _judged(error: psycopg.Error) -> OutcomeUnknown | Unavailable:
    """What the server refused was rolled back; where it fell silent nobody knows."""
    if error.sqlstate is None or error.sqlstate.startswith(_CUT_OFF):
        return OutcomeUnknown(f"PostgreSQL was lost while it was writing ({said(error)}); ask again with the same id.")
    return Unavailable(f"The ledger cannot be written ({said(error)}); nothing was stored.")


def _answer(commit: Commit, verdict: Verdict) -> Answer:
    kind, first, last, at, unit_seqs, stream, expected, found = verdict
    if kind == "a":
        return Appended(tuple([Placed(seq, unit_seq, at) for seq, unit_seq in enumerate(unit_seqs, start=first)]))
    if kind == "d":
        return Done(first, last)
    return Stale(stream, expected, found) if kind == "s" else Reused(str(commit.command))


def _alone(commits: Sequence[Commit]) -> Commit | None:
    """The command that comes alone and tells one event, as most do."""
    if len(commits) == 1 and commits[0].command is not None and len(commits[0].drafts) == 1:
        return commits[0]
    return None


def _values(hospital: str, commit: Commit) -> list[object]:
    """The arguments of `heard.append_one`, in its order."""
    (draft,) = commit.drafts
    read = [(stream, version) for stream, version in commit.expects.items() if stream != draft.stream]
    return [
        hospital,
        commit.command,
        commit.digest,
        Int8(commit.at),
        texts([stream for stream, _ in read]) if read else None,
        integers([version for _, version in read]) if read else None,
        draft.stream,
        Int8(draft.version),
        draft.name,
        Int8(draft.v),
        draft.unit,
        draft.head,
        draft.body,
        draft.inner,
        *(_sealed(draft.sealed) if draft.sealed else _NOTHING),
    ]


def _sealed(parts: Sequence[Sealed]) -> tuple[object, ...]:
    """The columns of what is sealed."""
    return (
        texts([part.part for part in parts]),
        texts([part.key for part in parts]),
        blobs([part.salt for part in parts]),
        blobs([part.cipher for part in parts]),
    )


def _columns(hospital: str, commits: Sequence[Commit]) -> list[object]:
    """The arguments of `heard.append`, in its order."""
    drafts = [draft for commit in commits for draft in commit.drafts]
    sealed = [part for draft in drafts for part in draft.sealed]
    met = dict.fromkeys(draft.unit for draft in drafts if draft.unit is not None)
    units: dict[str | None, int] = {unit: nth for nth, unit in enumerate(met, start=1)}
    expects = [expect for commit in commits for expect in commit.asserted().items()]
    return [
        hospital,
        texts([commit.command for commit in commits]),
        blobs([commit.digest for commit in commits]),
        integers([commit.at for commit in commits]),
        integers(_reach([len(commit.asserted()) for commit in commits])),
        integers(_reach([len(commit.drafts) for commit in commits])),
        texts([stream for stream, _ in expects]),
        integers([version for _, version in expects]),
        texts([draft.stream for draft in drafts]),
        integers([draft.version for draft in drafts]),
        texts([draft.name for draft in drafts]),
        integers([draft.v for draft in drafts]),
        integers([units.get(draft.unit) for draft in drafts]),
        blobs([draft.head for draft in drafts]),
        blobs([draft.body for draft in drafts]),
        blobs([draft.inner for draft in drafts]),
        integers(_reach([len(draft.sealed) for draft in drafts])),
        *_sealed(sealed),
        texts(list(met)),
    ]


def _reach(lengths: Sequence[int]) -> list[int]:
    """How far into the finer columns each one reaches."""
    return list(accumulate(lengths))
