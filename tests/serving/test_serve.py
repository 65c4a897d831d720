"""One process serves; others hand it what they want; it may be killed at any moment and starts again."""

import http.client
import signal
import socket
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

from services.hatch import SOCKET
from tests.cli.terminal import Terminal

RAISE = ("do", "concern", "raise", "--unit", "4-west", "--kind", "concern", "--json", "--what")


def status_of(address: str, path: str = "/", **headers: str) -> int:
    where = urlsplit(address)
    line = http.client.HTTPConnection(where.hostname or "", where.port, timeout=20)
    try:
        line.request("GET", path, headers=headers)
        return line.getresponse().status
    finally:
        line.close()


def owed(alder: Terminal) -> set[str]:
    board = alder("board", "4-west", "--json").found
    return {row["id"] for row in board["tables"]["Owed an answer"]}


def test_it_answers_at_the_address_it_prints_and_stops_in_order(alder: Terminal) -> None:
    with alder.serving() as server:
        assert status_of(server.address) < 400
        assert (alder.place / SOCKET).exists()
    assert server.process.returncode == 0
    assert server.said[-1] == "Stopping: what is under way is finished first."
    assert not (alder.place / SOCKET).exists()


def test_the_terminal_hands_over_what_it_wants(alder: Terminal) -> None:
    with alder.serving():
        raised = alder(*RAISE, "a").found["stream"]
        assert owed(alder) == {raised}
        examined = alder("doctor")
        assert "a process serves it and answers at its hatch" in examined.out
        assert examined.status == 0
        assert alder("rebuild", "--json").found["same"] is True
        assert "everything was there already" in alder.start().out
    assert owed(alder) == {raised}


def test_a_second_server_is_refused_with_a_sentence(alder: Terminal) -> None:
    with alder.serving() as server:
        second = alder.process("serve", "--port", "0")
        assert (second.status, second.out) == (1, "")
        assert "is being served already" in second.err
        assert second.err.count("\n") == 1
        assert status_of(server.address) < 400


def test_a_port_that_is_taken_is_told(alder: Terminal) -> None:
    with alder.serving() as server:
        alder("start", "--name", "Birch Hill", "--zone", "UTC", "--yes")
        port = str(urlsplit(server.address).port)
        other = alder.process("serve", "--port", port, "--hospital", str(alder.home / "birch-hill"))
        assert (other.status, other.out) == (1, "")
        assert f"cannot listen on 127.0.0.1, port {port}" in other.err


def test_killed_it_loses_nothing_and_starts_again(alder: Terminal) -> None:
    with alder.serving() as server:
        acknowledged = {alder(*RAISE, str(n)).found["stream"] for n in range(3)}
        server.process.send_signal(signal.SIGKILL)
        server.process.wait()
        assert (alder.place / SOCKET).exists()
        assert owed(alder) == acknowledged
    with alder.serving():
        acknowledged.add(alder(*RAISE, "after").found["stream"])
        assert owed(alder) == acknowledged
        assert alder("rebuild", "--json").found["same"] is True


def test_views_that_stand_still_are_told_and_keep_nobody_from_being_served(alder: Terminal) -> None:
    alder(*RAISE, "x")
    with sqlite3.connect(alder.place / "ledger.sqlite") as ledger:
        ledger.execute("UPDATE events SET name = 'concern.of_tomorrow' WHERE name = 'concern.raised'")
    with alder.serving() as server:
        assert status_of(server.address) < 400
        examined = alder("doctor")
        assert examined.status == 1
        assert "FAULT views       The views stand still before fact" in examined.out
        board = alder("board", "4-west")
        assert (board.status, board.out, board.err.count("\n")) == (1, "", 1)
    assert any("stand still" in line for line in server.said)


def test_what_a_server_took_and_never_answered_is_done_once(alder: Terminal) -> None:
    door = socket.socket(socket.AF_UNIX)
    door.bind(str(alder.place / SOCKET))
    door.listen()

    def vanish() -> None:
        caller, _ = door.accept()
        (alder.place / SOCKET).unlink()
        caller.close()

    with ThreadPoolExecutor(1) as pool:
        gone = pool.submit(vanish)
        raised = alder(*RAISE, "once")
    gone.result()
    door.close()
    assert owed(alder) == {raised.found["stream"]}


def test_an_anonymous_voice_waits_in_the_intake(alder: Terminal) -> None:
    said = alder(*(word for word in RAISE if word != "--json"), "a", "--speaker", "anonymous")
    assert "enters the record later" in said.out
    assert [one.partition("-")[0] for one in owed(alder)] == ["waiting"]
    assert alder("tick", "--json").found["waiting"] == 1


def test_terminals_without_a_server_wait_for_each_other(alder: Terminal) -> None:
    with ThreadPoolExecutor(2) as pool:
        said = list(pool.map(lambda n: alder.process(*RAISE, str(n)), range(2)))
    assert [one.err for one in said] == [""] * 2
    assert owed(alder) == {one.found["stream"] for one in said}


def test_a_server_whose_hatch_is_gone_is_told_apart(alder: Terminal) -> None:
    with alder.serving():
        (alder.place / SOCKET).unlink()
        examined = alder("doctor")
        assert examined.status == 1
        assert "does not answer at its hatch" in examined.out


def test_an_empty_hospital_says_where_to_begin(heard: Terminal) -> None:
    heard("start", "--name", "Birch Hill", "--zone", "UTC", "--yes")
    assert (heard.home / "birch-hill").stat().st_mode & 0o077 == 0
    with heard.serving() as server:
        assert status_of(server.address, "/start") == 200
        assert status_of(server.address, "/start", Forwarded="for=203.0.113.9") == 404
        assert status_of(server.address, "/start", Host="heard.alder-creek.example") == 404
        server.process.send_signal(signal.SIGINT)
        assert server.process.wait(30) == 0
    assert f"begin on this machine at {server.address}/start" in "\n".join(server.said)
