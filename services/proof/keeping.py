"""State of whoever signs: small files of one owner, on the disk before anything is said that rests on them."""

import os
import secrets
from pathlib import Path as File


def seed(path: File) -> bytes:
    """Of a private key, made where there is none."""
    if not path.exists():
        keep(path, secrets.token_bytes(32))
    return path.read_bytes()


def add(path: File, content: bytes) -> None:
    """On the disk, behind what is there."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def keep(path: File, content: bytes) -> None:
    """Whole and on the disk, or not at all; for its owner alone."""
    beside = path.with_name(f".{path.name}")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
