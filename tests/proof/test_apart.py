"""The signer in a process of its own: it signs one history, and whoever asks it never sees the key."""

import os
import re
import shutil
import signal
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from services.local_line import address_of
from services.proof.apart import SOCKET, Absent, SignerApart
from services.proof.checkpoint import read
from services.proof.log import ProofLog
from services.proof.signer import DIRECTORY, Contradicted
from services.proof.who_signs import is_apart
from tests.cli.conftest import alder, heard, started
from tests.cli.terminal import HEARD, Terminal
from tests.erasing.conftest import Guarded, guarded
from tests.proof.test_signer import ORIGIN, Leaves, leaves
from workflows.concern.commands import Raise

__all__ = ["alder", "guarded", "heard", "leaves", "started"]

RAISE = ("do", "concern", "raise", "--unit", "4-west", "--what", "x")


def until_it_answers(directory: Path) -> None:
    deadline = time.monotonic() + 20
    while not is_apart(directory):
        assert time.monotonic() < deadline, "the signer never answered"
        time.sleep(0.01)


def whoever_answers(directory: Path) -> int:
    """The process behind the socket, as the kernel says."""
    with socket.socket(socket.AF_UNIX) as line:
        with address_of(directory / SOCKET) as address:
            line.connect(address)
        said = line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    return int(struct.unpack("3i", said)[0])


@pytest.fixture
def apart(tmp_path: Path) -> Iterator[SignerApart]:
    """As `heard serve` starts it."""
    given = [str(tmp_path / DIRECTORY), ORIGIN, str(tmp_path / SOCKET)]
    child = subprocess.Popen([sys.executable, "-m", "services.proof.attending", *given], stdin=subprocess.PIPE)
    until_it_answers(tmp_path)
    yield SignerApart(tmp_path / SOCKET)
    assert child.stdin is not None
    child.stdin.close()
    assert child.wait(20) == 0, "it ends with whoever started it"
    assert not (tmp_path / SOCKET).exists()


def test_it_signs_each_head_that_continues_the_one_before_and_no_other(apart: SignerApart, leaves: Leaves) -> None:
    log = ProofLog(leaves, apart)
    notes = [log.checkpoint()[1]]
    leaves.add(300)
    notes.append(log.checkpoint()[1])
    assert [read(note, [apart.verifier]).size for note in notes] == [10, 310]
    assert [note for _, note in apart.signed()] == notes
    assert (log.last(), log.changed()) == (read(notes[1], [apart.verifier]), None)
    leaves.kept[4] = bytes(32)
    with pytest.raises(Contradicted, match="does not continue the 310"):
        ProofLog(leaves, apart).checkpoint()


def test_only_its_own_user_may_ask_it(apart: SignerApart, tmp_path: Path) -> None:
    assert (tmp_path / SOCKET).stat().st_mode & 0o077 == 0
    assert all(file.stat().st_mode & 0o077 == 0 for file in (tmp_path / DIRECTORY).glob("signer.key"))


def test_where_it_does_not_answer_everything_else_goes_on(guarded: Guarded) -> None:
    guarded.house.signer = SignerApart(guarded.directory / SOCKET)
    assert guarded.does(guarded.nurse, Raise(unit="4-west", what="One lift")).startswith("concern-")
    with pytest.raises(Absent, match=r"does not answer; heads are signed once it does"):
        guarded.house.proof.checkpoint()


def test_whoever_serves_has_one_beside_it_and_another_where_it_died(alder: Terminal) -> None:
    with alder.serving() as server:
        child = whoever_answers(alder.place)
        assert child != server.process.pid
        assert "ok    signer      heads are signed by a process of its own" in alder("doctor").out
        head = alder("head", "--json").found
        os.kill(child, signal.SIGKILL)
        assert alder(*RAISE).status == 0, "nobody waits for it"
        until_it_answers(alder.place)
        assert whoever_answers(alder.place) != child
        assert alder("head", "--json").found["size"] > head["size"]
    assert not (alder.place / SOCKET).exists()


def test_one_of_the_operator_s_is_asked_instead(alder: Terminal, tmp_path: Path) -> None:
    at, state = tmp_path / "elsewhere.sock", tmp_path / "state"
    shutil.move(alder.place / DIRECTORY, state)
    (alder.place / SOCKET).symlink_to(at)
    assert "FAULT signer      The signer at" in alder("doctor").out
    assert "does not answer" in alder("head").err
    command = [str(HEARD), "signer", "serve", "alder-creek", "--state", str(state), "--socket", str(at)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as theirs:
        assert theirs.stdout is not None
        key = re.findall(r"^Signs as (\S+)", theirs.stdout.readline())[0]
        until_it_answers(alder.place)
        with alder.serving():
            assert whoever_answers(alder.place) == theirs.pid
            assert alder("head", "--json").found["key"] == key
            assert "a process of its own, elsewhere" in alder("doctor").out
        assert not (alder.place / DIRECTORY).exists(), "there is no key where it is served"
        assert alder("verify").status == 0
        theirs.terminate()
        assert theirs.wait(20) == 0
