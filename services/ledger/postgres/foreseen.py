"""While this process writes alone, it knows all that an append would look up, and stores in one plain statement."""

from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence

import psycopg
from psycopg.types.numeric import Int8

from services.ledger.contract import Answer, Appended, Commit, Placed
from services.ledger.entry import leaf, line
from services.ledger.postgres.wire import blobs, integers, texts

REMEMBERED_STREAMS = 200_000

_STORE = f"""
    WITH led AS (UPDATE heard.head SET seq = %b, at = %b WHERE hospital = %b AND seq = %b RETURNING hospital),
         placed AS (INSERT INTO heard.events SELECT hospital, event.* FROM led, unnest({", ".join(["%b"] * 12)}) AS event),
         locked AS (INSERT INTO heard.sealed SELECT hospital, text.* FROM led, unnest(%b, %b, %b, %b, %b) AS text),
         told AS (INSERT INTO heard.commands SELECT hospital, command.* FROM led, unnest(%b, %b, %b, %b) AS command),
         counted AS (INSERT INTO heard.units SELECT hospital, met.* FROM led, unnest(%b, %b) AS met
                     ON CONFLICT (hospital, unit) DO UPDATE SET seq = excluded.seq)
    SELECT FROM led
"""
"""Everything where the head is as this process left it, nothing where it is not."""


class Foreseen:
    """Head, unit sequences and versions as this process left them, true while the head is where it was left. Not
    thread-safe."""

    def __init__(self) -> None:
        self._alone = False
        self._seq, self._at = -1, 0
        self._units: dict[str, int] = {}
        self._versions: dict[str, int] = {}

    def store(self, connection: psycopg.Connection, hospital: str, commits: Sequence[Commit]) -> list[Answer] | None:
        """All of them at once; None, and nothing stored, where one might not stand. Only worth a try when nobody else wrote
        between the last two appends."""
        if not self._alone or (answers := self._places(commits)) is None:
            return None
        self._alone = False
        last = answers[-1].placed[-1]
        head = (Int8(last.seq), Int8(last.at), hospital, Int8(self._seq))
        try:
            values = [*head, *_columns(hospital, commits, answers)]
            if connection.execute(_STORE, values, prepare=True, binary=True).rowcount:
                self.learn(commits, answers)
                return [*answers]
        except psycopg.IntegrityError:
            pass  # a command that came before, or a stream that somebody else began
        return None

    def learn(self, commits: Iterable[Commit], answers: Iterable[Answer]) -> None:
        """What was stored last. Whatever was known before is true no more if somebody else wrote in between."""
        pairs = zip(commits, answers, strict=True)
        stored = [(commit, answer) for commit, answer in pairs if isinstance(answer, Appended)]
        if not stored:
            return
        self._alone = stored[0][1].first == self._seq + 1
        if not self._alone or len(self._versions) > REMEMBERED_STREAMS:
            self._versions, self._units = {}, {}
        for commit, answer in stored:
            self._versions |= commit.asserted()
            for draft, placed in zip(commit.drafts, answer.placed, strict=True):
                self._seq, self._at = placed.seq, placed.at
                self._versions[draft.stream] = draft.version
                if draft.unit is not None and placed.unit_seq is not None:
                    self._units[draft.unit] = placed.unit_seq

    def _places(self, commits: Iterable[Commit]) -> list[Appended] | None:
        """Where the drafts will lie; None unless each commit follows from what is known and from those before it."""
        seq, at, units, versions = self._seq, self._at, dict(self._units), ChainMap({}, self._versions)
        answers = []
        for commit in commits:
            at = max(at, commit.at)
            if not _follows(commit, versions) or any(draft.unit not in units for draft in commit.drafts if draft.unit):
                return None
            placed = []
            for draft in commit.drafts:
                seq += 1
                versions[draft.stream] = draft.version
                if draft.unit is not None:
                    units[draft.unit] += 1
                placed.append(Placed(seq, units[draft.unit] if draft.unit is not None else None, at))
            answers.append(Appended(tuple(placed)))
        return answers


def _follows(commit: Commit, versions: Mapping[str, int]) -> bool:
    """A stream that it begins itself need not be known: had somebody else begun it, its place would be taken."""
    begun = {draft.stream: 0 for draft in commit.drafts if draft.version == 1}
    return commit.command is not None and all(
        versions.get(stream, begun.get(stream)) == version for stream, version in commit.asserted().items()
    )


def _columns(hospital: str, commits: Sequence[Commit], answers: Sequence[Appended]) -> list[object]:
    """The arrays of `_STORE`, in its order."""
    drafts = [draft for commit in commits for draft in commit.drafts]
    places = [placed for answer in answers for placed in answer.placed]
    pairs = list(zip(drafts, places, strict=True))
    sealed = [(placed.seq, part) for draft, placed in pairs for part in draft.sealed]
    units = {draft.unit: placed.unit_seq for draft, placed in pairs if draft.unit is not None}
    return [
        integers([placed.seq for placed in places]),
        texts([draft.stream for draft in drafts]),
        integers([draft.version for draft in drafts]),
        texts([draft.name for draft in drafts]),
        integers([draft.v for draft in drafts]),
        texts([draft.unit for draft in drafts]),
        integers([placed.unit_seq for placed in places]),
        integers([placed.at for placed in places]),
        texts([commit.command for commit in commits for _ in commit.drafts]),
        blobs([draft.head for draft in drafts]),
        blobs([draft.body for draft in drafts]),
        blobs([leaf(line(hospital, one.seq, draft.unit, one.unit_seq, one.at), draft.inner) for draft, one in pairs]),
        integers([seq for seq, _ in sealed]),
        texts([part.part for _, part in sealed]),
        texts([part.key for _, part in sealed]),
        blobs([part.salt for _, part in sealed]),
        blobs([part.cipher for _, part in sealed]),
        texts([commit.command for commit in commits]),
        blobs([commit.digest for commit in commits]),
        integers([answer.first for answer in answers]),
        integers([answer.last for answer in answers]),
        texts(list(units)),
        integers(list(units.values())),
    ]
