"""Every number opens what it speaks of: just as many things, of every unit, over a year and over a quarter."""

import pytest

from services.house import House
from services.reader.figures import months_up_to
from services.web.pages.figures import gathering, things
from services.web.pages.figures.things import Counting
from services.web.visit import Visit
from services.web.when import When

UNITS = ("4-west", "icu", "emergency", "sleep-lab")
WOULD_NAME = {"public"}
"""Its things would tell who speaks."""


@pytest.fixture
def director(alder: House) -> Visit:
    alder.reader.pull()
    (ines,) = (one for one in alder.people.everyone() if one.name.startswith("Ines"))
    return Visit(alder, ines.id)


@pytest.mark.parametrize("count", [12, 3])
@pytest.mark.parametrize("unit", UNITS)
def test_as_many_things_are_behind_a_figure_as_it_speaks_of(director: Visit, unit: str, count: int) -> None:
    looking = When("now", director.today, director.now)
    months = months_up_to(looking.day, count)
    with director.look(looking, unit) as look:
        found = gathering.figures_of(director, look, (unit,), months, looking)
        carried = gathering.duties_of(director, look, unit, months, looking)
        of = Counting(visit=director, look=look, unit=unit, months=months, day=looking.day, carried=carried)
        wholes = gathering.wholes(found, carried)
        behind = {key: len(things.behind(key, of)) for key in wholes}
        assert {**behind, **dict.fromkeys(WOULD_NAME)} == {**wholes, **dict.fromkeys(WOULD_NAME)}
        assert set(director.settings.figures.figures) == set(wholes) | WOULD_NAME, "no figure is left out"
