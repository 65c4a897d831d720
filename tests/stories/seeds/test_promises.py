"""What leaders and units promise each other is held against the first day, in the open, and about things rather than people."""

from tests.stories.over_http import OverHttp
from tests.stories.seeds import duty

PLACE = "Hospital · Decisions"


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


@duty("A23", "Unit · Board")
def test_a23_a_plan_is_made_by_the_unit_and_the_executive_together(story: OverHttp) -> None:
    """A plan for an issue is signed by whoever leads and by the unit; its steps are promises; issues without are counted."""
    marco, dana, nora = (story.somebody(name) for name in ("marco", "dana", "nora"))
    lift, fax = marco.lists("Nobody can be lifted at night"), marco.lists("A fax nobody reads")

    def planned() -> tuple[int, int]:
        figures = story.ward.reads("ines", "/promises")["planned"]
        return figures["of_both"], figures["percent"]

    assert "no plan yet" in nora.cannot("issue.co_author", lift)
    marco.does("issue.plan", lift, plan="A pool of two lifts, with a booking sheet.")
    nora.does("issue.co_author", lift)
    assert planned() == (0, 0), "a plan of one side alone is counted apart"
    dana.does("issue.co_author", lift)
    assert planned() == (1, 50)
    shown = story.ward.reads("nora", f"/issues/{lift}")["issue"]
    assert [one["side"] for one in shown["authors"]] == ["unit", "unit", "executive"]

    step = {"unit": "4-west", "kind": "plan_step", "to": "unit-4-west", "about": lift, "work": "technical"}
    first = dana.does(
        "promise.make", **step, holder=story.ward.who["dana"], what="The motor is bought", due="2025-01-20"
    )
    dana.does("promise.keep", first)
    kept = story.ward.reads("nora", "/promises?unit=4-west")["promises"]
    assert [(one["kind"], one["about"], one["state"]) for one in kept] == [("plan_step", lift, "kept")]
    assert story.ward.reads("nora", f"/issues/{fax}")["issue"]["co_authored"] is False
