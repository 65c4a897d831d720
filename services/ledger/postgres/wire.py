"""Columns as PostgreSQL's binary arrays. Packed here because the driver asks every element for its type, which costs more
than the insert: its choice would also follow the values, and every choice is another prepared statement."""

from collections.abc import Sequence
from struct import Struct

from psycopg.abc import AdaptContext
from psycopg.adapt import Buffer, Dumper
from psycopg.pq import Format

_INT8, _TEXT, _BYTEA = 20, 25, 17
_HEADER = Struct(">iiiii").pack  # dimensions, whether it holds nulls, element type, length, lower bound
_EMPTY = Struct(">iii").pack
_LENGTH = Struct(">i").pack
_INTEGER = Struct(">iq").pack
_NULL = _LENGTH(-1)


class Integers(bytes):
    """A `bigint[]`, packed."""


class Texts(bytes):
    """A `text[]`, packed."""


class Blobs(bytes):
    """A `bytea[]`, packed."""


def integers(values: Sequence[int | None]) -> Integers:
    return Integers(_array(_INT8, [_NULL if value is None else _INTEGER(8, value) for value in values]))


def texts(values: Sequence[str | None]) -> Texts:
    return Texts(_array(_TEXT, [_element(None if value is None else value.encode()) for value in values]))


def blobs(values: Sequence[bytes | None]) -> Blobs:
    return Blobs(_array(_BYTEA, [_element(value) for value in values]))


def _array(element: int, packed: list[bytes]) -> bytes:
    if not packed:
        return _EMPTY(0, 0, element)
    return b"".join([_HEADER(1, 1, element, len(packed), 1), *packed])


def _element(value: bytes | None) -> bytes:
    return _NULL if value is None else _LENGTH(len(value)) + value


class _Packed(Dumper):
    format = Format.BINARY

    def dump(self, obj: bytes) -> Buffer:
        return obj


class _IntegersDumper(_Packed):
    oid = 1016


class _TextsDumper(_Packed):
    oid = 1009


class _BlobsDumper(_Packed):
    oid = 1001


def register(context: AdaptContext) -> None:
    """Teaches a connection to send packed columns as they are."""
    for shape, dumper in ((Integers, _IntegersDumper), (Texts, _TextsDumper), (Blobs, _BlobsDumper)):
        context.adapters.register_dumper(shape, dumper)
