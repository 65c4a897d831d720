"""The duties that *Help* lists, as their stories tell them. `python -m tests.golden.duties` writes the list anew."""

from pathlib import Path

import msgspec

from tests.stories.seeds import told

LIST = Path(__file__).parents[2] / "config" / "duties.json"


def listed() -> bytes:
    """The list as it is today."""
    return msgspec.json.format(msgspec.json.encode(told()), indent=1) + b"\n"


if __name__ == "__main__":
    LIST.write_bytes(listed())
