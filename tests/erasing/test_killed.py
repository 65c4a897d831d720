"""An erasure that is killed in its middle is finished by whoever opens the hospital next."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from services.bootstrap import open_house
from services.erasing.carrying import carry_on
from services.ledger.verifying import flaws
from tests.erasing.conftest import Guarded
from tests.erasing.test_erasing import erase, found, sealed, spoken
from tests.laws.tree import TOP

VOICES = 25


def killed(directory: Path, later: float | None) -> float:
    """So many seconds after it began, or (None) once all is erased; how many those were."""
    eraser = subprocess.Popen(
        [sys.executable, "-m", "tests.erasing.dying", directory], cwd=TOP, stdout=subprocess.PIPE, text=True
    )
    assert eraser.stdout
    with eraser.stdout:
        assert eraser.stdout.readline() == "open\n"
        began = time.monotonic()
        if later is None:
            assert eraser.stdout.readline() == "done\n"
        else:
            time.sleep(later)
        ran = time.monotonic() - began
        eraser.kill()
        eraser.wait()
        return ran


@pytest.mark.heavy
def test_killed_at_any_moment_nothing_comes_back_and_nothing_is_left(tmp_path: Path, full: bool) -> None:
    chance, between = random.Random(3), 0
    whole: float | None = None
    for attempt in range(20 if full else 5):
        here = Guarded(tmp_path / f"killed-{attempt}")
        with here.house:
            voices = [spoken(here, f"Something {n}.") for n in range(VOICES)]
            kept = [sealed(here, voice) for voice in voices]
            for voice in voices:
                erase(here, voice)
        ran = killed(here.directory, None if whole is None else chance.random() * whole)
        whole = whole or ran
        with open_house(here.directory) as house:
            after = sum(house.people.speaker_of(voice) is None for voice in voices)
            between += 0 < after < VOICES
            carry_on(house)
            assert list(flaws(house.ledger)) == []
        assert found(here.directory, [one for words in kept for one in words]) == 0
    assert between, "it was never killed in between"
