"""How large a sheet may be. Beyond these it is refused, or the row rejected, in a sentence."""

from msgspec import Struct


class Caps(Struct, frozen=True):
    """Bytes of the file and of its unpacked parts, counts of rows and columns, characters of a cell.

    100,000 rows of a usual log unpack to about 80 MB of XML, read as a stream; only `part` sits in memory whole.
    """

    file: int = 256 << 20
    unpacked: int = 512 << 20
    part: int = 64 << 20
    entries: int = 1_000
    sheets: int = 100
    rows: int = 1_048_576
    columns: int = 200
    cell: int = 10_000
    memory: int = 1 << 30
    seconds: int = 300
