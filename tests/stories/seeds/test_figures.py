"""What an executive partner does for a unit is seen in what came of it, with what is behind every number."""

from typing import Any

from tests.stories.over_http import OverHttp
from tests.stories.seeds import duty
from tests.stories.seeds.test_partnership import active


@duty("A47", "Unit · Results · Figures")
def test_a47_the_five_duties_of_an_executive_are_seen_in_what_was_done(story: OverHttp) -> None:
    """Five duties — speaking, meeting, supporting both kinds of work, planning together, holding and being held to account —
    are shown in figures that open what they count; there is no total."""
    dana, marco, nora = (story.somebody(name) for name in ("dana", "marco", "nora"))
    partnership = active(story)
    me = story.ward.who["dana"]
    heard, waiting = nora.raises("One lift for three units", idea="A pool of two"), nora.raises("A fax nobody reads")
    lift = marco.lists("One lift for three units", heard)
    barrier = marco.logs_a_barrier("It costs more than we may spend", [lift], holder=me)
    dana.accepts(barrier)
    kept = marco.does("promise.make", unit="4-west", holder=me, to="unit-4-west", what="A lift", due="2025-02-14")

    story.on("2025-01-16")
    dana.claims_it_removed(barrier, "It is there")
    story.on("2025-01-17")
    marco.verifies(barrier)
    marco.resolves(lift, "Two lifts, one booking sheet")
    marco.answers(heard, "There are two now")
    marco.brings_the_answer(heard)
    story.on("2025-02-10")
    marco.does("partnership.hold_meeting", partnership, colour="executive", attendees=[me])
    dana.does("promise.keep", kept)
    story.on("2025-03-03")

    shown = story.ward.reads("dana", "/units/4-west/figures")
    duties, figures = shown["duties"], shown["figures"]
    assert duties["executive"] == me
    assert (figures["brought"]["part"], figures["brought"]["whole"]) == (1, 1)
    assert of(figures, "answered") == (2, 1, 11, None), "what still waits is never left out"
    assert (duties["met"]["part"], duties["met"]["whole"]) == (1, 1)
    assert duties["adaptive"] == {"part": 0, "whole": 4, "percent": 0}
    assert of(figures, "removed") == (1, 1, 11, 11)
    assert (figures["kept"]["part"], figures["kept"]["whole"]) == (1, 1)
    assert figures["solution"]["percent"] == 50
    assert story.ward.reads("nora", f"/concerns/{waiting}")["voice"]["state"] == "owed"

    then = story.ward.reads("dana", "/units/4-west/figures?as_of=2025-01-10")["figures"]
    assert of(then, "answered") == (2, 0, None, None)
    assert story.ward.reads("ines", "/figures")["figures"]["public"] is None, "fewer than ten say who they are"


def of(figures: dict[str, Any], aim: str) -> tuple[int, int, int | None, int | None]:
    """Of how many how many are over; after how many days half was, and nine of ten."""
    found = next(one for one in figures["waits"] if one["aim"] == aim)
    return found["whole"], found["over"], found["half"], found["most"]
