"""Both stores against the simplest ledger that can be thought of, over whatever hypothesis thinks of."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from services.ledger.contract import Answer, Appended, Commit, Done, Draft, Ledger, Placed, Reused, Stale
from tests.ledger.making import AT, commit, draft, told
from tests.ledger.place import Place
from tests.ledger.soundness import flaws

STREAMS = ["concern-a", "concern-b", "issue-a", "unit-icu"]


class Model:
    """A list of drafts, a dictionary of commands."""

    def __init__(self) -> None:
        self.facts: list[Draft] = []
        self.at = 0
        self.units: Counter[str | None] = Counter()
        self.versions: Counter[str] = Counter()
        self.commands: dict[str | None, tuple[bytes | None, Done]] = {}

    def append(self, commits: Sequence[Commit]) -> list[Answer]:
        return [self._answer(commit) for commit in commits]

    def _answer(self, commit: Commit) -> Answer:
        if commit.command in self.commands:
            digest, done = self.commands[commit.command]
            return done if digest == commit.digest else Reused(str(commit.command))
        for stream, expected in commit.expects.items():
            if self.versions[stream] != expected:
                return Stale(stream, expected, self.versions[stream])
        self.at = max(self.at, commit.at)
        placed = tuple(self._put(one) for one in commit.drafts)
        self.commands[commit.command] = commit.digest, Done(placed[0].seq, placed[-1].seq)
        return Appended(placed)

    def _put(self, one: Draft) -> Placed:
        self.facts.append(one)
        self.versions[one.stream] += 1
        self.units[one.unit] += 1
        return Placed(len(self.facts), self.units[one.unit] if one.unit else None, self.at)


@st.composite
def asked(draw: st.DrawFn) -> tuple[int, bytes, int, list[tuple[str, str | None, int]], dict[str, int]]:
    """A command's number, digest and moment, what it writes (stream, unit, words), and by how much it is mistaken about
    the streams it read."""
    writes = draw(
        st.lists(
            st.tuples(st.sampled_from(STREAMS), st.sampled_from([None, "icu", "4-west"]), st.integers(0, 2)),
            min_size=1,
            max_size=4,
        )
    )
    read = draw(st.dictionaries(st.sampled_from(STREAMS), st.sampled_from([0, 0, 0, -1, 1]), max_size=2))
    moment = AT + draw(st.integers(-5, 50))
    return draw(st.integers(0, 12)), draw(st.sampled_from([b"one", b"one", b"other"])), moment, writes, read


class Ledgers(RuleBasedStateMachine):
    """The model beside both stores, told the same. PostgreSQL is told by two processes, sometimes one, sometimes the other."""

    folder: Path
    address: str

    @initialize()
    def begin(self) -> None:
        hospital = f"h-{uuid4().hex[:20]}"
        self.places = [
            Place("sqlite", str(self.folder / hospital), hospital),
            Place("postgres", self.address, hospital),
        ]
        self.model = Model()
        self._open()

    @rule(
        asking=st.lists(asked(), min_size=1, max_size=4),
        other=st.sampled_from([False, False, False, False, False, True]),
    )
    def append(
        self, asking: list[tuple[int, bytes, int, list[tuple[str, str | None, int]], dict[str, int]]], other: bool
    ) -> None:
        """The versions are those before the call: later commits of one call are stale where earlier ones wrote."""
        commits = [self._commit(*one) for one in asking]
        expected = self.model.append(commits)
        sqlite, postgres, beside = self.ledgers
        assert [ledger.append(commits) for ledger in (sqlite, beside if other else postgres)] == [expected, expected]

    def _commit(
        self, number: int, digest: bytes, at: int, writes: list[tuple[str, str | None, int]], read: dict[str, int]
    ) -> Commit:
        known, drafts = self.model.versions, []
        expects = {stream: known[stream] for stream, _, _ in writes}
        expects |= {stream: max(0, known[stream] + mistaken) for stream, mistaken in read.items()}
        versions = Counter(expects)
        for stream, unit, words in writes:
            versions[stream] += 1
            drafts.append(draft(stream, versions[stream], unit, words))
        return commit(*drafts, command=told(number), digest=digest, at=at, expects=expects)

    @rule()
    @precondition(lambda self: self.model.facts)
    def restart(self) -> None:
        self._close()
        self._open()

    @invariant()
    def heads_agree(self) -> None:
        assert [ledger.head() for ledger in self.ledgers] == [(len(self.model.facts), self.model.at)] * 3

    def teardown(self) -> None:
        if not hasattr(self, "ledgers"):
            return
        self._close()
        assert [flaws(place) for place in self.places] == [[], []]
        ours, theirs = (place.tables() for place in self.places)
        assert ours == theirs
        assert [(event[1], event[9]) for event in ours["events"]] == [
            (one.stream, one.head) for one in self.model.facts
        ]

    def _open(self) -> None:
        self.ledgers: list[Ledger] = [place.open() for place in (*self.places, self.places[1])]

    def _close(self) -> None:
        for ledger in self.ledgers:
            ledger.close()


@pytest.mark.postgres
@pytest.mark.heavy
def test_both_stores_are_the_model(migrated: str, tmp_path: Path, full: bool) -> None:
    class Here(Ledgers):
        folder, address = tmp_path, migrated

    examples = 150 if full else 10
    run_state_machine_as_test(Here, settings=settings(max_examples=examples, stateful_step_count=12, deadline=None))
