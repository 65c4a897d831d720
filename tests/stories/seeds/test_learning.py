"""Guard the learning system: from what goes wrong, from changes that are tried, from the field; and what spreads of it."""

from tests.stories.over_http import OverHttp
from tests.stories.seeds import duty

PLACE = "Unit · Results · Learning"
LIBRARY = "Hospital · Lessons"
CHOSEN = {
    "what": "Two strengths lie in two drawers",
    "mitigates": "much",
    "feasible": "some",
    "due": "2025-02-10",
    "sign": "No bag comes from the wrong drawer in a month",
}


def learned(story: OverHttp, **said: object) -> str:
    """4 West comes to a lesson from something that went wrong."""
    nora, marco = story.somebody("nora"), story.somebody("marco")
    look = nora.does("learning.open", unit="4-west", what="The wrong strength hung for an hour", **said)
    nora.does("learning.mark_factors", look, helped=["team"], hindered=["technology", "environment"])
    marco.does("learning.choose", look, leader=story.ward.who["lena"], **CHOSEN)
    marco.does("learning.conclude", look, lesson="What looks alike lies apart")
    return look


@duty("B7", PLACE)
def test_b07_a_unit_learns_from_what_goes_wrong_at_its_own_pace(story: OverHttp) -> None:
    """What went wrong becomes a lesson at the unit's own pace: what helped or hindered, what is done, whether it worked."""
    ward, marco, nora = story.ward, story.somebody("marco"), story.somebody("nora")
    assert ward.reads("nora", "/units/4-west/learnings")["pace"] is None, "not adopted is not owed"
    marco.does("unit.adopt_practice", "4-west", practice="lessons", since="2025-01-06")
    owed = ward.reads("marco", "/desks/me")["owed"]
    assert [(one["held"]["owes"], one["held"]["due"]) for one in owed] == [("learn", "2025-02-28")]

    issue = marco.lists("Look-alike heparin")
    look = nora.does("learning.open", unit="4-west", what="The wrong strength hung for an hour", about=issue)
    assert "what helped" in marco.cannot("learning.conclude", look, lesson="Too soon")
    nora.does("learning.mark_factors", look, helped=["team"], hindered=["technology", "environment"])
    assert "Choose something" in marco.cannot("learning.conclude", look, lesson="Too soon")
    marco.does("learning.choose", look, leader=ward.who["lena"], **CHOSEN)
    marco.does("learning.conclude", look, lesson="What looks alike lies apart")

    here = ward.reads("nora", "/units/4-west/learnings")
    assert here["pace"] == {"due": "2025-02-28", "came": 1, "owed": 1}
    (one,) = here["learnings"]
    assert (one["state"], one["helped"], one["hindered"]) == ("learned", ["team"], ["environment", "technology"])
    assert ward.get("kim", f"/learnings/{look}").status_code == 404, "another unit's, as long as it is not shared"
    assert "Look first" in marco.cannot("learning.share", look)
    marco.does("learning.share", look, names_nobody=True)
    assert ward.reads("kim", f"/learnings/{look}")["learning"]["lesson"] == "What looks alike lies apart"

    story.on("2025-02-11")
    late = [one["held"] for one in ward.reads("lena", "/desks/me")["owed"] if one["held"]["stream"] == look]
    assert [(one["owes"], one["due"]) for one in late] == [("review", "2025-02-10")]
    story.somebody("lena").does("learning.follow_up", look, number=1, found="None in a month", risk="less")
    assert look not in [one["held"]["stream"] for one in ward.reads("lena", "/desks/me")["owed"]]

    own = story.somebody("dana").does("learning.reflect", words="I asked for numbers before I asked how they are.")
    assert ward.get("ines", f"/learnings/{own}").status_code == 404
    opened = ward.post("ines", f"/learning/{own}/open_up", {"names_nobody": True})
    assert opened.status_code == 404, "nobody opens for her what is hers"
    assert [one["state"] for one in ward.reads("dana", "/reflections")["reflections"]] == ["kept"]
    story.somebody("dana").does("learning.open_up", own, names_nobody=True)
    assert [one["way"] for one in ward.reads("kim", "/lessons")["lessons"]] == ["reflection", "defect"]


@duty("B9", LIBRARY)
def test_b09_a_lesson_spreads_and_each_unit_fits_it_to_itself(story: OverHttp) -> None:
    """A lesson or a way of working is offered to another unit, which says in its own words how it does it, or why not."""
    ward, marco, priya = story.ward, story.somebody("marco"), story.somebody("priya", "icu")
    look = learned(story)
    offer = {"unit": "4-west", "about": look, "to_unit": "icu", "why": "You hang as many bags as we do"}
    assert "Share it first" in marco.cannot("promise.offer", **offer)
    marco.does("learning.share", look, names_nobody=True)
    offered = marco.does("promise.offer", **offer)

    owed = ward.reads("priya", "/desks/me")["owed"]
    assert [(one["held"]["stream"], one["held"]["owes"]) for one in owed] == [(offered, "keep")]
    assert "own words" in priya.cannot("promise.grant", offered)
    priya.does("promise.grant", offered, words="Red and blue drawers, and a bell")
    (told,) = ward.reads("marco", f"/learnings/{look}")["offers"]
    assert (told["unit"], told["state"], told["words"]) == ("icu", "taken_up", "Red and blue drawers, and a bell")

    huddle = story.somebody("ines").does(
        "standard.add", item="way", words="A huddle at each shift", marks=["habit", "who_gives_care"]
    )
    for unit, who in (("icu", priya), ("4-west", marco)):
        way = story.somebody("ines").does("promise.offer", about=huddle, to_unit=unit, why="It takes five minutes")
        if who is priya:
            who.does("promise.grant", way, words="Also at nineteen")
        else:
            who.does("promise.refuse", way, reason="We have one at the board already")
    (way,) = ward.reads("ines", "/leading")["ways"]
    assert way["units"] == ["icu"], "taken up in the same breath; a no is no gap"


@duty("A48", LIBRARY)
def test_a48_lessons_from_the_field_and_questions_until_they_are_answered(story: OverHttp) -> None:
    """Lessons from the field stand in a library for everybody; a question anyone asks ages until it is answered."""
    ward, marco = story.ward, story.somebody("marco")
    told = story.somebody("lena").does(
        "learning.tell", unit="4-west", what="Twenty rounds on nights", lesson="Come before four, bring nothing to sign"
    )
    story.somebody("lena").does("learning.share", told, names_nobody=True)
    look = learned(story)
    marco.does("learning.share", look, names_nobody=True)
    shown = ward.reads("kim", "/lessons", factor="technology")["lessons"]
    assert [one["id"] for one in shown] == [look]
    assert [one["id"] for one in ward.reads("kim", "/lessons", way="told")["lessons"]] == [told]

    question = story.somebody("nora").raises("Who may stop the line at night?", kind="question")
    story.on("2025-01-20")
    due = ward.reads("marco", "/units/4-west/due")["owed"]
    (waits,) = [one["held"] for one in due if one["held"]["stream"] == question]
    assert (waits["owes"], waits["due"] < "2025-01-20") == ("answer", True)
    marco.answers(question, "Anybody. Nobody is asked why afterwards.", "explained")
    marco.brings_the_answer(question)
    story.somebody("nora").was_heard(question)
    due = ward.reads("marco", "/units/4-west/due")["owed"]
    assert question not in [one["held"]["stream"] for one in due]
