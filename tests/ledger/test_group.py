"""Lead or follow: who waits is written for by whoever writes."""

from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from time import sleep

import pytest

from services.ledger.contract import Answer, Commit, Done, OutcomeUnknown, Unavailable
from services.ledger.group import LARGEST_GROUP, Group
from tests.ledger.making import one, told


class Slow:
    """A store that writes when it is let, and remembers what came together. It fails where a command says so."""

    def __init__(self) -> None:
        self.begun, self.go = Event(), Event()
        self.together: list[list[str]] = []

    def write(self, commits: list[Commit]) -> list[Answer]:
        self.together.append([str(commit.command) for commit in commits])
        self.begun.set()
        assert self.go.wait(5)
        if any(commit.command == "full" for commit in commits):
            raise Unavailable("The disk is full.")
        if any(commit.command == "stopped" for commit in commits):
            raise KeyboardInterrupt
        return [Done(int(commit.at), int(commit.at)) for commit in commits]


def ask(group: Group, threads: ThreadPoolExecutor, slow: Slow, *commands: str) -> list[Future[list[Answer]]]:
    """One caller per command; the first leads, and all others wait while it writes."""
    asked = [threads.submit(group.append, [one("concern-a", command=commands[0], at=0)])]
    assert slow.begun.wait(5)
    for at, command in enumerate(commands[1:], start=1):
        asked.append(threads.submit(group.append, [one("concern-a", command=command, at=at)]))
        while len(group._waiting) < at:
            sleep(0.001)
    slow.go.set()
    return asked


def test_a_lone_caller_is_written_for_at_once() -> None:
    slow = Slow()
    slow.go.set()
    assert Group(slow.write).append([one("concern-a", command=told(1), at=7)]) == [Done(7, 7)]


def test_those_who_wait_are_written_together_in_the_order_they_came() -> None:
    slow = Slow()
    with ThreadPoolExecutor(6) as threads:
        asked = ask(Group(slow.write), threads, slow, *"abcdef")
        assert [caller.result(5) for caller in asked] == [[Done(at, at)] for at in range(6)]
    assert slow.together == [["a"], ["b", "c", "d", "e", "f"]]


def test_a_call_of_many_is_one_call_and_groups_are_bounded() -> None:
    slow = Slow()
    group = Group(slow.write)
    many = [one("concern-a", command="m", at=0)] * (LARGEST_GROUP - 1)
    with ThreadPoolExecutor(4) as threads:
        leader = threads.submit(group.append, [one("concern-a", command="a", at=0)])
        assert slow.begun.wait(5)
        waiting = [threads.submit(group.append, many)]
        while len(group._waiting) < 1:
            sleep(0.001)
        waiting += [threads.submit(group.append, [one("concern-a", command=name, at=0)] * 2) for name in "bc"]
        while len(group._waiting) < 3:
            sleep(0.001)
        slow.go.set()
        assert [len(caller.result(5)) for caller in (leader, *waiting)] == [1, LARGEST_GROUP - 1, 2, 2]
    assert [len(group) for group in slow.together] == [1, LARGEST_GROUP - 1, 4]


def test_what_fails_for_a_group_fails_for_each_and_the_next_goes_on() -> None:
    slow = Slow()
    group = Group(slow.write)
    with ThreadPoolExecutor(3) as threads:
        first, *failed = ask(group, threads, slow, "a", "full", "b")
        assert first.result(5) == [Done(0, 0)]
        for caller in failed:
            with pytest.raises(Unavailable, match="full"):
                caller.result(5)
    assert group.append([one("concern-a", command="c", at=9)]) == [Done(9, 9)]


def test_who_is_stopped_stops_alone_and_the_others_ask_again() -> None:
    slow = Slow()
    group = Group(slow.write)
    with ThreadPoolExecutor(3) as threads:
        _, stopped, follower = ask(group, threads, slow, "a", "stopped", "b")
        assert isinstance(stopped.exception(5), KeyboardInterrupt)
        with pytest.raises(OutcomeUnknown, match="same id"):
            follower.result(5)
    assert group.append([one("concern-a", command="c", at=9)]) == [Done(9, 9)]
