"""The year of the sample, day by day through the API under a frozen clock, comes to the figures anybody can reckon from its
facts."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory

from services.sample.year import DAYS, SEED, live
from tests.sample import naive, recount
from tests.sample.conftest import TODAY
from tests.sample.over_http import StageOverHttp

UNITS = ("4-west", "icu", "emergency", "sleep-lab")


def test_the_year_comes_to_the_figures_anybody_can_reckon(tmp_path: Path) -> None:
    start = TODAY - timedelta(days=DAYS)
    with freeze_time(f"{start}T12:00:00Z") as frozen:
        assert isinstance(frozen, FrozenDateTimeFactory)
        stage = StageOverHttp(tmp_path / "alder", start, SEED, frozen)
        with stage.house:
            live(stage, days=DAYS)
            assert stage.sent > 4 * DAYS
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
        curve = [(step["day"], step["at_risk"], step["over"]) for step in one["curve"]]
        assert curve == naive.curve(spans), one["aim"]
    ends = naive.ends(here)
    assert {shelf: count for shelf, count in shown["heard"].items() if count} == dict(ends)
    assert _part(shown["kept"]) == naive.promises(here, today)
    assert _part(shown["brought"]) == naive.brought(ends)
    by_month = {one["month"]: _part(one["offered"]) for one in shown["solutions"] if one["offered"]["whole"]}
    assert by_month == naive.solutions(here)
    assert _part(shown["solution"]) == tuple(map(sum, zip(*by_month.values(), strict=True))) or not by_month
    public = naive.public(here)
    assert shown["public"] is None if public[1] < 10 else _part(shown["public"]) == public
    assert _part(shown["easy"]) == naive.easy(here)
    assert _part(shown["climbed"]) == naive.climbed(here)
    assert _part(shown["planned"]) == naive.planned(here)
    assert _part(shown["ended"]) == recount.ended(ends)
    assert _part(shown["late"]) == recount.late(here, today)
    assert _part(shown["worked"]) == recount.worked(here, today)
    by_who = recount.heard_back(here)
    for one in shown["heard_back"]:
        assert _part(one["reached"]) == tuple(sum(by_who[who][n] for who in one["kinds"]) for n in (0, 1))
        assert one["reached"]["whole"] >= recount.FEW, "of fewer nothing is said"
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
