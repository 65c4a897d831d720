"""What follows by itself around a partnership: rounds that count as the meeting, a flood, a partner who goes."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from tests.stories.over_http import OverHttp, over_http
from tests.stories.seeds.test_partnership import WILLING, active, months, of_unit
from workflows.partnership.commands import stream_of


@pytest.fixture
def story(tmp_path: Path) -> Iterator[OverHttp]:
    with over_http(tmp_path / "alder") as told:
        yield told


def adopts(story: OverHttp, **terms: object) -> None:
    house = story.ward.house
    digest = house.attachments.put(msgspec.json.encode(replace(house.clerk.terms.now()[1], **terms)))
    story.ward.does("ines", "/hospital/adopt_terms", digest=digest)


def walks(story: OverHttp, day: str) -> None:
    marco = story.somebody("marco")
    rounds = marco.schedules_rounds(day)
    story.on(day)
    marco.holds_rounds(rounds, [story.ward.who["dana"]])


def test_rounds_with_the_team_count_as_its_meeting_once_the_hospital_says_so(story: OverHttp) -> None:
    active(story)
    walks(story, "2025-02-10")
    assert months(story)["2025-02"] == "open"
    adopts(story, rounds_are_meetings=True)
    walks(story, "2025-02-20")
    assert months(story)["2025-02"] == "executive"
    assert of_unit(story)["partnerships"][0]["held"][0]["rounds"] is not None


def test_a_month_the_hospital_paused_is_not_missed_and_does_not_count(story: OverHttp) -> None:
    active(story)
    story.on("2025-02-10")
    pause = {"since": "2025-02-10", "until": "2025-02-18", "reason": "The river is in the basement"}
    story.ward.does("ines", "/hospital/pause", **pause)
    story.on("2025-04-08")
    assert [months(story)[month] for month in ("2025-02", "2025-03")] == ["paused", "missed"]
    figures = of_unit(story)["figures"]
    assert (figures["due"], figures["missed"], figures["paused"]) == (1, 1, 1)


def test_one_leaves_and_the_next_takes_over_without_a_gap(story: OverHttp) -> None:
    marco, ines = story.somebody("marco"), story.somebody("ines", None)
    present, ruth = active(story), story.ward.who["ruth"]
    coming = marco.does("partnership.nominate", unit="4-west", executive=ruth, rank="vice_president", clinician=True)
    assert "not yours to do" in story.somebody("ruth").cannot("partnership.sign", coming, **WILLING)
    ines.does("partnership.confirm", coming)
    assert "have not signed" in ines.cannot("partnership.hand_over", present, executive=ruth)
    story.somebody("ruth").does("partnership.sign", coming, **WILLING)
    story.on("2025-02-10")
    ines.does("partnership.hand_over", present, executive=ruth)

    shown = {one["executive"]: one["state"] for one in of_unit(story)["partnerships"]}
    assert shown == {story.ward.who["dana"]: "ended", ruth: "active"}
    board = story.ward.reads("marco", "/units/4-west/board")["unit"]["roles"]
    assert [one["person"] for one in board if one["role"] == "executive_partner"] == [ruth]


def test_whoever_loses_the_place_by_the_set_up_is_the_partner_no_longer(story: OverHttp) -> None:
    ines, dana = story.somebody("ines", None), story.ward.who["dana"]
    stream = active(story)
    ines.does("unit.dismiss", "4-west", person=dana, role="executive_partner")
    assert stream == stream_of("4-west", dana)
    assert [(one["state"], one["how"]) for one in of_unit(story)["partnerships"]] == [("ended", "left_post")]
