"""What harms and what works is counted, and looked at together."""

from typing import Any

from tests.stories.over_http import OverHttp
from tests.stories.seeds import duty
from tests.stories.telling import Stream

UNIT = "4-west"


def registered(story: OverHttp, **shape: Any) -> Stream:
    measure = {
        "unit": UNIT,
        "title": "Falls",
        "kind": "rate",
        "per": 1000,
        "per_what": "patient days",
        "definition": "A patient comes to rest on the floor without meaning to.",
        "source": "The event system",
        "owner": story.ward.who["lena"],
        **shape,
    }
    return story.somebody("marco").does("measure.register", **measure)


def results(story: OverHttp, reader: str = "nora", **when: Any) -> dict[str, Any]:
    found: dict[str, Any] = story.ward.reads(reader, f"/units/{UNIT}/measures", **when)
    return found


@duty("A27", "Unit · Results · Measures")
def test_a27_the_data_is_looked_at_together(story: OverHttp) -> None:
    """A leader and the team look at the unit's figures together; what they saw can be shown again as it was that day."""
    marco, dana, lena = story.somebody("marco"), story.somebody("dana"), story.somebody("lena")
    falls = registered(story, goal="2")
    for month, count in zip(range(1, 13), (5, 4, 5, 6, 4, 5, 2, 1, 2, 1, 2, 1), strict=True):
        lena.does("measure.record", falls, period=f"2024-{month:02}", count=count, of=1000)
    assert "has a value already" in lena.cannot("measure.record", falls, period="2024-12", count=7, of=1000)

    (measure,) = results(story)["measures"]
    below = {"way": "below", "first": "2024-07-16", "last": "2024-12-16", "count": 6}
    assert (measure["chart"]["median"], measure["chart"]["runs"][-1]) == (3.0, below)
    assert results(story)["panel"] == {"reviews": [], "days": None, "review_by": None}, "not taken up is not missed"

    marco.does("unit.adopt_practice", UNIT, practice="measures", since="2025-01-06")
    assert "beside them" in dana.cannot("panel.review", unit=UNIT, who=[story.ward.who["dana"]], found="Fewer")
    both = [story.ward.who["dana"], story.ward.who["lena"]]
    seen = results(story)["at"]
    dana.does("panel.review", unit=UNIT, who=both, found="Fewer since the lift", follows="Keep it", seen=seen)
    story.on("2025-02-07")
    lena.does("measure.correct_value", falls, period="2024-12", count=3, of=1000)

    panel = results(story)["panel"]
    (review,) = panel["reviews"]
    assert (review["who"], review["follows"], panel["days"]) == (both, "Keep it", 32)
    then, now = results(story, as_of=review["seen"])["measures"][0], results(story)["measures"][0]
    assert (then["values"][-1]["number"], now["values"][-1]["number"]) == (1.0, 3.0)
    assert [one["count"] for one in now["values"][-1]["was"]] == [1]

    assert panel["review_by"] == "2025-04-08"
    story.on("2025-04-09")
    owed = story.ward.reads("marco", "/desks/me")["owed"]
    assert [(one["held"]["owes"], one["held"]["due"]) for one in owed if one["held"]["owes"] == "review"] == [
        ("review", "2025-04-08")
    ]
    names = [fact["name"] for fact in story.ward.reads("marco", f"/units/{UNIT}/timeline", limit=200)["facts"]]
    assert names.count("panel.fell_due") == 1


def test_values_come_as_a_sheet_and_the_same_one_twice_adds_nothing(story: OverHttp) -> None:
    falls = registered(story)
    sheet = {"csv": "For,How many,Out of\n2024-11,2,810\n2024-12,0,790\nsoon,1,1\n"}
    first, again = (story.ward.post("marco", f"/measures/{falls}/values", sheet).json or {} for _ in range(2))
    assert (first["entered"], first["known"]) == (2, 0)
    assert (again["entered"], again["known"]) == (0, 2)
    assert [(one["line"], "no day, week or month" in one["todo"]) for one in first["wrong"]] == [(4, True)]
    then = results(story, on="2024-12-15")["measures"]
    assert [[one["period"] for one in measure["values"]] for measure in then] == [["2024-11"]], "older than the measure"
    assert results(story, on="2024-11-15")["measures"] == []
    assert story.ward.post("marco", f"/measures/{falls}/values", {"csv": "a\n1"}).status_code == 422
    assert story.ward.post("priya", f"/measures/{falls}/values", sheet).status_code == 404


def test_a_unit_has_five_measures_at_most_and_the_days_since_count_themselves(story: OverHttp) -> None:
    marco = story.somebody("marco")
    falls = registered(story, kind="days_since", per=None, per_what=None)
    marco.does("measure.record", falls, period="2024-12-30")
    story.on("2025-01-20")
    (measure,) = results(story)["measures"]
    assert measure["chart"]["days_since"] == 21
    assert results(story, on="2025-01-10")["measures"][0]["chart"]["days_since"] == 11

    for _ in range(4):
        registered(story)
    asked = {"title": "A sixth", "kind": "count", "definition": "x", "source": "x", "owner": story.ward.who["lena"]}
    assert "Give one up first" in marco.cannot("measure.register", unit=UNIT, **asked)
    marco.does("measure.retire", falls, why="Everybody knows")
    assert "given up" in marco.cannot("measure.record", falls, period="2025-01-19")
    marco.does("measure.register", unit=UNIT, **asked)
