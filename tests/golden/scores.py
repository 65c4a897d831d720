"""The figures of every instrument over ballots that are always the same, under the version of scoring that made them.

`python -m tests.golden.scores` adds the instruments that are missing to the file of the version of today, and no others. A
file stays for ever: what was published was reckoned so.
"""

import math
import sys
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import numpy as np

from assessments.instrument import Answers, Instrument, asked, published
from assessments.scoring import SCORING, Cut, score, tabulated

FOLDER = Path(__file__).parent
PEOPLE, GROUPS = 90, 3
LEFT_BLANK, DOES_NOT_APPLY = 0.06, 0.05
DIGITS = 12
"""Significant ones; the last three of a double hang on the order in which a library adds."""


def path_of(version: str) -> Path:
    return FOLDER / f"scores.{version.replace('/', '.')}.json"


def figures() -> dict[str, Any]:
    return {name: _of(instrument) for name, instrument in sorted(published().items())}


def ballots(instrument: Instrument) -> list[Answers]:
    """The same on every machine: of `Random` nothing is used but `random`, which is promised to stay."""
    chance = Random(f"{instrument.id} {instrument.version}")
    return [_ballot(instrument, chance) for _ in range(PEOPLE)]


def _ballot(instrument: Instrument, chance: Random) -> Answers:
    """Somebody who leans one way and answers what they are asked, item by item."""
    leaning, said = chance.random(), dict[str, int]()
    for item in instrument.items:
        drawn, at = chance.random(), chance.random()
        if item not in asked(instrument, said) or drawn < LEFT_BLANK:
            continue
        scale = instrument.scale_of(item)
        if scale.away and drawn < LEFT_BLANK + DOES_NOT_APPLY:
            said[item.id] = scale.away.value
            continue
        place = min(int((leaning + at) / 2 * len(scale.values)), len(scale.values) - 1)
        said[item.id] = scale.least + scale.most - scale.values[place] if item.reverse else scale.values[place]
    return said


def _of(instrument: Instrument) -> dict[str, Any]:
    cut = Cut(np.arange(PEOPLE) % GROUPS, GROUPS)
    found = score(instrument, tabulated(instrument, ballots(instrument)), cut, "0" * 64)
    return {
        "digest": instrument.digest,
        "rules": found.provenance.rules,
        "groups": [
            {
                "n": int(found.n[group]),
                "items": [_plain(one) for one in found.items(group)],
                "composites": [_plain(one) for one in found.composites(group)],
            }
            for group in range(GROUPS)
        ],
    }


def _plain(figure: msgspec.Struct) -> Mapping[str, Any]:
    return {name: _kept(value) for name, value in msgspec.structs.asdict(figure).items()}


def _kept(value: object) -> object:
    """What cannot be reckoned is null."""
    if isinstance(value, float):
        return None if math.isnan(value) else float(f"{value:.{DIGITS}g}")
    return value


def main() -> int:
    path = path_of(SCORING)
    kept = msgspec.json.decode(path.read_bytes()) if path.exists() else {}
    every = figures() | kept
    path.write_bytes(msgspec.json.format(msgspec.json.encode(every), indent=1) + b"\n")
    print(f"{len(every) - len(kept)} instruments added to {path}; commit them, they stay for ever.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
