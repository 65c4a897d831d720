"""A disk that takes no more: a sentence, nothing half-written, nothing lost, and everything goes on once there is room."""

import resource
import subprocess
from functools import partial

from tests.cli.terminal import HEARD, Said, Terminal

RAISE = ("do", "concern", "raise", "--unit", "4-west", "--kind", "concern", "--json", "--what")
LARGEST = 12_000
"""Bytes no file may grow beyond: some of the hospital's are larger already."""


def cramped(alder: Terminal, *words: str) -> Said:
    """Said where no file may grow."""
    done = subprocess.run(
        [HEARD, *words],
        env=alder.environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        preexec_fn=partial(resource.setrlimit, resource.RLIMIT_FSIZE, (LARGEST, LARGEST)),
    )
    return Said(done.returncode, done.stdout, done.stderr)


def test_a_full_disk(alder: Terminal) -> None:
    kept = alder(*RAISE, "before").found["stream"]
    refused = cramped(alder, *RAISE, "while it is full")
    assert (refused.status, refused.out) == (1, ""), refused
    assert "Traceback" not in refused.err
    assert refused.err.count("\n") == 1
    after = alder(*RAISE, "after").found["stream"]
    owed = alder("board", "4-west", "--json").found["tables"]["Owed an answer"]
    assert {row["id"] for row in owed} == {kept, after}
    assert alder("rebuild", "--json").found["same"] is True
    assert alder("doctor").status == 0
