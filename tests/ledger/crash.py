"""kill -9 at random moments, and what must be true afterwards.

`kill_at_random` starts a child in a process of its own, kills it in the middle of whatever it does, and lets `check` look at
what is left; then again. A child takes where it works, the number of its round, and a pipe into which it writes every
command id (a line each) once that command was acknowledged to it. `writer` is the child that writes the ledger alone; who
keeps more than a ledger (readers, views) hands in a child and a check of their own.
"""

import multiprocessing
import os
import random
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from uuid import uuid4

from services.ledger.contract import Appended, Ledger
from tests.ledger.making import commit, draft
from tests.ledger.place import Place

Child = Callable[[Place, int, int], None]
"""Place, number of the round, file descriptor for acknowledgements. Runs until it is killed."""

Check = Callable[[list[str]], None]
"""Is handed the command ids that were acknowledged in the round just ended."""

LONGEST_LIFE = 0.3
"""Seconds a child has at most: every other one from its birth, so that it may die while it opens what it works on, the
rest from its first acknowledgement, which on a busy machine may be long in coming."""

LONGEST_BIRTH = 30.0

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload([__name__])


def kill_at_random(place: Place, child: Child, check: Check, rounds: int) -> int:
    """How many commands were acknowledged in all."""
    acknowledged = 0
    for number in range(rounds):
        ids = _life(place, child, number)
        check(ids)
        acknowledged += len(ids)
    return acknowledged


def _life(place: Place, child: Child, number: int) -> list[str]:
    """One child from birth to death: what it acknowledged before it was killed."""
    ours, theirs = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=_run, args=(child, place, number, theirs), daemon=True)
    process.start()
    theirs.close()
    if number % 2:
        ours.poll(LONGEST_BIRTH)
    time.sleep(random.uniform(0, LONGEST_LIFE))
    process.kill()
    heard = _everything(ours.fileno())
    ours.close()
    process.join()
    assert process.exitcode == -9, f"round {number} ended by itself with {process.exitcode}"
    process.close()
    return heard.decode().split("\n")[:-1]


def _run(child: Child, place: Place, number: int, acknowledgements: Connection) -> None:
    child(place, number, acknowledgements.fileno())


def _everything(pipe: int) -> bytes:
    """What was written before the other end died; a line that was not finished was not acknowledged."""
    heard = b""
    while chunk := os.read(pipe, 65_536):
        heard += chunk
    return heard


def writer(place: Place, number: int, acknowledgements: int) -> None:
    """Three threads that append without end, one or several commits at a time."""
    ledger = place.open()
    with ThreadPoolExecutor(3) as threads:
        for thread in range(3):
            threads.submit(_append_for_ever, ledger, f"{number}-{thread}", acknowledgements)


def _append_for_ever(ledger: Ledger, name: str, acknowledgements: int) -> None:
    dice = random.Random(name)
    nth = 0
    while True:
        nth += 1
        commits = [
            commit(
                *(draft(f"concern-{name}-{nth}-{n}", version) for version in range(1, dice.randint(2, 4))),
                command=str(uuid4()),
            )
            for n in range(dice.choice([1, 1, 1, 5]))
        ]
        answers = ledger.append(commits)
        done = [commit.command for commit, answer in zip(commits, answers, strict=True) if isinstance(answer, Appended)]
        os.write(acknowledgements, "".join(f"{id_}\n" for id_ in done).encode())
