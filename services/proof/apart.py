"""The signer in a process of its own: it alone reads the key, and whoever wants a head signed asks it through a socket. Where
it does not answer, whoever is served goes on being served; heads are signed later.

    python -m services.proof.apart DIRECTORY ORIGIN SOCKET

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
from msgspec import Struct

from services.local_line import address_of, only_the_owner, receive, send
from services.proof.checkpoint import Checkpoint, read
from services.proof.note import Unsigned, Verifier, verifier_of
from services.proof.signer import Contradicted, Signer
from services.proof.tree import Path

SOCKET = "signer.sock"
"""Where it is asked, in a hospital's directory: a socket, or a link to one elsewhere."""
PATIENCE = 5.0
"""Seconds that it is given."""


class Absent(Exception):
    """The signer does not answer; the message is for an operator."""


class Key(Struct, frozen=True, tag="key"):
    """By which anybody checks what it signs."""


class Last(Struct, frozen=True, tag="last"):
    """The note it signed last; none where it never did."""


class Signed(Struct, frozen=True, tag="signed"):
    """As `Signer.signed`: the notes alone."""


class CutOff(Struct, frozen=True, tag="cut_off"):
    """As `Signer.cut_off`."""


class Sign(Struct, frozen=True, tag="sign"):
    """As `Signer.sign`."""

    size: int
    root: bytes
    path: Path
    keeps: bool = True


class Answer(Struct, frozen=True):
    """`refused` says why it signs nothing, or that what it keeps was changed."""

    said: tuple[str, ...] = ()
    refused: str | None = None


Question = Key | Last | Signed | CutOff | Sign

_question = msgspec.json.Decoder(Question).decode
_answer = msgspec.json.Decoder(Answer).decode


class SignerApart:
    """Asked as a `Signer` is. Absent where it does not answer."""

    def __init__(self, at: File) -> None:
        self._at = at
        self._verifier: Verifier | None = None

    @property
    def verifier(self) -> Verifier:
        if self._verifier is None:
            try:
                self._verifier = verifier_of(self._asked(Key())[0])
            except (Unsigned, IndexError) as error:
                raise Absent(f"What answers at {self._at} is no signer.") from error
        return self._verifier

    def last(self) -> tuple[Checkpoint, str] | None:
        found = self._asked(Last())
        return self._read(found[0]) if found else None

    def signed(self) -> list[tuple[Checkpoint, str]]:
        return [self._read(note) for note in self._asked(Signed())]

    def cut_off(self) -> int:
        return int(self._asked(CutOff())[0])

    def sign(self, size: int, root: bytes, path: Path, *, keeps: bool = True) -> str:
        return self._asked(Sign(size, root, path, keeps))[0]

    def _read(self, note: str) -> tuple[Checkpoint, str]:
        try:
            return read(note, [self.verifier]), note
        except Unsigned as error:
            raise Contradicted(f"What the signer said at {self._at} it has not signed. {error}") from error

    def _asked(self, question: Question) -> tuple[str, ...]:
        try:
            with socket.socket(socket.AF_UNIX) as line:
                line.settimeout(PATIENCE)
                with address_of(self._at) as address:
                    line.connect(address)
                send(line, msgspec.json.encode(question))
                answer = _answer(receive(line))
        except (OSError, EOFError, msgspec.MsgspecError) as error:
            raise Absent(f"The signer at {self._at} does not answer; heads are signed once it does.") from error
        if answer.refused is not None:
            raise Contradicted(answer.refused)
        return answer.said


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
        try:
            while True:
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
        question: Question = _question(message)
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
