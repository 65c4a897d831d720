"""One process at a time writes the files of a hospital's directory: whoever holds its lock file. The kernel lets go of it when
a process ends, however it ends."""

import fcntl
from io import TextIOWrapper
from pathlib import Path

from services.ledger.contract import BeingWritten

LOCK = "ledger.lock"


def hold(directory: Path) -> TextIOWrapper:
    """The lock, held until it is closed. BeingWritten when another process holds it."""
    directory.mkdir(parents=True, exist_ok=True)
    lock = (directory / LOCK).open("w", encoding="utf-8")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise BeingWritten(f"Another process is writing this hospital's ledger ({directory / LOCK}).") from None
    return lock
