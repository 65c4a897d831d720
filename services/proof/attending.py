"""The process that signs: it answers what `apart` asks.

    python -m services.proof.attending DIRECTORY ORIGIN SOCKET

is that process as `heard serve` starts it: it ends with whoever started it.
"""

import os
import signal
import socket
import sys
from contextlib import suppress
from pathlib import Path as File
from threading import Thread

import msgspec

from services.local_line import address_of, only_the_owner, receive, send
from services.proof.apart import PATIENCE, Answer, CutOff, Key, Last, Question, Sign, Signed, question_of
from services.proof.signer import Contradicted, Signer

LULL = 1.0
"""Seconds it waits for whoever asks, before it looks up: a signal that comes just before the wait would be slept through."""


def attend(signer: Signer, at: File, group: int | None = None) -> None:
    """Answers until the process is told to stop. Only the owner may ask, and this group."""
    with suppress(FileNotFoundError):  # left behind by one that was killed
        at.unlink()
    with socket.socket(socket.AF_UNIX) as door:
        with address_of(at) as address, only_the_owner():
            door.bind(address)
        if group is not None:
            os.chown(at, -1, group)
            at.chmod(0o660)
        door.listen()
        door.settimeout(LULL)
        try:
            while True:
                with suppress(TimeoutError):
                    caller, _ = door.accept()
                    Thread(target=_serve, args=(signer, caller), daemon=True).start()
        finally:
            at.unlink(missing_ok=True)


def _serve(signer: Signer, caller: socket.socket) -> None:
    with caller, suppress(OSError, EOFError, msgspec.MsgspecError):
        caller.settimeout(PATIENCE)
        send(caller, msgspec.json.encode(_answered(signer, receive(caller))))


def _answered(signer: Signer, message: bytes) -> Answer:
    try:
        question: Question = question_of(message)
        match question:
            case Key():
                return Answer((str(signer.verifier),))
            case Last():
                last = signer.last()
                return Answer((last[1],) if last else ())
            case Signed():
                return Answer(tuple(note for _, note in signer.signed()))
            case CutOff():
                return Answer((str(signer.cut_off()),))
            case Sign(size, root, path, keeps):
                return Answer((signer.sign(size, root, path, keeps=keeps),))
    except Contradicted as error:
        return Answer(refused=str(error))


def stoppable() -> None:
    """Told to stop, it stops in order."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))


def _with_its_parent() -> None:
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)


def main(directory: str, origin: str, at: str) -> None:
    stoppable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it stops first
    Thread(target=_with_its_parent, daemon=True).start()
    attend(Signer(File(directory), origin), File(at))


if __name__ == "__main__":
    main(*sys.argv[1:])
