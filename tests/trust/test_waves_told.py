"""Whoever gathers everything that is told of a wave, on every surface, singles out nobody: checked by the solver that knows no
cleverness, and by trying every answer that fits.

The attacker reads as somebody who may read all of it: the API's waves and campaigns, and the files of every unit. They know who
works where, and no ballot.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

import pytest

from assessments.campaign.commands import Publish
from assessments.campaign.waving import parts_of
from assessments.disclosure import WHOLE, Tally
from assessments.instrument import published
from tests.api.ward import Ward, over
from tests.assessments.disclosure.test_settling import holds
from tests.web import waved
from tests.web.alder import Alder, alder
from tests.web.test_survey_export import sheet, taken
from workflows.kernel.moments import day_after

LEAST = 10
APART = 100
"""Days from one wave to the next: long enough that the same may be asked of other units."""


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Alder]:
    made = alder(tmp_path / "alder-creek")
    with made.house:
        waved.staffed(made)
        yield made


@pytest.mark.heavy
def test_over_random_waves_all_surfaces_together_tell_nothing_of_a_few(here: Alder, full: bool) -> None:
    chance, day = Random(20_261_129), "2025-07-03"
    held_back = 0
    for _ in range(120 if full else 3):
        given = _answers(chance)
        here.on(day)
        stream = waved.counted(here, given, day_after(day, 7))
        here.does("ines", Publish(), stream)
        tallies, told = _true(given), _told(here, over(here.house, here.who), stream)
        for item, cells in told.items():
            held_back += len(tallies) + 1 - len(cells)
            holds(tallies, frozenset(cells))
            for name, (n, percent) in cells.items():
                _fits(tallies, name, n, percent, item)
        day = day_after(day, APART)
    assert held_back, "the waves have what must be held back, too"


def _answers(chance: Random) -> Mapping[str, tuple[int, int]]:
    """Of each unit so many answer, and so many agree; the sleep lab answers with the ICU."""
    found = {}
    for slug, most in (("4-west", 30), ("icu", 12), ("emergency", 20), ("sleep-lab", 6)):
        number = chance.randint(most // 3, most)
        found[slug] = number, chance.choice((0, 1, number - 1, number, chance.randint(0, number)))
    return found


def _true(given: Mapping[str, tuple[int, int]]) -> Mapping[str, Tally]:
    groups = (("4-west",), ("icu", "sleep-lab"), ("emergency",))
    return {
        str(at): Tally(sum(given[unit][0] for unit in units), sum(given[unit][1] for unit in units))
        for at, units in enumerate(groups)
    }


def _told(here: Alder, api: Ward, stream: str) -> Mapping[str, Mapping[str, tuple[int, int]]]:
    """Item by item, everything that any surface says of a group or of the whole."""
    (wave,) = [one for one in api.reads("ines", "/waves")["waves"] if one["id"] == stream]
    parts = parts_of(stream, waved.wave_of(here, stream))
    campaigns = {one["id"]: one for one in api.reads("ines", "/campaigns", limit=200)["campaigns"]}
    found: dict[str, dict[str, tuple[int, int]]] = {item.id: {} for item in published()["unit-safety"].items}

    def say(name: str, item: str, n: int | None, percent: int | None) -> None:
        if n is not None and percent is not None:
            assert found[item].setdefault(name, (n, percent)) == (n, percent), "no two surfaces tell different things"

    for name, one in ((WHOLE, wave["whole"]), *((str(at), group) for at, group in enumerate(wave["groups"]))):
        for said in one["items"]:
            say(name, said["item"], said["n"], said["percent"])
    for at, part in enumerate(parts):
        for said in campaigns[part]["items"]:
            say(str(at), said["item"], said["n"], said["percent"])
        for said in campaigns[part]["whole"]:
            say(WHOLE, said["item"], said["n"], said["percent"])
        for row in sheet(taken(here, part) or {}, "scores.csv"):
            say(str(at), row["variable"], *(int(row[key]) if row[key] else None for key in ("n", "percent_positive")))
    return found


def _fits(tallies: Mapping[str, Tally], name: str, n: int, percent: int, item: str) -> None:
    """What is told is so, or a bound of it."""
    true = sum(tallies.values(), Tally(0, 0)) if name == WHOLE else tallies[name]
    assert n == true.n, item
    off = 100 / true.n if true.is_end else 0
    assert abs(percent - 100 * true.positive / true.n) <= off + 0.5, item
