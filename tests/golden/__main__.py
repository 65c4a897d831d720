"""`python -m tests.golden`: writes the entries that are missing, and only those."""

import sys
from pathlib import Path

from services.ledger.mapper import FactMapper
from tests.golden.example import entry_of
from workflows import lexicon

FOLDER = Path(__file__).parent


def path_of(name: str, v: int) -> Path:
    return FOLDER / f"{name}.{v}.entry"


def main() -> int:
    mapper = FactMapper(lexicon.EVENT_TYPES, lexicon.STEPS)
    missing = [event for event in lexicon.EVENT_TYPES.values() if not path_of(event.NAME, event.V).exists()]
    for event in missing:
        path_of(event.NAME, event.V).write_bytes(entry_of(event, mapper))
    print(f"{len(missing)} entries added in {FOLDER}; commit them, they stay for ever.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
