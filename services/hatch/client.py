"""The side of whoever hands an errand in."""

import socket
from pathlib import Path

import msgspec

from services.errands.errand import Answer, Errand, Say
from services.hatch.wire import SOCKET, Over, encode, reply_of
from services.ledger.contract import LedgerError, OutcomeUnknown
from services.local_line import address_of, receive, send


class NobodyServes(LedgerError):
    """No process serves this hospital: whoever asks must open it."""


def hand(directory: Path, errand: Errand, hear: Say) -> Answer:
    """Hands an errand to the process that serves this hospital and waits for its answer. NobodyServes when there is none,
    OutcomeUnknown when it went away in between."""
    with socket.socket(socket.AF_UNIX) as line:
        try:
            with address_of(directory / SOCKET) as address:
                line.connect(address)
        except (FileNotFoundError, ConnectionRefusedError) as error:
            raise NobodyServes("Nobody serves this hospital.") from error
        try:
            send(line, encode(errand))
            return _hear_out(line, hear)
        except (OSError, EOFError, msgspec.MsgspecError) as error:
            raise OutcomeUnknown(
                "The server went away in between. Run the same again: nothing is done twice."
            ) from error


def _hear_out(line: socket.socket, hear: Say) -> Answer:
    while True:
        reply = reply_of(receive(line))
        if isinstance(reply, Over):
            return reply.answer
        hear(reply.text)
