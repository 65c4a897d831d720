"""A project has a charter, with gaps: a plan and a Plan B, money, what the task needs and what the people side needs."""

from typing import Any

from services import code as codes
from services import committing
from services.web.app import create_app
from tests.stories.over_http import OverHttp
from tests.stories.seeds import duty
from tests.stories.telling import Somebody, Stream
from workflows.standard.commands import stream_of

UNIT = "4-west"
CHARTER = "Unit · Team"


def says(who: Somebody, item: str, words: str, **more: Any) -> Stream:
    return who.does("standard.attest", item=item, unit=UNIT, words=words, **more)


def part(story: OverHttp, item: str, reader: str = "marco") -> dict[str, Any]:
    """How a part of the charter stands."""
    parts = story.ward.reads(reader, f"/units/{UNIT}/charter")["parts"]
    return next(one for one in parts if one["item"] == item)


def one(story: OverHttp, stream: Stream, reader: str = "marco") -> dict[str, Any]:
    found: dict[str, Any] = story.ward.reads(reader, f"/standards/{stream}")["standard"]
    return found


@duty("A3", CHARTER)
def test_a03_leadership_is_shown_a_plan(story: OverHttp) -> None:
    """The plan is shown to leadership, and whether they said yes or asked for more is on record."""
    marco = story.somebody("marco")
    plan = says(marco, "plan", "A lift by summer")
    says(marco, "plan_b", "Share one", more="Ours breaks", owner=story.ward.who["dana"])

    marco.does("standard.show", plan, to="role-cno")
    marco.does("standard.take_reply", plan, to="role-cno", says="asked_for_more", words="And at night?")
    story.on("2025-01-20")
    says(marco, "plan", "A lift by summer, a key at night")
    marco.does("standard.show", plan, to="role-cno")
    marco.does("standard.take_reply", plan, to="role-cno", says="endorsed")

    shown = one(story, plan)
    assert [reply["says"] for reply in shown["shown"]] == ["asked_for_more", "endorsed"]
    assert (shown["attested"], shown["said"]["words"]) == (2, "A lift by summer, a key at night")


@duty("A4", CHARTER)
def test_a04_plan_b_with_its_trigger(story: OverHttp) -> None:
    """No plan is shown without a Plan B that says what sets it in motion, or without somebody who sees to one."""
    marco, dana = story.somebody("marco"), story.somebody("dana")
    plan = says(marco, "plan", "A lift by summer")

    assert "Plan is shown with its Plan B" in marco.cannot("standard.show", plan, to="role-cno")
    assert "What sets it in motion?" in marco.cannot(
        "standard.attest", item="plan_b", unit=UNIT, words="Share one", owner="role-cno"
    )
    plan_b = says(marco, "plan_b", "Share one", more="Ours is away for a week", owner=story.ward.who["dana"])
    marco.does("standard.show", plan, to="role-cno")
    story.on("2025-03-03")
    dana.does("standard.activate", plan_b, why="It went for repair")

    assert one(story, plan_b)["activated"].startswith("2025-03-03")
    assert one(story, plan_b)["activated_why"] == "It went for repair"


@duty("A5", CHARTER)
def test_a05_what_comes_after_the_project_is_settled_at_its_start(story: OverHttp) -> None:
    """Who looks after it when the project is over is named at the start, and asked again every half year."""
    marco = story.somebody("marco")
    assert "somebody who sees to it" in marco.cannot(
        "standard.attest", item="sustainability", unit=UNIT, words="The sheet stays"
    )
    stream = says(marco, "sustainability", "The sheet stays", owner=story.ward.who["nora"])

    story.on("2025-06-20")
    desk = story.ward.reads("nora", "/desks/me")["owed"]
    assert [(one["held"]["owes"], one["held"]["due"]) for one in desk] == [("renew", "2025-07-08")]
    story.somebody("nora").does("standard.renew", stream, words="Filled in on every night of May")
    assert one(story, stream)["said"]["looked"] == "Filled in on every night of May"
    story.on("2026-01-15")
    assert one(story, stream)["state"] == "lapsed"


@duty("A6", CHARTER)
def test_a06_money_is_talked_about(story: OverHttp) -> None:
    """Money is asked for with its amount and answered yes, in part, or no with a reason; the totals stand side by side."""
    marco, dana = story.somebody("marco"), story.somebody("dana")
    holder = story.ward.who["dana"]
    asks = [
        marco.does(
            "promise.make",
            kind="ask",
            unit=UNIT,
            holder=holder,
            to="unit-4-west",
            what=what,
            due="2025-02-03",
            money=cents,
        )
        for what, cents in (("Slings", 180_000), ("A porter", 4_600_000), ("Batteries", 64_000))
    ]

    assert "they were asked" in marco.cannot("promise.grant", asks[0])
    dana.does("promise.grant", asks[0], money=120_000, words="Two of each now")
    dana.does("promise.refuse", asks[1], reason="Two calls a night", instead="Call the supervisor")

    money = story.ward.reads("marco", f"/units/{UNIT}/charter")["money"]
    assert money == {"asked": 4_844_000, "granted": 120_000, "refused": 4_600_000, "waiting": 64_000}


@duty("A9", CHARTER)
def test_a09_both_kinds_of_work_are_balanced(story: OverHttp) -> None:
    """Every part of a project is technical work or of the people side, and how much of each is done stands side by side."""
    marco = story.somebody("marco")
    says(marco, "mission", "Nobody falls")
    step = {
        "kind": "plan_step",
        "unit": UNIT,
        "holder": story.ward.who["lena"],
        "to": "unit-4-west",
        "due": "2025-03-03",
    }

    assert "which kind of work" in marco.cannot("promise.make", what="Train all", **step)
    done = marco.does("promise.make", what="Train all", work="socio_adaptive", **step)
    story.somebody("lena").does("promise.keep", done)

    balance = story.ward.reads("marco", f"/units/{UNIT}/charter")["balance"]
    assert [(one["work"], one["done"]) for one in balance] == [("technical", 1), ("socio_adaptive", 1)]


@duty("A15", CHARTER)
def test_a15_a_near_goal_is_to_improve_things_oneself(story: OverHttp) -> None:
    """A goal near at hand is that the unit can improve things by itself, with a measure and a day."""
    _goal(story, "near", "We run our own tests of change", "Tests of change led by staff, per quarter")
    assert part(story, "goal")["state"] == "in_place"


@duty("A18", CHARTER)
def test_a18_a_far_goal_is_that_staff_would_be_treated_here(story: OverHttp) -> None:
    """A far goal is that staff would feel safe to be treated here as patients."""
    goal = _goal(story, "far", "I would feel safe being treated here", "“I would feel safe here”, share who agree")
    assert one(story, goal)["said"]["marks"] == ["far"]


@duty("A24", CHARTER)
def test_a24_resistance_is_expected_and_prepared_for(story: OverHttp) -> None:
    """Who may resist and why is written down beforehand, by group and never by person, with what is done about it, for few."""
    marco = story.somebody("marco")
    entry = marco.does(
        "standard.add", item="resistance", unit=UNIT, words="It takes longer", more="Show it", marks=["nurses"]
    )
    late = marco.does(
        "standard.add", item="resistance", unit=UNIT, words="Who pays?", more="Ask early", marks=["leadership"]
    )

    story.on("2025-02-10")
    marco.does("standard.meet", entry, came="2025-02-03", outcome="After two nights it was quicker")
    marco.does("standard.meet", late, came="2025-01-02", outcome="It was paid")

    assert [one(story, stream)["expected"] for stream in (entry, late)] == [True, False]
    assert story.ward.get("nora", f"/standards/{entry}").status_code == 404
    listed = story.ward.reads("nora", f"/units/{UNIT}/standards")["standards"]
    told = story.ward.reads("nora", f"/units/{UNIT}/timeline")["facts"]
    assert [found for found in (*listed, *told) if "resistance" in str(found)] == []
    story.somebody("lena").cannot("standard.add", item="resistance", unit=UNIT, words="x", more="y", marks=["nurses"])


@duty("A26", CHARTER)
def test_a26_staff_commit_and_nobody_learns_who_did_not(story: OverHttp) -> None:
    """Staff say with a card that they are in and take it back when they like; leaders see how many, never who."""
    house = story.ward.house
    page = create_app(house).test_client()
    cards = [codes.mint() for _ in range(8)]
    house.intake.cards.deal(UNIT, cards)
    for card in cards[:7]:
        assert "It says: I am in." in page.post("/commit", data={"code": card, "does": "in"}).text
    page.post("/commit", data={"code": cards[0], "does": "out"})

    story.on("2025-01-13")
    committing.count(house)
    charter = story.ward.reads("marco", f"/units/{UNIT}/charter")
    assert (charter["committed"]["at_least"], charter["committed"]["of"]) == (5, 8)
    facts = story.ward.reads("marco", f"/units/{UNIT}/timeline", limit=200)["facts"]
    (counted,) = [fact for fact in facts if fact["name"] == "unit.commitment_counted"]
    assert (counted["by"]["kind"], counted["event"]) == ("clock", {"at_least": 5, "of": 8})


@duty("A31", CHARTER)
def test_a31_a_project_has_goals(story: OverHttp) -> None:
    """A project has goals, near and far, each with a measure by name and a day."""
    marco = story.somebody("marco")
    assert "needs a day" in marco.cannot(
        "standard.add", item="goal", unit=UNIT, words="Better", more="Falls", marks=["near"]
    )
    for horizon in ("near", "middle", "far"):
        _goal(story, horizon, f"{horizon} goal", "Falls per month")
    assert len(part(story, "goal")["entries"]) == 3


@duty("A32", CHARTER)
def test_a32_a_timeline_keeps_its_first_day(story: OverHttp) -> None:
    """A milestone that moves says why, and the day it was first promised for stays."""
    marco, lena = story.somebody("marco"), story.somebody("lena")
    step = marco.does(
        "promise.make",
        kind="plan_step",
        unit=UNIT,
        holder=story.ward.who["lena"],
        to="unit-4-west",
        what="Everybody trained",
        due="2025-03-03",
        work="socio_adaptive",
    )
    lena.does("promise.renegotiate", step, due="2025-04-14", reason="Two are on leave")

    (shown,) = story.ward.reads("marco", f"/units/{UNIT}/board")["promises"]
    assert (shown["first_due"], shown["due"], shown["moves"]) == ("2025-03-03", "2025-04-14", 1)


@duty("A33", CHARTER)
def test_a33_a_mission_is_stated(story: OverHttp) -> None:
    """What the project is for stands first, and what it said before stays on record."""
    marco = story.somebody("marco")
    assert part(story, "mission")["state"] == "not_begun"
    mission = says(marco, "mission", "Fewer fals")
    marco.does("standard.correct", mission, part="words", text="Fewer falls")

    shown = one(story, mission, "nora")
    assert (shown["said"]["words"], shown["corrections"][0]["was"]) == ("Fewer falls", "Fewer fals")


@duty("A34", CHARTER)
def test_a34_the_structures_are_there_or_a_gap_with_an_owner(story: OverHttp) -> None:
    """Staff, roles, authority and responsibility are in place, or a gap with somebody who sees to it by a day."""
    marco, dana = story.somebody("marco"), story.somebody("dana")
    says(marco, "structure_staff", "Five of us")
    gap = {"unit": UNIT, "owner": story.ward.who["dana"], "due": "2025-02-03", "why": "Nobody knows what we may decide"}
    marco.does("standard.note_gap", item="structure_authority", **gap)

    owed = story.ward.reads("dana", "/desks/me")["owed"]
    assert [(one["held"]["owes"], one["held"]["due"]) for one in owed] == [("fill", "2025-02-03")]
    story.on("2025-02-04")
    authority = stream_of("structure_authority", UNIT)
    facts = story.ward.reads("marco", f"/units/{UNIT}/timeline", limit=200)["facts"]
    assert [fact["name"] for fact in facts if fact["stream"] == authority] == [
        "standard.gap_noted",
        "standard.fell_due",
    ]
    says(dana, "structure_authority", "The team spends up to $500")

    states = [part(story, f"structure_{facet}")["state"] for facet in ("staff", "roles", "authority", "responsibility")]
    assert states == ["in_place", "not_begun", "in_place", "not_begun"]


@duty("A35", CHARTER)
def test_a35_what_the_task_needs_is_there_or_done_without_for_a_reason(story: OverHttp) -> None:
    """Budgets, resources, space and staffing are in place, asked for, or set aside with a reason on record."""
    marco = story.somebody("marco")
    marco.does(
        "waiver.grant", rule="standard.material_space", unit=UNIT, reason="We share the alcove", until="2025-06-30"
    )
    assert part(story, "material_space")["state"] == "set_aside"
    story.on("2025-07-01")
    assert part(story, "material_space")["state"] == "absent"
    says(marco, "material_space", "The alcove is ours")
    assert part(story, "material_space")["state"] == "in_place"


@duty("A36", CHARTER)
def test_a36_how_the_team_decides_is_clear(story: OverHttp) -> None:
    """How the team decides is agreed on, used, and looked at again each year."""
    assert _agreed(story, "process_decisions", "By show of hands") == ["in_place", "lapsed"]


@duty("A37", CHARTER)
def test_a37_how_conflict_is_handled_is_clear(story: OverHttp) -> None:
    """What the team does when it does not agree is agreed on beforehand, used, and looked at again each year."""
    assert _agreed(story, "process_conflict", "We sit down within a week") == ["in_place", "lapsed"]


@duty("A38", CHARTER)
def test_a38_how_problems_are_solved_is_clear(story: OverHttp) -> None:
    """How the team gets from a problem to what is done about it is agreed on, used, and looked at again each year."""
    assert _agreed(story, "process_problems", "Look, ask why, try for a week") == ["in_place", "lapsed"]


@duty("A39", CHARTER)
def test_a39_each_goal_has_a_verified_measure(story: OverHttp) -> None:
    """Each goal has a measure that is recorded and verified: what is counted, from where, by whom; goals without are shown."""
    goal = _goal(story, "near", "All of us trained", "Share trained")
    marco = story.somebody("marco")
    more = {"of": goal, "more": "The list at the station", "marks": ["monthly"]}
    assert "somebody who sees to it" in marco.cannot(
        "standard.attest", item="measure", unit=UNIT, words="Names ticked", **more
    )
    measure = says(marco, "measure", "Names ticked", owner=story.ward.who["lena"], **more)
    assert (one(story, measure)["of"], one(story, measure)["state"]) == (goal, "in_place")

    _goal(story, "far", "I would be treated here", "Share who agree")
    shape = {"kind": "rate", "per": 100, "per_what": "of the staff", "owner": story.ward.who["lena"], "goal": "90"}
    trained = marco.does(
        "measure.register", unit=UNIT, title="Trained", definition="x", source="x", serves=goal, **shape
    )
    assert _measured(story) == [("empty", True), ("none", False)]
    marco.does("measure.record", trained, period="2024-12", count=28, of=31)
    assert _measured(story) == [("recorded", True), ("none", False)]
    story.on("2025-03-20")
    assert _measured(story) == [("late", True), ("none", False)]
    story.on("2026-01-20")
    assert _measured(story) == [("late", False), ("none", False)]


def _measured(story: OverHttp) -> list[tuple[str, bool]]:
    """Of each goal, whether values come in and whether its measure is verified."""
    goals = story.ward.reads("nora", f"/units/{UNIT}/measures")["goals"]
    return [(one["recorded"], one["verified"]) for one in goals]


def _goal(story: OverHttp, horizon: str, words: str, measure: str) -> Stream:
    goal = {"item": "goal", "unit": UNIT, "words": words, "more": measure, "marks": [horizon], "day": "2025-12-01"}
    return story.somebody("marco").does("standard.add", **goal)


def _agreed(story: OverHttp, item: str, words: str) -> list[str]:
    """It is attested, used once, and not looked at again within a year: how it stands before and after."""
    marco = story.somebody("marco")
    stream = says(marco, item, words)
    marco.does("standard.use", stream, what="Who gets the lift first")
    assert one(story, stream)["used"] == ["Who gets the lift first"]
    before = one(story, stream)["state"]
    story.on("2026-01-07")
    return [before, one(story, stream)["state"]]
