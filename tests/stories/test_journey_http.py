"""The journey, through HTTP: a voice becomes an issue, a barrier goes through several hands, everybody is answered, and it can
be seen who held the ball: now, as it was on a past day, and as it was known on a past day."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from services.ledger import postgres
from tests.api.ward import Ward
from tests.stories.over_http import OverHttp, over_http
from tests.stories.telling import Stream


@pytest.fixture
def story(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[OverHttp]:
    """In files, unless a test asks for PostgreSQL."""
    database = request.getfixturevalue("postgres") if getattr(request, "param", "") == "postgres" else None
    if database:
        postgres.migrate(database)
    with over_http(tmp_path / "alder", database) as told:
        yield told


@pytest.mark.parametrize("story", ["files", pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True)
def test_the_journey(story: OverHttp) -> None:
    nora, sam, lena, marco, dana = (story.somebody(name) for name in ("nora", "sam", "lena", "marco", "dana"))
    kim, priya = (story.somebody(name, "icu") for name in ("kim", "priya"))
    ward, who = story.ward, story.ward.who
    committee = ward.house.people.add("Capital committee", kind="party").id

    rounds = lena.schedules_rounds("2025-01-17")

    story.on("2025-01-10")
    voice = nora.raises("The ceiling lift stands still, we turn people by hand", idea="A second lift")
    marco.acknowledges(voice)

    story.on("2025-01-17")
    dana.holds_rounds(rounds, [who["dana"], who["marco"], who["nora"]])
    lift = lena.lists("Ceiling lift out of order", voice, source="rounds", rounds=rounds)
    dana.summarises(rounds, "The lift comes first.", [lift])
    assert ward.reads("nora", f"/rounds/{rounds}")["rounds"]["state"] == "summarised"

    fax = lena.fixes_on_the_spot("The fax list was out of date", "Printed the new one and hung it up")
    assert standing(ward, fax) == "delivered"

    same = sam.raises("Nobody repairs the lift")
    lena.merges(same, lift)
    elsewhere = kim.raises("Our lift is broken too")
    icu_lift = priya.lists("Lift in bay 3 broken", elsewhere)

    barrier = marco.logs_a_barrier("No money for a lift motor", [lift], money=980_000)
    story.somebody("ines").does("barrier.block_also", barrier, issue=icu_lift)
    dana.returns(barrier, "Money of this size is the chief nurse's")
    ruth = story.somebody("ruth", None)
    marco.gives_the_barrier_to(barrier, "role-cno", due="2025-02-14")

    story.on("2025-01-20")
    ruth.accepts(barrier)
    story.on("2025-01-24")
    ruth.waits(barrier, on=committee, until="2025-02-07", reason="They decide on Friday")
    assert "1 barrier(s)" in marco.cannot("issue.resolve", lift, evidence="It looked fine to me")

    story.on("2025-02-07")
    ruth.does("barrier.resume", barrier)
    ruth.claims_it_removed(barrier, "A motor was bought")
    lena.rejects(barrier, "It is in the basement, not on the ceiling")
    story.on("2025-02-12")
    ruth.claims_it_removed(barrier, "The motor is mounted")
    lena.verifies(barrier)

    story.on("2025-02-13")
    marco.resolves(lift, "Lifted twice today")
    assert "have not been heard" in marco.cannot("issue.close", lift)
    marco.answers(voice, "The lift works again; the second one is in the budget of July")
    marco.answers(same, "It works again since yesterday")
    marco.brings_the_answer(voice)
    marco.brings_the_answer(same, how="mail")
    nora.was_heard(voice)
    assert standing(ward, voice) == "heard"

    silence(story, same)
    assert ward.reads("marco", f"/issues/{lift}")["issue"]["state"] == "closed"

    kept_accounts(story, lift, barrier, committee)
    assert counts(ward)["heard"] == 1
    assert counts(ward)["no_reply"] == 2


def silence(story: OverHttp, voice: Stream) -> None:
    """Fourteen days and two notices: only the clock ends it, and it is never called heard."""
    for day, notices in (("2025-02-15", 0), ("2025-02-19", 1), ("2025-02-23", 2), ("2025-02-27", 2)):
        story.on(day)
        shown = story.ward.reads("sam", f"/concerns/{voice}")["voice"]
        assert (shown["state"], shown["notices"]) == ("delivered", notices), day
    story.on("2025-02-28")
    assert standing(story.ward, voice) == "no_reply"


def kept_accounts(story: OverHttp, lift: Stream, barrier: Stream, committee: str) -> None:
    """Who held the barrier, and for how long: now, on a past day, as known on a past day."""
    ward, who = story.ward, story.ward.who

    def held(**when: str) -> list[tuple[str, str, str | None]]:
        stints = ward.reads("lena", f"/barriers/{barrier}/accountability", **when)["held"]
        return [(one["holder"], one["owes"], one["waiting_on"]) for one in stints]

    assert held() == [
        (who["dana"], "accept", None),
        ("unit-4-west", "accept", None),
        ("role-cno", "accept", None),
        ("role-cno", "remove", None),
        ("role-cno", "remove", committee),
        ("role-cno", "remove", None),
        ("unit-4-west", "verify", None),
        ("role-cno", "remove", None),
        ("unit-4-west", "verify", None),
    ]
    assert held(on="2025-01-21")[-1] == held(as_of="2025-01-21")[-1] == ("role-cno", "remove", None)
    on_the_desk = ward.reads("ines", "/desks/role-cno", on="2025-01-30")["owed"]
    assert [(one["held"]["waiting_on"], one["title"]) for one in on_the_desk] == [
        (committee, "No money for a lift motor")
    ]
    assert ward.reads("ines", "/desks/role-cno")["owed"] == []
    before = ward.reads("lena", "/units/4-west/board", as_of="2025-01-05")
    assert before["issues"] == []
    then = ward.reads("lena", "/units/4-west/board", on="2025-02-08")
    assert lift in [line["issue"]["id"] for line in then["issues"]]


def counts(ward: Ward) -> dict[str, int]:
    """The voices of 4 West by where they stand."""
    found: dict[str, int] = ward.reads("marco", "/units/4-west/answers")["counts"]
    return found


def standing(ward: Ward, voice: Stream) -> str:
    return str(ward.reads("marco", f"/concerns/{voice}")["voice"]["state"])


def test_an_answer_that_does_not_hold_goes_to_somebody_else(story: OverHttp) -> None:
    nora, marco = story.somebody("nora"), story.somebody("marco")
    voice = nora.raises("Two of us cannot hold the night alone")
    issue = marco.lists("Nights are short of hands", voice)
    marco.resolves(issue, "The roster says three")
    marco.answers(voice, "The roster has three of you")
    marco.brings_the_answer(voice)

    story.on("2025-01-08")
    nora.disputes(voice, "Three on paper, two in the room")
    assert standing(story.ward, voice) == "owed"
    assert story.ward.reads("nora", f"/concerns/{voice}")["voice"]["issue"] == issue
    assert story.ward.reads("marco", f"/issues/{issue}")["issue"]["state"] == "open"
    marco.answers(voice, "I have asked for a third from the pool", "partly")
    marco.brings_the_answer(voice)

    story.on("2025-01-10")
    nora.disputes(voice, "Nobody came from the pool")
    assert "did not hold" in marco.cannot("concern.answer", voice, answer="They will come", outcome="done")
    dana = story.somebody("dana")
    dana.answers(voice, "From Monday on there is a third, by contract", "done")
    marco.brings_the_answer(voice)
    nora.was_heard(voice)
    shown = story.ward.reads("nora", f"/concerns/{voice}")["voice"]
    assert shown["state"] == "heard"
    assert len(shown["earlier"]) == len(shown["disputes"]) == 2


def test_each_who_raised_the_same_is_owed_an_answer(story: OverHttp) -> None:
    nora, sam, marco = (story.somebody(name) for name in ("nora", "sam", "marco"))
    first, second = nora.raises("The door to the stairs sticks"), sam.raises("The stairs door is stuck")
    issue = marco.lists("Stairs door", first)
    marco.merges(second, issue)
    assert story.ward.reads("marco", f"/issues/{issue}")["issue"]["voices"] == [first, second]
    marco.does("issue.answer", issue, answer="The carpenter comes tomorrow", outcome="explained")
    assert standing(story.ward, first) == standing(story.ward, second) == "answered"
    marco.unmerges(second)
    assert standing(story.ward, second) == "owed", "an answer that came through the issue no longer counts"
    assert story.ward.reads("marco", f"/issues/{issue}")["issue"]["voices"] == [first]


def test_the_five_ends_stand_side_by_side(story: OverHttp) -> None:
    nora, marco = story.somebody("nora"), story.somebody("marco")
    heard, withdrawn, unreached, silent = (nora.raises(f"Worry number {n}") for n in range(4))
    for voice in (heard, unreached, silent):
        marco.answers(voice, "It is done")
    for voice in (heard, silent):
        marco.brings_the_answer(voice)
    nora.was_heard(heard)
    nora.withdraws(withdrawn)
    marco.cannot_reach(unreached, "She has left the hospital; letter and phone were tried")
    assert "Only the clock" in marco.cannot("concern.end_no_reply", silent)
    for day in range(7, 22):
        story.on(f"2025-01-{day:02}")
    found = counts(story.ward)
    ends = ("heard", "disagreed", "no_reply", "cannot_be_reached", "withdrawn", "owed")
    assert [found[end] for end in ends] == [1, 0, 1, 1, 1, 0]


def test_a_slip_is_put_right_and_the_old_words_stay(story: OverHttp) -> None:
    marco, ward = story.somebody("marco"), story.ward
    issue = marco.lists("The lfit is broken")
    known = ward.reads("marco", f"/issues/{issue}")["at"]
    marco.does("issue.correct", issue, part="title", text="The lift is broken")
    shown = ward.reads("marco", f"/issues/{issue}")["issue"]
    assert shown["title"] == "The lift is broken"
    assert [(slip["of"], slip["was"]) for slip in shown["corrections"]] == [("title", "The lfit is broken")]
    assert ward.reads("marco", f"/issues/{issue}", as_of=known)["issue"]["title"] == "The lfit is broken"
    facts = ward.reads("marco", f"/issues/{issue}/timeline")["facts"]
    assert [fact["name"] for fact in facts] == ["issue.listed", "issue.corrected"]


def test_what_is_entered_late_was_so_then_and_known_only_now(story: OverHttp) -> None:
    ward = story.ward
    story.on("2025-01-20")
    said = {"unit": "4-west", "title": "The lift stood still over the new year"}
    late = ward.post("marco", "/issue/list", said, headers={"Occurred": "2025-01-07"})
    assert late.status_code == 201, late.text
    issue = late.json["stream"]  # type: ignore[index]  # a receipt

    def listed(**when: str) -> list[str]:
        return [line["issue"]["id"] for line in ward.reads("marco", "/units/4-west/board", **when)["issues"]]

    assert listed(on="2025-01-08") == [issue]
    assert listed(on="2025-01-06") == []
    assert listed(as_of="2025-01-19") == []
    assert listed(as_of="2025-01-19", on="2025-01-08") == []


def test_nobody_is_heard_by_somebody_elses_word(story: OverHttp) -> None:
    """A leader may answer, and may say for the voice what it said by phone; never that it was heard on their own word."""
    nora, marco, ward = story.somebody("nora"), story.somebody("marco"), story.ward
    voice, other = nora.raises("The ramp is dark"), nora.raises("The stairs are wet")
    marco.answers(voice, "Two lamps are up")
    marco.brings_the_answer(voice)
    for verb, said in (("concern.say_heard", {}), ("concern.dispute", {"why": "It is fine by me"})):
        assert "Only the person who spoke" in marco.cannot(verb, voice, **said)
    for foreign in ("role-cno", ward.who["nora"], other.replace("concern-", "voice-")):
        refused = ward.post("marco", f"/concern/{voice}/say_heard", headers={"On-Behalf-Of": foreign})
        assert (refused.status_code, refused.json["key"]) == (409, "concern.only_the_voice")  # type: ignore[index]  # a problem
    nobody = ward.post("marco", f"/concern/{voice}/say_heard", headers={"On-Behalf-Of": f"voice-{'0' * 26}"})
    assert (nobody.status_code, nobody.json["key"]) == (409, "unknown")  # type: ignore[index]  # a problem
    by_phone = {"On-Behalf-Of": voice.replace("concern-", "voice-")}
    assert ward.post("marco", f"/concern/{voice}/say_heard", headers=by_phone).status_code == 200
    (*_, last) = ward.reads("marco", "/units/4-west/timeline", limit=200)["facts"]
    assert (last["name"], last["by"]["id"], last["behalf"]) == (
        "concern.heard",
        ward.who["marco"],
        by_phone["On-Behalf-Of"],
    )
