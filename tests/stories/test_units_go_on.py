"""A hospital changes its units: 4 West is merged into the ICU, called Critical Care from then on; Emergency is split in two; a
sleep lab closes. Next year whoever leads what goes on finds what was left there, and under its name what stays theirs."""

from collections.abc import Iterator
from typing import Any

import pytest
from msgspec import Struct

from services.web.app import create_app
from tests.stories.over_http import OverHttp, over_http
from tests.stories.seeds.test_partnership import WILLING
from tests.stories.seeds.test_surveys import answers
from tests.stories.telling import Stream

WARDS = {"emergency": "Emergency", "front": "Emergency, front", "back": "Emergency, back", "sleep-lab": "Sleep lab"}


class Year(Struct, frozen=True):
    """Where it was told, and the streams of what was said in it by a word for each."""

    story: OverHttp
    left: dict[str, Stream]

    def reads(self, path: str, name: str = "priya", **query: Any) -> Any:
        return self.story.ward.reads(name, path, **query)


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Year]:
    with over_http(tmp_path_factory.mktemp("year") / "alder") as story:
        left = _lived(story) | _elsewhere(story)
        story.on("2025-06-02")
        ines = story.somebody("ines", None)
        ines.does("unit.rename", "icu", name="Critical Care")
        ines.does("unit.go_on_as", "4-west", into=["icu"], since="2025-06-02")
        ines.does("unit.go_on_as", "emergency", into=["front", "back"], since="2025-06-02")
        ines.does("unit.close", "sleep-lab")
        ines.does("unit.appoint", "icu", person=story.ward.who["ruth"], role="executive_partner", since="2025-06-02")
        priya = story.somebody("priya", "icu")
        priya.does("barrier.entrust", left["barrier"], answerable=story.ward.who["ruth"])
        priya.gives_the_barrier_to(left["barrier"], story.ward.who["ruth"])
        story.on("2026-01-12")
        yield Year(story, left)


def _lived(story: OverHttp) -> dict[str, Stream]:
    """What 4 West lived through until it was merged."""
    marco, nora, lena, dana = (story.somebody(name) for name in ("marco", "nora", "lena", "dana"))
    ines, who = story.somebody("ines", None), story.ward.who
    left = {"voice": nora.raises("A fax nobody reads"), "issue": marco.lists("Slings are missing")}
    left["barrier"] = marco.logs_a_barrier("One lift for three units", [left["issue"]])
    nora.does("respect.report", kind="colleague", what="Shouted at over the phone", unit="4-west")
    left["promise"] = marco.does(
        "promise.make", unit="4-west", holder=who["dana"], to="unit-4-west", what="A second lift", due="2026-02-02"
    )
    marco.does("standard.attest", item="mission", unit="4-west", words="Nobody falls")
    left["gap"] = marco.does("standard.note_gap", item="plan_b", unit="4-west", owner=who["lena"], due="2026-03-02")
    left["bond"] = marco.does(
        "partnership.nominate", unit="4-west", executive=who["dana"], rank="vice_president", clinician=False
    )
    ines.does("partnership.confirm", left["bond"])
    dana.does("partnership.sign", left["bond"], **WILLING)
    marco.does("focus.declare", unit="4-west", quarter="2025-Q1", owner=who["marco"], pledge="We ask first")
    marco.does(
        "goal.agree", unit="4-west", figure="answered", horizon="near", target=80, due="2026-06-30", owner=who["lena"]
    )
    left["falls"] = marco.does(
        "measure.register",
        unit="4-west",
        title="Falls",
        kind="count",
        every="month",
        definition="A patient comes to rest on the floor.",
        source="The event system",
        owner=who["lena"],
    )
    lena.does("measure.record", left["falls"], period="2024-12", count=3)
    left["asked"] = marco.does("campaign.open", unit="4-west", closes="2025-01-20")
    poster = create_app(story.ward.house).test_client()
    for value in (5, 5, 5, 4, 4, 4, 4, 2, 2, 1):
        answers(poster, left["asked"], value, 5, 5)
    story.on("2025-01-20")
    rounds = marco.schedules_rounds("2025-01-21")
    story.on("2025-01-21")
    marco.holds_rounds(rounds, [who["dana"]])
    return left


def _elsewhere(story: OverHttp) -> dict[str, Stream]:
    ines, who = story.somebody("ines", None), story.ward.who
    for slug, name in WARDS.items():
        ines.does("unit.open", slug=slug, name=name)
    ines.does("unit.appoint", "front", person=who["sam"], role="team_leader", since="2025-01-21")
    ines.does("unit.appoint", "back", person=who["kim"], role="team_leader", since="2025-01-21")
    ines.does("unit.appoint", "emergency", person=who["ruth"], role="team_leader", since="2025-01-21")
    queue = story.somebody("ruth", "emergency").lists("Nobody sees the queue")
    priya = story.somebody("priya", "icu")
    coming = priya.schedules_rounds("2026-01-15")
    own = priya.does(
        "standard.attest", item="plan_b", unit="icu", words="Share one", more="Ours breaks", owner=who["kim"]
    )
    return {"queue": queue, "coming": coming, "plan_b": own}


def test_the_board_and_the_desk_hold_what_was_left(year: Year) -> None:
    board = year.reads("/units/icu/board")
    assert [line["issue"]["id"] for line in board["issues"]] == [year.left["issue"]]
    assert [voice["id"] for voice in board["voices"]] == [year.left["voice"]]
    assert board["unit"]["name"] == "Critical Care"
    assert [one["name"] for one in board["unit"]["called_before"]] == ["ICU"]
    owed = {one["held"]["stream"] for one in year.reads("/desks/me", "ruth")["owed"]}
    assert year.left["barrier"] in owed, "the partner of what goes on was given it by whoever leads there"
    assert "Slings are missing" in year.reads(f"/issues/{year.left['issue']}")["issue"]["title"]


def test_figures_trends_and_promises_go_on(year: Year) -> None:
    figures = year.reads("/units/icu/figures", months=13)["figures"]
    assert (figures["heard"]["owed"], figures["planned"]["whole"]) == (1, 1)
    assert [one["id"] for one in year.reads("/promises", unit="icu")["promises"]] == [year.left["promise"]]
    measures = year.reads("/units/icu/measures")
    assert [one["id"] for one in measures["measures"]] == [year.left["falls"]]
    assert [one["day"] for one in measures["marks"] if one["kind"] == "unit"] == 2 * ["2025-06-02"], (
        "merged, and a new name"
    )


def test_gaps_of_the_charter_are_handed_on_and_filled_where_they_were_noted(year: Year) -> None:
    parts = {one["item"]: one for one in year.reads("/units/icu/charter")["parts"]}
    assert parts["mission"]["state"] == "in_place", "said in 4 West, and nothing else since"
    assert parts["plan_b"]["id"] == year.left["plan_b"], "what the unit says itself stands first"
    gaps = year.reads("/units/icu/standards", state="gap")["standards"]
    assert [(one["id"], one["unit"]) for one in gaps] == [(year.left["gap"], "4-west")]
    priya = year.story.somebody("priya", "icu")
    assert "closed" in priya.cannot("standard.attest", item="process", unit="4-west", words="A huddle")
    said = {"item": "plan_b", "unit": "4-west", "words": "Share two", "more": "Both break"}
    priya.does("standard.attest", **said, owner=year.story.ward.who["kim"])
    assert year.reads("/units/icu/standards", state="gap")["standards"] == []


def test_what_people_said_promised_and_aimed_for_stays_theirs(year: Year) -> None:
    (asked,) = year.reads("/campaigns", unit="icu")["campaigns"]
    assert (asked["id"], asked["unit"], asked["items"][0]["percent"]) == (year.left["asked"], "4-west", 70)
    quarters = year.reads("/quarters", unit="icu")
    assert [(one["unit"], one["quarter"]) for one in quarters["quarters"]] == [("4-west", "2025-Q1")]
    (goal,) = year.reads("/units/icu/scorecard")["goals"]
    assert (goal["unit"], goal["figure"]) == ("4-west", "answered")
    (bond,) = year.reads("/units/icu/partnership")["partnerships"]
    assert (bond["unit"], bond["how"]) == ("4-west", "unit_closed")
    assert year.reads("/units/icu/team")["team"]["chairs"][0]["seats"] == []


def test_the_briefing_book_of_the_next_rounds_speaks_of_both(year: Year) -> None:
    book = year.reads(f"/rounds/{year.left['coming']}/briefing", "ruth")
    assert [one["id"] for one in book["waiting"]] == [year.left["issue"]]
    assert book["since"] is not None, "4 West was rounded on in January"
    priya = year.story.somebody("priya", "icu")
    year.story.on("2026-01-15")
    priya.holds_rounds(year.left["coming"], [year.story.ward.who["ruth"]])
    priya.does("rounds.review", year.left["coming"], issue=year.left["issue"], finding="still_so")


def test_both_parts_of_a_unit_that_was_split_have_what_was_open(year: Year) -> None:
    for name, unit in (("sam", "front"), ("kim", "back")):
        board = year.reads(f"/units/{unit}/board", name)
        assert [line["issue"]["id"] for line in board["issues"]] == [year.left["queue"]]
    figures = year.reads("/figures", "ines", months=13)["figures"]
    assert figures["planned"]["whole"] == 2, "in the hospital it is counted once"


def test_a_unit_that_closed_takes_nothing_new_and_asks_for_nothing(year: Year) -> None:
    ines = year.story.somebody("ines", "sleep-lab")
    assert "Sleep lab" in ines.cannot("concern.raise", unit="sleep-lab", what="The door")
    listed = {one["slug"]: one["open"] for one in year.reads("/units", "ines")["units"]}
    assert not listed["sleep-lab"]


def test_rights_go_no_further_than_the_same_post_did(year: Year) -> None:
    ward = year.story.ward
    assert ward.get("kim", "/units/4-west/board").status_code == 200
    assert ward.get("kim", "/incidents").json["incidents"] == []  # type: ignore[index] # a list
    assert ward.get("priya", "/incidents").json["incidents"] == []  # type: ignore[index] # a list
    assert ward.get("sam", "/units/icu/board").status_code == 404, "who worked where it was is not taken along"
    assert ward.get("marco", "/units/icu/board").status_code == 404
