"""Leaders say how far the house has come, and are seen by what they do: four responsibilities, each for itself."""

import json

from assessments.maturity import anchors
from tests.stories.over_http import OverHttp
from tests.stories.seeds import duty

SEVEN = ("ines", "marco", "lena", "dana", "nora", "ruth", "rosa")


@duty("B1", "Hospital · Results · Maturity")
def test_b01_leadership_stands_at_the_top_of_how_far_we_have_come(story: OverHttp) -> None:
    """Those who lead say, each alone and sealed, how far the house has come; leadership is never left out of it."""
    ward = story.ward
    for name in SEVEN:
        ward.who.setdefault(name, ward.house.people.add(name.capitalize()).id)
    raters = [ward.who[name] for name in SEVEN]
    ask = {"raters": raters, "facilitator": ward.who["ines"], "closes": "2025-01-31"}
    ines = story.somebody("ines")
    assert "It cannot be left out" in ines.cannot("assessment.open", **ask, domains=["culture", "improvement"])
    stream = ines.does("assessment.open", **ask, domains=["leadership"])

    for name in SEVEN:
        for key in anchors().of("leadership"):
            stage = "beginning" if (name, key) == ("nora", "board") else "advancing"
            story.somebody(name).does("assessment.rate", stream, component=key, rating=stage, why=f"I saw {stage}")
        sealed = ward.reads("ines", "/assessments")["assessments"][0]
        assert all(one["rated"] == [] for one in sealed["components"])
        story.somebody(name).does("assessment.hand_in", stream)
    shown = ward.reads("ines", "/assessments")["assessments"][0]
    assert shown["components"][0]["rated"] == [
        {"rating": "beginning", "count": 1},
        {"rating": "advancing", "count": 6},
    ]
    assert shown["components"][0]["range"] == 2

    assert "no answer yet on 6" in ines.cannot("assessment.publish", stream)
    for key in anchors().of("leadership"):
        component = anchors().components[key]
        met = [*component.criteria("developing"), *component.criteria("advancing")]
        ines.does("assessment.agree", stream, component=key, met=met)
    story.somebody("nora").does(
        "assessment.dissent", stream, component="board", rating="beginning", why="They never came to us"
    )
    ines.does("assessment.publish", stream)
    shown = ward.reads("ines", "/assessments")["assessments"][0]
    assert (shown["state"], shown["domains"][0]["lowest"]) == ("published", "advancing")
    assert shown["components"][0]["dissents"][0]["rater"] == ward.who["nora"]
    beside = {"figure": "weighed", "part": 0, "whole": 0, "against": None}
    assert shown["components"][0]["beside"] == [beside]
    given = [str(row) for row in ward.house.ledger.rows(0, 10_000) if "rating.given" in str(row)]
    assert len(given) == 42
    assert not any("advancing" in row or "I saw" in row for row in given)
    assert "I saw" not in json.dumps(ward.reads("nora", "/assessments"))


@duty("B15", "Hospital · Results · Scorecard")
def test_b15_four_responsibilities_are_carried_consistently_or_not(story: OverHttp) -> None:
    """How consistently leaders carry their four responsibilities is shown quarter by quarter, weakest first, never averaged."""
    ward = story.ward
    marco = story.somebody("marco")
    for raised, answered in (("2025-01-13", "2025-01-15"), ("2025-04-07", "2025-05-19")):
        story.on(raised)
        nora = story.somebody("nora")
        voices = [
            nora.does("concern.raise", unit="4-west", what=f"The fax {number} is read by nobody") for number in range(5)
        ]
        story.on(answered)
        for voice in voices:
            marco.does("concern.answer", voice, answer="It is gone", outcome="done")
            marco.does("concern.deliver", voice, how="in_person")
    story.on("2025-06-30")
    found = ward.reads("ines", "/scorecard")["responsibilities"]
    assert len(found) == 4
    safety = next(one for one in found if one["responsibility"] == "safety")
    told = {one["quarter"]: (one["part"], one["whole"], one["verdict"]) for one in safety["quarters"]}
    assert told["2025-Q1"] == (5, 5, "met")
    assert told["2025-Q2"] == (0, 5, "not_met")
    assert (safety["met"], safety["judged"]) == (1, 2)
    assert found[0]["responsibility"] == "safety"
    assert all(one["verdict"] in ("not_adopted", "none") for other in found[1:] for one in other["quarters"])
    then = ward.reads("ines", "/scorecard", on="2025-03-31")["responsibilities"]
    before = next(one for one in then if one["responsibility"] == "safety")
    assert (before["met"], before["judged"]) == (1, 1)
    assert ward.reads("marco", "/units/4-west/scorecard")["responsibilities"][0]["responsibility"] == "safety"
