"""The contract of the API as it was agreed on. `python -m tests.golden.openapi` writes it anew, for a review to decide on."""

import tempfile
from pathlib import Path

import msgspec

from services.api import document
from tests.api.ward import opened

GOLDEN = Path(__file__).parent / "openapi.json"


def described() -> bytes:
    """The document as it is today."""
    with tempfile.TemporaryDirectory() as directory, opened(Path(directory) / "alder") as ward:
        document_ = msgspec.json.encode(document(ward.app), order="sorted")
    return msgspec.json.format(document_, indent=1) + b"\n"


if __name__ == "__main__":
    GOLDEN.write_bytes(described())
