"""The year of the sample, day by day through the API under a frozen clock, comes to the figures anybody can reckon from its
facts."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory

from services.sample.year import DAYS, SEED, live
from tests.conftest import FULL
from tests.sample import naive
from tests.sample.conftest import TODAY
from tests.sample.over_http import StageOverHttp

LIVED = DAYS if FULL else 60
"""Days, of which `make soak` lives them all."""
UNITS = ("4-west", "icu", "emergency", "sleep-lab")


@pytest.mark.heavy
def test_the_year_comes_to_the_figures_anybody_can_reckon(tmp_path: Path) -> None:
    start = TODAY - timedelta(days=DAYS)
    with freeze_time(f"{start}T12:00:00Z") as frozen:
        assert isinstance(frozen, FrozenDateTimeFactory)
        stage = StageOverHttp(tmp_path / "alder", start, SEED, frozen)
        with stage.house:
            live(stage, days=LIVED)
            assert stage.sent > 4 * LIVED
            told = [fact for unit in UNITS for fact in _timeline(stage, unit)]
            streams = naive.by_stream(told)
            for unit in UNITS:
                shown = stage.reads("ines", f"/units/{unit}/figures?months=36")
                here = {stream: facts for stream, facts in streams.items() if naive.unit_of(facts) == unit}
                _agree(shown, here, date.fromisoformat(stage.today))


def _agree(answer: dict[str, Any], here: dict[str, list[naive.Fact]], today: date) -> None:
    shown, waits = answer["figures"], naive.waits(here, today)
    for one in shown["waits"]:
        spans = waits[one["aim"]]
        reckoned = (len(spans), sum(over for _, over in spans), naive.after(spans, 0.5), naive.after(spans, 0.9))
        assert (one["whole"], one["over"], one["half"], one["most"]) == reckoned, one["aim"]
    ends = naive.ends(here)
    assert {shelf: count for shelf, count in shown["heard"].items() if count} == dict(ends)
    assert _part(shown["kept"]) == naive.promises(here, today)
    assert _part(shown["solution"]) == naive.solutions(here)
    assert _part(answer["duties"]["rounds"]) == naive.rounds(here)


def _part(share: dict[str, Any]) -> tuple[int, int]:
    return share["part"], share["whole"]


def _timeline(stage: StageOverHttp, unit: str) -> list[naive.Fact]:
    found: list[naive.Fact] = []
    cursor = ""
    while True:
        part = stage.reads("ines", f"/units/{unit}/timeline?limit=200{cursor}")
        found += part["facts"]
        if part["next"] is None:
            return found
        cursor = f"&cursor={part['next']}"
