"""What goes through the hatch comes back whole; whoever hands something in is never left hanging."""

import socket
import stat
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest

from services.errands.errand import Answer, Errand, Look, Say, Tick
from services.hatch import SOCKET, Hatch, NobodyServes, hand
from services.ledger.contract import OutcomeUnknown


def echo(errand: Errand, say: Say) -> Answer:
    say("under way")
    return Answer((repr(errand),), {"letters": "ä" * 100_000})


@contextmanager
def open_hatch(directory: Path, carry: Callable[[Errand, Say], Answer] = echo) -> Iterator[Path]:
    with Hatch(directory, carry):
        yield directory


def test_an_errand_and_its_answer_pass_whole(tmp_path: Path) -> None:
    heard: list[str] = []
    errand = Look(question="board", about="4 West", as_of="#118")
    with open_hatch(tmp_path) as directory:
        answer = hand(directory, errand, heard.append)
    assert answer == Answer((repr(errand),), {"letters": "ä" * 100_000})
    assert heard == ["under way"]


def test_only_its_owner_can_reach_it(tmp_path: Path) -> None:
    with open_hatch(tmp_path) as directory:
        assert stat.S_IMODE((directory / SOCKET).stat().st_mode) == 0o600
    assert not (tmp_path / SOCKET).exists()


def test_where_nobody_serves_one_is_told(tmp_path: Path) -> None:
    with pytest.raises(NobodyServes):
        hand(tmp_path, Tick(), print)


def test_a_socket_left_behind_by_a_killed_server_stands_in_nobodys_way(tmp_path: Path) -> None:
    left = socket.socket(socket.AF_UNIX)
    left.bind(str(tmp_path / SOCKET))
    left.close()
    with pytest.raises(NobodyServes):
        hand(tmp_path, Tick(), print)
    with open_hatch(tmp_path) as directory:
        assert hand(directory, Tick(), print).status == 0


def test_a_deep_directory_has_a_hatch_too(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["a-rather-long-name"] * 8)
    deep.mkdir(parents=True)
    with open_hatch(deep) as directory:
        assert hand(directory, Tick(), print).status == 0


def test_a_long_errand_keeps_nobody_waiting(tmp_path: Path) -> None:
    go_on = Event()

    def slow(errand: Errand, say: Say) -> Answer:
        return Answer((str(go_on.wait(10)),)) if isinstance(errand, Look) else Answer(("at once",))

    with open_hatch(tmp_path, slow) as directory:
        found: list[Answer] = []
        waiting = Thread(target=lambda: found.append(hand(directory, Look(question="desk", about="x"), print)))
        waiting.start()
        assert hand(directory, Tick(), print).said == ("at once",)
        go_on.set()
        waiting.join()
        assert found == [Answer(("True",))]


def test_what_is_unexpected_is_said_and_the_hatch_stays_open(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    def broken(errand: Errand, say: Say) -> Answer:
        raise ZeroDivisionError

    with open_hatch(tmp_path, broken) as directory:
        for _ in range(2):
            answer = hand(directory, Tick(), print)
            assert (answer.status, answer.said) == (
                1,
                ("Something unexpected happened in the server; its log says what.",),
            )
    assert "ZeroDivisionError" in capfd.readouterr().err


@pytest.mark.parametrize(
    "message", [b"", b"\x00", b"\xff\xff\xff\xff", struct.pack("!I", 9) + b"{", struct.pack("!I", 2) + b"no"]
)
def test_noise_at_the_hatch_harms_nobody(tmp_path: Path, message: bytes) -> None:
    with open_hatch(tmp_path) as directory:
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(str(directory / SOCKET))
            line.sendall(message)
        assert hand(directory, Tick(), print).status == 0


def test_an_errand_of_another_version_is_refused_in_words(tmp_path: Path) -> None:
    with open_hatch(tmp_path) as directory, socket.socket(socket.AF_UNIX) as line:
        line.connect(str(directory / SOCKET))
        message = b'{"type":"teleport"}'
        line.sendall(struct.pack("!I", len(message)) + message)
        assert b"another version" in line.recv(65_536)


def test_a_server_that_goes_away_leaves_an_unknown_outcome(tmp_path: Path) -> None:
    door = socket.socket(socket.AF_UNIX)
    door.bind(str(tmp_path / SOCKET))
    door.listen()

    def hang_up() -> None:
        caller, _ = door.accept()
        caller.close()

    gone = Thread(target=hang_up)
    gone.start()
    with pytest.raises(OutcomeUnknown, match="nothing is done twice"):
        hand(tmp_path, Tick(), print)
    gone.join()
    door.close()


def test_no_handle_is_left_open(tmp_path: Path) -> None:
    def handles() -> int:
        return len(list(Path("/proc/self/fd").iterdir()))

    with open_hatch(tmp_path) as directory:
        hand(directory, Tick(), print)
        before = handles()
        for _ in range(20):
            hand(directory, Tick(), print)
        assert handles() <= before + 1
