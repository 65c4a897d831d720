"""Anyone can speak; who spoke is answered; what stands in the way is removed; solutions come from the floor."""

from tests.stories.over_http import OverHttp
from tests.stories.seeds import duty


@duty("A16", "Speak up")
def test_a16_staff_bring_solutions(story: OverHttp) -> None:
    """Staff are asked for a solution with a concern, and never made to have one."""
    nora = story.somebody("nora")

    with_idea = nora.raises("The sling cupboard is locked at night", idea="A second key at the desk")
    without = nora.raises("Nobody answers the pager after two")

    said = [story.ward.reads("nora", f"/concerns/{voice}")["voice"]["idea"] for voice in (with_idea, without)]
    assert said == ["A second key at the desk", None]


@duty("A29", "Unit · Board")
def test_a29_barriers_are_removed(story: OverHttp) -> None:
    """Whoever holds a barrier removes it, and the unit says whether it is gone."""
    lena, marco, dana = (story.somebody(name) for name in ("lena", "marco", "dana"))
    lift = marco.lists("Nobody can be lifted")
    barrier = marco.logs_a_barrier("No money for a motor", [lift])

    dana.accepts(barrier)
    story.on("2025-01-20")
    dana.claims_it_removed(barrier, "It is bought")
    assert "1 barrier(s)" in marco.cannot("issue.resolve", lift, evidence="Bought")
    lena.rejects(barrier, "It is not mounted")
    story.on("2025-01-22")
    dana.claims_it_removed(barrier, "It is mounted")
    lena.verifies(barrier)

    assert story.ward.reads("lena", f"/barriers/{barrier}")["barrier"]["state"] == "removed"
    held = story.ward.reads("lena", f"/barriers/{barrier}/accountability")["held"]
    assert [one["owes"] for one in held] == ["accept", "remove", "verify", "remove", "verify"]


@duty("B10", "Speak up")
def test_b10_anyone_can_voice_a_concern_a_suggestion_or_an_idea(story: OverHttp) -> None:
    """Anyone, patients and families included, voices concerns, suggestions and ideas, and each is owed an answer."""
    nora, marco = story.somebody("nora"), story.somebody("marco")

    voices = [
        nora.raises("It is too loud to sleep", kind="concern"),
        nora.raises("Soft wheels for the trolleys", kind="idea"),
        marco.raises("Her mother was not told what the drain is for", who="family", came="phone"),
    ]

    shown = story.ward.reads("marco", "/units/4-west/answers")
    assert shown["counts"]["owed"] == len(voices)


@duty("B18", "My answers")
def test_b18_an_answer_reaches_whoever_spoke(story: OverHttp) -> None:
    """A leader's answer is tied to the concern, brought to whoever spoke, and they say whether they were heard."""
    nora, marco = story.somebody("nora"), story.somebody("marco")
    voice = nora.raises("The ramp is dark")
    issue = marco.lists("Dark ramp", voice)
    marco.resolves(issue, "Two lamps are up")

    assert "have not been heard" in marco.cannot("issue.close", issue)
    marco.answers(voice, "Two lamps are up, and the caretaker looks each Monday")
    marco.brings_the_answer(voice)
    nora.was_heard(voice)

    marco.does("issue.close", issue)
    assert story.ward.reads("nora", f"/concerns/{voice}")["voice"]["state"] == "heard"
