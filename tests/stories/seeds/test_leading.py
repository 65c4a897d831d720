"""Leaders commit, give their word, understand what they lead by, and spread safe ways of working."""

from tests.stories.over_http import OverHttp
from tests.stories.seeds import duty
from workflows.hospital.commands import Appoint

LEADING = "Hospital · Leading"


def comes(story: OverHttp, name: str, role: str) -> None:
    """Somebody new comes to work in a role of the hospital."""
    ward = story.ward
    ward.who[name] = ward.house.people.add(name.capitalize()).id
    appoint = Appoint(person=ward.who[name], role=role, since="2025-01-06")
    told = ward.post("ines", "/hospital/appoint", {"person": appoint.person, "role": role, "since": appoint.since})
    assert told.status_code == 200, told.text


@duty("B2", LEADING)
def test_b02_the_chief_executive_commits_to_safety(story: OverHttp) -> None:
    """The chief executive alone commits the hospital to safety, and whoever comes after says it anew."""
    comes(story, "evelyn", "ceo")
    words = "Safety is the most important part of what everybody does, every day"
    assert "not yours" in story.somebody("ines").cannot("standard.attest", item="safety_commitment", words=words)
    stream = story.somebody("evelyn").does("standard.attest", item="safety_commitment", words=words)

    story.on("2025-03-03")
    comes(story, "omar", "ceo")
    owed = story.ward.reads("omar", "/desks/me")["owed"]
    assert [(one["held"]["owes"], one["held"]["why"], one["held"]["due"]) for one in owed] == [
        ("renew", "new_holder", "2025-04-02")
    ]
    story.somebody("omar").does("standard.attest", item="safety_commitment", words="Nothing comes before it")
    shown = story.ward.reads("ines", f"/standards/{stream}")["standard"]
    assert (shown["said"]["by"], shown["asked"], shown["attested"]) == (story.ward.who["omar"], None, 2)


@duty("B3", LEADING)
def test_b03_safe_ways_of_working_spread(story: OverHttp) -> None:
    """Behaviors, habits, processes and technologies that make care safe to receive and to give are taken up unit by unit."""
    ines, marco, priya = (story.somebody(name) for name in ("ines", "marco", "priya"))
    huddle = ines.does("standard.add", item="way", words="A huddle at each shift", marks=["habit", "who_gives_care"])
    assert "Choose one of" in ines.cannot("standard.add", item="way", words="x", marks=["mood", "who_gives_care"])

    for who, unit, words in ((marco, "4-west", "At seven, standing"), (priya, "icu", "Also at nineteen")):
        who.does("standard.attest", item="way_adopted", unit=unit, of=huddle, words=words)

    (one,) = story.ward.reads("priya", "/units/icu/standards")["standards"]
    assert (one["of"], one["said"]["words"]) == (huddle, "Also at nineteen")
    leading = story.ward.reads("ines", "/leading")
    assert [(way["kind"], way["units"]) for way in leading["ways"]] == [("habit", ["4-west", "icu"])]


@duty("B5", LEADING)
def test_b05_leaders_with_and_without_a_title_give_their_word(story: OverHttp) -> None:
    """Leaders with and without a title pledge safe, reliable work; how many did is said, and nobody pledges for another."""
    ward = story.ward
    story.somebody("marco").does("unit.recognise_leader", "4-west", person=ward.who["nora"], what="New nurses ask her")
    assert "for another" in story.somebody("marco").cannot("standard.pledge", item="pledge", person=ward.who["nora"])
    for name in ("nora", "marco"):
        story.somebody(name).does(
            "standard.pledge", item="pledge", person=ward.who[name], words="I say it when I see it"
        )

    pledged = ward.reads("ines", "/leading")["pledged"]
    assert pledged["informal"] == {"done": 1, "of": 1}
    assert pledged["formal"]["done"] == 1
    story.somebody("nora").does("standard.take_back", item="pledge", person=ward.who["nora"])
    assert ward.reads("ines", "/leading")["pledged"]["informal"] == {"done": 0, "of": 1}


@duty("B8", LEADING)
def test_b08_leaders_understand_what_they_lead_by(story: OverHttp) -> None:
    """Leaders show that they can use the sciences of improving; what a change should do is said before its result is seen."""
    ines, marco, ward = story.somebody("ines"), story.somebody("marco"), story.ward
    assert "not yours" in story.somebody("marco").cannot(
        "standard.attest", item="reliability_science", person=ward.who["marco"], words="He read a book"
    )
    ines.does("standard.attest", item="improvement_science", person=ward.who["marco"], words="Led a test of change")

    topics = {one["item"]: one["share"]["done"] for one in ward.reads("ines", "/leading")["topics"]}
    assert topics == {"improvement_science": 1, "reliability_science": 0, "continuous_learning": 0}

    test = marco.does("learning.try", unit="4-west", what="A bell at the drawer, one week", due="2025-01-13")
    assert "what you expect" in marco.cannot("learning.study", test, result="Three bells", verdict="adopt")
    marco.does("learning.predict", test, prediction="Fewer bags from the wrong drawer")
    marco.does("learning.study", test, result="Three bells, no wrong bag; too loud at night", verdict="adapt")
    again = marco.does(
        "learning.try", unit="4-west", what="A light", prediction="As good", due="2025-01-20", after=test
    )
    shown = ward.reads("nora", f"/learnings/{test}")["learning"]
    assert (shown["prediction"], shown["verdict"]) == ("Fewer bags from the wrong drawer", "adapt")
    assert ward.reads("nora", f"/learnings/{again}")["learning"]["after"] == test
