"""Photos as phones send them, and what only pretends to be one."""

import io
import random
import struct
import zlib

from PIL import Image

PLACE = b"ward nine, bed two"


def taken(kind: str = "JPEG", size: tuple[int, int] = (60, 40)) -> bytes:
    """A red picture that says where it was taken."""
    picture, exif = Image.new("RGB", size, "red"), Image.Exif()
    exif[0x010E] = PLACE.decode()
    file = io.BytesIO()
    picture.save(file, kind, exif=exif)
    return file.getvalue()


def noise(said: bytes) -> bytes:
    """A JPEG of more than a megabyte that says `said` in its header."""
    size = (1_000, 800)
    picture, exif = Image.frombytes("RGB", size, random.Random(7).randbytes(3 * size[0] * size[1])), Image.Exif()
    exif[0x010E] = said.decode()
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=95, exif=exif)
    return file.getvalue()


def bomb() -> bytes:
    """A few bytes that say they are a picture of ten billion pixels."""
    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
