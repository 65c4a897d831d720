"""What leaders and units promise each other is held against the first day, in the open, and about things rather than people."""

from tests.stories.over_http import OverHttp
from tests.stories.seeds import duty

PLACE = "Hospital · Decisions and promises"


@duty("A12", PLACE)
def test_a12_promises_to_reduce_harm_are_answered_for(story: OverHttp) -> None:
    """Whoever promised something to reduce harm answers for it by its first day; a day that moves keeps its reason."""
    marco, dana = story.somebody("marco"), story.somebody("dana")
    promised = {"unit": "4-west", "holder": story.ward.who["dana"], "to": "unit-4-west"}
    slings = marco.does("promise.make", **promised, what="Slings in all sizes", due="2025-01-13")
    lift = marco.does("promise.make", **promised, what="A lift that works at night", due="2025-01-13")
    list_ = marco.does("promise.make", **promised, what="A list of attendings", due="2025-01-20")

    story.on("2025-01-10")
    dana.does("promise.keep", slings)
    dana.does("promise.renegotiate", lift, due="2025-01-31", reason="The vendor's quote came late.")
    story.on("2025-01-24")
    dana.does("promise.keep", lift)

    shown = story.ward.reads("ines", "/promises")
    figures = shown["figures"]
    assert (figures["in_time"], figures["late"], figures["broken"], figures["percent"]) == (1, 1, 1, 33)
    moved = {one["id"]: [(move["due"], move["reason"]) for move in one["moved"]] for one in shown["promises"]}
    assert moved == {slings: [], lift: [("2025-01-31", "The vendor's quote came late.")], list_: []}
    overdue = story.ward.reads("dana", "/desks/me")["owed"]
    assert [one["held"]["stream"] for one in overdue if one["held"]["owes"] == "keep"] == [list_]
    then = story.ward.reads("ines", "/promises?as_of=2025-01-11")["figures"]
    assert (then["in_time"], then["not_due"]) == (1, 2)
