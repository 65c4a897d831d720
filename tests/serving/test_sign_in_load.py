"""Ten people a second sign in, whoever else waits: nobody waits long, and everybody else is served meanwhile."""

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPConnection
from json import dumps
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from services import bootstrap
from services.people.terms import terms
from tests.cli.terminal import Terminal

A_SECOND = 10
PASSWORD = "four small wet lamps"  # noqa: S105 - of a test


def opened(place: Path, people: int) -> list[str]:
    """Logins of people with passwords of their own."""
    with bootstrap.open_house(place) as house:
        logins = [f"nurse{n}" for n in range(people)]
        for login in logins:
            house.accounts.open(house.people.add(login).id, login, PASSWORD, told=False)
    return logins


def knock(address: str, login: str, at: float) -> tuple[int, float]:
    """Signs in at that moment; status, and seconds from then on, waiting included."""
    time.sleep(max(0.0, at - time.monotonic()))
    where = urlsplit(address)
    with closing(HTTPConnection(where.hostname or "", where.port, timeout=30)) as line:
        sent = dumps({"login": login, "password": PASSWORD})
        line.request("POST", "/api/v1/session", sent, {"Content-Type": "application/json"})
        answer = line.getresponse()
        answer.read()
        return answer.status, time.monotonic() - at


@pytest.mark.heavy
def test_ten_a_second(alder: Terminal, full: bool) -> None:
    logins = opened(alder.place, 20)
    number = A_SECOND * (60 if full else 4)
    with alder.serving() as server, ThreadPoolExecutor(100) as crowd:
        begin = time.monotonic() + 0.5
        due = [(logins[n % 20], begin + n / A_SECOND) for n in range(number)]
        asked = [crowd.submit(knock, server.address, login, at) for login, at in due]
        told = [one.result() for one in asked]
    waited = sorted(seconds for _, seconds in told)
    p99 = waited[int(len(waited) * 0.99) - 1]
    middle = waited[len(waited) // 2]
    print(f"{terms().hashing}: {number} sign-ins at {A_SECOND} a second, median {middle:.3f} s, p99 {p99:.3f} s")
    came_in = sum(status == 201 for status, _ in told)
    assert {status for status, _ in told} <= {201, 503}
    assert came_in == number if full else came_in > number // 2
    assert p99 < 0.250 or not full
