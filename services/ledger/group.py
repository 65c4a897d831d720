"""Lead or follow: whoever finds nobody writing writes for all who wait.

There is no queue thread: a lone caller pays nothing, sixteen callers share one disk flush. A leader hands the lead on as
soon as its own answer is there, so nobody leads for others for long.
"""

from collections import deque
from collections.abc import Callable, Sequence
from threading import Lock

from services.ledger.contract import Answer, Commit, OutcomeUnknown

LARGEST_GROUP = 1_000
"""Commits per transaction when many wait."""

Write = Callable[[list[Commit]], list[Answer]]


class _Caller:
    """One waiting call: its commits, and afterwards its answers or the error all in its group met."""

    __slots__ = ("answers", "commits", "error", "leads", "turn")

    def __init__(self, commits: Sequence[Commit]) -> None:
        self.commits = commits
        self.answers: list[Answer] | None = None
        self.error: BaseException | None = None
        self.leads = False
        self.turn = Lock()


class Group:
    """Serialises `write` over threads, joining the commits of those who wait into one call."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self.writing = Lock()
        """Held while a group is being written: whoever closes the store waits for it."""
        self._door = Lock()
        self._waiting: deque[_Caller] = deque()
        self._led = False

    def append(self, commits: Sequence[Commit]) -> list[Answer]:
        with self._door:
            if self._led:
                caller = _Caller(commits)
                self._waiting.append(caller)
                caller.turn.acquire()
            else:
                caller, self._led = None, True
        return self._follow(caller) if caller else self._write_alone(commits)

    def _write_alone(self, commits: Sequence[Commit]) -> list[Answer]:
        """Nobody wrote and so nobody waits: the leader asks for itself alone."""
        try:
            with self.writing:
                return self._write(list(commits))
        finally:
            self._pass_on()

    def _follow(self, caller: _Caller) -> list[Answer]:
        """Waits until somebody has written for it, or has handed it the lead."""
        caller.turn.acquire()
        if caller.leads:
            try:
                self._carry_out(self._gather())
            finally:
                self._pass_on()
        if caller.error is not None:
            raise caller.error
        assert caller.answers is not None
        return caller.answers

    def _gather(self) -> list[_Caller]:
        with self._door:
            group = [self._waiting.popleft()]
            size = len(group[0].commits)
            while self._waiting and size + len(self._waiting[0].commits) <= LARGEST_GROUP:
                group.append(self._waiting.popleft())
                size += len(group[-1].commits)
        return group

    def _carry_out(self, group: list[_Caller]) -> None:
        try:
            with self.writing:
                answers = self._write([commit for caller in group for commit in caller.commits])
        except BaseException as error:  # noqa: BLE001 - nothing is swallowed: every caller raises it
            for caller in group:
                caller.error = error
            if not isinstance(error, Exception):
                for caller in group[1:]:
                    caller.error = OutcomeUnknown("The writing was broken off; ask again with the same id.")
        else:
            start = 0
            for caller in group:
                end = start + len(caller.commits)
                caller.answers, start = answers[start:end], end
        for caller in group[1:]:
            caller.turn.release()

    def _pass_on(self) -> None:
        with self._door:
            if self._waiting:
                successor = self._waiting[0]
                successor.leads = True
                successor.turn.release()
            else:
                self._led = False
