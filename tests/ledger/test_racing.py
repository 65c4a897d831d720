"""Writers that race, and a reader that follows them."""

import random
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from time import sleep

import pytest

from services.ledger.contract import Answer, Appended, Commit, Ledger, Stale, Unavailable
from tests.ledger.making import commit, draft, one
from tests.ledger.place import Place
from tests.ledger.racing import racing
from tests.ledger.soundness import flaws


def test_eight_writers_leave_no_gap(place: Place) -> None:
    def write(number: int, ledger: Ledger) -> None:
        for version in range(1, 26):
            size = 1 + version % 3
            drafts = [draft(f"concern-{number}-{version}", n, f"unit-{number % 3}") for n in range(1, size + 1)]
            assert isinstance(ledger.append([commit(*drafts)])[0], Appended)

    with racing(place, 8, write):
        pass
    assert len(place.tables()["events"]) == 8 * sum(1 + version % 3 for version in range(1, 26))
    assert flaws(place) == []


def test_of_two_who_read_the_same_one_must_decide_again(place: Place) -> None:
    """Every writer adds ten facts to one stream, deciding again whenever another was faster."""

    def write(number: int, ledger: Ledger) -> None:
        version, added = 0, 0
        while added < 10:
            (answer,) = ledger.append([one("issue-a", version + 1)])
            added += isinstance(answer, Appended)
            version = answer.found if isinstance(answer, Stale) else version + 1

    with racing(place, 6, write):
        pass
    assert [row[2] for row in place.tables()["events"]] == list(range(1, 61))
    assert flaws(place) == []


def test_no_issue_closes_over_what_was_logged_meanwhile(place: Place) -> None:
    """One closes while another blocks, both having seen the same: whoever comes second is told."""
    for attempt in range(15):
        issue, barrier = f"issue-{attempt}", f"barrier-{attempt}"
        seen = {issue: 0, barrier: 0}
        ways = [commit(draft(issue, 1), expects=seen), commit(draft(barrier, 1), expects=seen)]
        answers: list[Answer] = []
        with racing(place, 2, partial(_go, ways, answers)):
            pass
        assert sorted(type(answer).__name__ for answer in answers) == ["Appended", "Stale"]


def _go(ways: list[Commit], answers: list[Answer], number: int, ledger: Ledger) -> None:
    answers.extend(ledger.append([ways[number]]))


def test_a_ledger_may_be_closed_while_others_use_it(place: Place) -> None:
    """They are told; a process that stops must not die of it."""

    def use(number: int) -> str:
        nth = 0
        while True:
            nth += 1
            try:
                ledger.append([one(f"concern-{number}-{nth}")])
                ledger.rows(0, 200)
            except Unavailable as error:
                return str(error)

    for _ in range(5):
        ledger = place.open()
        with ThreadPoolExecutor(4) as threads:
            users = [threads.submit(use, number) for number in range(4)]
            sleep(0.05)
            ledger.close()
            assert all("cannot be" in user.result(timeout=10) for user in users)
    assert flaws(place) == []


@pytest.mark.heavy
def test_a_tailing_reader_misses_nothing(place: Place, full: bool) -> None:
    met = 0
    for run in range(10 if full else 2):
        with racing(place, 6, partial(_chatter, run)) as running:
            met = _follow(place, met, running)
    assert met == len(place.tables()["events"])
    assert flaws(place) == []


def _chatter(run: int, number: int, ledger: Ledger) -> None:
    """Sixty commits of one to four facts, now and then several in one call."""
    name = f"{run}-{number}"
    dice = random.Random(name)
    for nth in range(60):
        commits = [
            commit(*(draft(f"concern-{name}-{nth}-{n}", version) for version in range(1, dice.randint(2, 5))))
            for n in range(dice.choice([1, 1, 1, 3]))
        ]
        assert all(isinstance(answer, Appended) for answer in ledger.append(commits))


def _follow(place: Place, after: int, running: list[Future[None]]) -> int:
    """Reads what is new again and again until the writers are done; every fact must follow the one before."""
    reader = place.open_reader()
    done = False
    while True:
        rows = reader.rows(after, 200)
        assert [row[0] for row in rows] == list(range(after + 1, after + 1 + len(rows)))
        after += len(rows)
        if done and not rows:
            reader.close()
            return after
        done = all(one.done() for one in running)
