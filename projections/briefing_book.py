"""What has happened here since you last rounded? Reckoned from rows as they were known at two positions of the log.

What is still open is read from the rows of today alone, so that nothing that waits is left out because nobody touched it.
"""

from collections.abc import Collection, Iterable
from typing import Generic

from msgspec import Struct

from projections.answers import VoiceRow
from projections.barriers import BarrierRow
from projections.lives import R, Stint
from projections.promises import PromiseRow
from projections.tracking_log import IssueRow

UNANSWERED = ("owed", "noted")


class Turn(Struct, Generic[R], frozen=True):
    """A row as it is, and as it was known at the position before; None where it was not there then."""

    then: R | None
    now: Stint[R]


class Changes(Struct, frozen=True, kw_only=True):
    """All that one unit's rows turned to between two positions."""

    voices: tuple[Turn[VoiceRow], ...]
    issues: tuple[Turn[IssueRow], ...]
    barriers: tuple[Turn[BarrierRow], ...]
    promises: tuple[Turn[PromiseRow], ...]


class Standing(Struct, frozen=True, kw_only=True):
    """What waits in the unit today."""

    issues: tuple[Stint[IssueRow], ...]
    barriers: tuple[Stint[BarrierRow], ...]
    promises: tuple[Stint[PromiseRow], ...]


class Book(Struct, frozen=True, kw_only=True):
    """`raised`, `answered` and `heard` are voices, `resolved` and `waiting` issues, `moved` barriers and issues whose promise
    moved since. `promised` and `kept` are the executive's own; `money` are barriers that ask for it. `thanks` counts, and
    `heard_of_yours`: how often a voice said since that the executive's own answer was heard."""

    raised: tuple[Stint[VoiceRow], ...]
    answered: tuple[Stint[VoiceRow], ...]
    heard: tuple[Stint[VoiceRow], ...]
    resolved: tuple[Stint[IssueRow], ...]
    waiting: tuple[Stint[IssueRow], ...]
    moved: tuple[Stint[BarrierRow] | Stint[IssueRow], ...]
    promised: tuple[Stint[PromiseRow] | Stint[BarrierRow], ...]
    kept: tuple[Stint[PromiseRow] | Stint[BarrierRow], ...]
    money: tuple[Stint[BarrierRow], ...]
    thanks: int
    heard_of_yours: int


def book(changes: Changes, standing: Standing, executive: str | None) -> Book:
    """Everything by how long it has stood so."""
    turned = tuple(turn for turn in changes.voices if turn.now.row.voice.hidden is None)
    heard = [turn.now for turn in turned if turn.now.row.state == "heard" and not _was(turn, "heard")]
    begun = [turn.now for turn in turned if turn.then is None]
    return Book(
        raised=_longest_first(one for one in begun if one.row.state not in ("noted", "withdrawn")),
        answered=_longest_first(turn.now for turn in turned if _is_answered(turn)),
        heard=_longest_first(heard),
        resolved=_longest_first(turn.now for turn in changes.issues if _is_resolved(turn)),
        waiting=_longest_first(standing.issues),
        moved=(*_moved_barriers(changes.barriers), *_moved_issues(changes.issues, standing.barriers)),
        promised=(*_owed(standing.promises, executive), *_held(standing.barriers, executive)),
        kept=(*_kept(changes.promises, executive), *_removed(changes.barriers, executive)),
        money=_longest_first(one for one in standing.barriers if one.row.obstacle.money),
        thanks=sum(one.row.state == "noted" for one in begun),
        heard_of_yours=sum(
            executive is not None and one.row.answer is not None and one.row.answer.by == executive for one in heard
        ),
    )


def _was(turn: Turn[VoiceRow], state: str) -> bool:
    return turn.then is not None and turn.then.state == state


def _is_answered(turn: Turn[VoiceRow]) -> bool:
    """Whether an answer came since, and counts today."""
    now = turn.now.row
    if now.answer is None or now.state in UNANSWERED:
        return False
    return turn.then is None or turn.then.answer is None or turn.then.state in UNANSWERED


def _is_resolved(turn: Turn[IssueRow]) -> bool:
    done = turn.now.row.shelf in ("done", "closed") and turn.now.row.state != "unlisted"
    return done and (turn.then is None or turn.then.shelf == "open")


def _moved_barriers(turns: Iterable[Turn[BarrierRow]]) -> tuple[Stint[BarrierRow], ...]:
    return _longest_first(
        turn.now
        for turn in turns
        if turn.now.row.shelf == "open" and turn.now.row.obstacle.moves > (turn.then.obstacle.moves if turn.then else 0)
    )


def _moved_issues(
    turns: Iterable[Turn[IssueRow]], barriers: Collection[Stint[BarrierRow]]
) -> tuple[Stint[IssueRow], ...]:
    """Those that wait for no barrier: else the barrier's promise is the one that counts."""
    blocked = {issue for one in barriers for issue in one.row.obstacle.issues}
    return _longest_first(
        turn.now
        for turn in turns
        if turn.now.row.shelf == "open"
        and turn.now.stream not in blocked
        and turn.now.row.matter.moves > (turn.then.matter.moves if turn.then else 0)
    )


def _owed(promises: Iterable[Stint[PromiseRow]], executive: str | None) -> tuple[Stint[PromiseRow], ...]:
    return _longest_first(one for one in promises if one.row.pledge.holder == executive)


def _held(barriers: Iterable[Stint[BarrierRow]], executive: str | None) -> tuple[Stint[BarrierRow], ...]:
    return _longest_first(one for one in barriers if one.row.holder == executive)


def _kept(turns: Iterable[Turn[PromiseRow]], executive: str | None) -> tuple[Stint[PromiseRow], ...]:
    return _longest_first(
        turn.now for turn in turns if turn.now.row.state == "kept" and turn.now.row.pledge.holder == executive
    )


def _removed(turns: Iterable[Turn[BarrierRow]], executive: str | None) -> tuple[Stint[BarrierRow], ...]:
    return _longest_first(
        turn.now for turn in turns if turn.now.row.state == "removed" and turn.now.row.holder == executive
    )


def _longest_first(stints: Iterable[Stint[R]]) -> tuple[Stint[R], ...]:
    return tuple(sorted(stints, key=lambda stint: (stint.began, stint.stream)))
