"""The signer in a process of its own, asked through a socket: what is said, and the side of whoever asks (`attending` answers).
It alone reads the key. Where it does not answer, whoever is served goes on being served; heads are signed later.
"""

import socket
from pathlib import Path as File

import msgspec
from msgspec import Struct

from services.local_line import address_of, receive, send
from services.proof.checkpoint import Checkpoint, read
from services.proof.note import Unsigned, Verifier, verifier_of
from services.proof.signer import Contradicted
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

question_of = msgspec.json.Decoder(Question).decode
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
