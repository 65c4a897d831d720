"""A file is whole or not there: it is written beside its place and put there once it is done, so that whoever is stopped in the
middle leaves what was there before."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def beside(place: Path) -> Iterator[Path]:
    """Where to write meanwhile; the place itself where that is no file, such as a pipe."""
    if place.exists() and not place.is_file():
        yield place
        return
    unfinished = place.with_name(f".{place.name}")
    try:
        yield unfinished
        unfinished.replace(place)
    finally:
        unfinished.unlink(missing_ok=True)


def put(place: Path, content: bytes) -> None:
    with beside(place) as unfinished:
        unfinished.write_bytes(content)
