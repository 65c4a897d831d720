"""One of several writers on PostgreSQL: `python -m tests.benchmarks.concurrently ADDRESS HOSPITAL NTH SECONDS`.

Says `ready`, waits for a line, appends one event after the other, and prints how many it was told are stored.
"""

import sys
from time import perf_counter

from services.ledger import postgres
from services.ledger.contract import Appended
from tests.benchmarks.single import one_event

EACH = 1_000_000
"""Streams of one writer."""
FASTEST = 4_000
"""More events than one writer stores in a second."""


def write(address: str, hospital: str, nth: int, seconds: float) -> int:
    ledger = postgres.open_ledger(address, hospital)
    commits = [one_event(number) for number in range(nth * EACH, nth * EACH + int(seconds * FASTEST))]
    print("ready", flush=True)
    sys.stdin.readline()
    began, done = perf_counter(), 0
    for commit in commits:
        if perf_counter() - began > seconds:
            break
        (answer,) = ledger.append([commit])
        done += isinstance(answer, Appended)
    ledger.close()
    return done


if __name__ == "__main__":
    where, whose, which, long = sys.argv[1:]
    print(write(where, whose, int(which), float(long)))
