"""Leaders say how far the house has come, each alone; leadership stands at the top of it."""

import json

from assessments.maturity import anchors
from tests.stories.over_http import OverHttp
from tests.stories.seeds import duty

SEVEN = ("ines", "marco", "lena", "dana", "nora", "ruth", "rosa")


@duty("B1", "Hospital · Maturity")
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
    given = [str(row) for row in ward.house.ledger.rows(0, 10_000) if "rating.given" in str(row)]
    assert len(given) == 42
    assert not any("advancing" in row or "I saw" in row for row in given)
    assert "I saw" not in json.dumps(ward.reads("nora", "/assessments"))
