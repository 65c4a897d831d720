"""A count that is killed in its middle is finished by whoever opens the hospital next, and told once; a file that is taken out
is whole or not there."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from assessments.campaign.commands import Open
from services import balloting, surveyed, whole_file
from services.bootstrap import open_house
from services.ledger.verifying import flaws
from tests.laws.tree import TOP
from tests.web.alder import Clock, alder
from tests.web.test_survey_export import CLOSES, MANY


@pytest.mark.parametrize("step", ["kept", "told"])
def test_killed_while_it_is_counted_it_is_counted_once_and_no_ballot_is_left(tmp_path: Path, step: str) -> None:
    directory = tmp_path / "alder-creek"
    here = alder(directory)
    with here.house:
        here.on("2025-07-03")
        campaign = here.does("marco", Open(unit="4-west", closes=CLOSES))
        for number, ballot in enumerate(MANY):
            here.house.ballots.put(campaign, f"C{number}", ballot)
    died = subprocess.run([sys.executable, "-m", "tests.web.dying", directory, CLOSES, step], cwd=TOP, check=False)
    assert died.returncode == -signal.SIGKILL
    with open_house(directory, now=Clock(CLOSES)) as house:
        balloting.count(house)
        state = house.clerk.memory.get(campaign).state
        assert state.ballots == len(MANY)
        found = surveyed.result(house, campaign, state)
        assert found is not None
        assert {one.n for one in found.items} == {len(MANY)}
        names = [house.clerk.mapper.fact(row).event.NAME for row in house.ledger.stream_rows(campaign)]
        assert names.count("ballots.counted") == 1
        assert house.ballots.take(campaign) == ()
        assert list(flaws(house.ledger)) == []


def _halts(place: Path) -> None:
    with whole_file.beside(place) as unfinished:
        unfinished.write_bytes(b"this mo")
        raise OSError("no room")


def test_a_file_that_is_not_finished_leaves_what_was_there(tmp_path: Path) -> None:
    place = tmp_path / "figures.json"
    whole_file.put(place, b"last month")
    with pytest.raises(OSError, match="no room"):
        _halts(place)
    assert place.read_bytes() == b"last month"
    assert list(tmp_path.iterdir()) == [place]
