"""An executive rounds with a unit: prepared by both sides, spoken both ways, seen through the log, by day and by night."""

import msgspec

from tests.stories.over_http import OverHttp
from tests.stories.seeds import duty
from workflows.kernel.terms import Terms

PLACE = "Unit · Rounds"


def document(story: OverHttp, terms: Terms) -> str:
    """Terms kept where they can be adopted."""
    return story.ward.house.attachments.put(msgspec.json.encode(terms))


@duty("A1", PLACE)
def test_a01_rounds_are_a_talk_and_no_drive_by(story: OverHttp) -> None:
    """An executive and the team speak with each other on rounds; a visit without that shows as what it was."""
    lena, dana = story.somebody("lena"), story.somebody("dana")
    silent = lena.schedules_rounds("2025-01-10")
    story.on("2025-01-10")
    lena.does("rounds.note_exchange", silent, kind="question", by="executive")
    dana.holds_rounds(silent, [story.ward.who["dana"]])
    spoken = lena.schedules_rounds("2025-01-17")
    story.on("2025-01-17")
    lena.does("rounds.note_exchange", spoken, kind="question", by="staff", words="Why do we wait for a lift?")
    lena.does("rounds.note_exchange", spoken, kind="commitment", by="executive")
    dana.holds_rounds(spoken, [story.ward.who["dana"], story.ward.who["nora"]])

    both_ways = [story.ward.reads("nora", f"/rounds/{one}")["rounds"]["two_way"] for one in (silent, spoken)]
    assert both_ways == [False, True]
    figures = story.ward.reads("ines", "/units/4-west/rounding")["figures"]
    assert figures["interactive"] == {"part": 1, "whole": 2, "percent": 50}


@duty("A28", PLACE)
def test_a28_what_comes_first_is_agreed_before_leaving(story: OverHttp) -> None:
    """Before leaving, executive and team weigh what was found and agree on two or three things that come first."""
    lena, dana = story.somebody("lena"), story.somebody("dana")
    lift, fax, ramp = (lena.lists(title) for title in ("No second lift", "A fax nobody reads", "The ramp is dark"))
    rounds = lena.schedules_rounds("2025-01-17")
    story.on("2025-01-17")
    for issue, weight in ((lift, (4, 4, 1)), (fax, (3, 5, 5)), (ramp, (2, 2, 4))):
        severity, likelihood, ease = weight
        dana.does("issue.triage", issue, category="environment", severity=severity, likelihood=likelihood, ease=ease)
    dana.does("rounds.agree_priorities", rounds, issues=[lift, fax])
    dana.does("rounds.agree_priorities", rounds, issues=[fax, lift, ramp])
    dana.holds_rounds(rounds, [story.ward.who["dana"]])

    agreed = story.ward.reads("nora", f"/rounds/{rounds}")["rounds"]["agreed"]
    assert agreed == [[lift, fax], [fax, lift, ramp]], "the list before stays in the record"
    lena.resolves(fax, "It is gone")
    assert story.ward.reads("ines", "/units/4-west/rounding")["figures"]["easy"] == {
        "part": 1,
        "whole": 1,
        "percent": 100,
    }


@duty("A40", PLACE)
def test_a40_the_team_leader_briefs_the_executive_first(story: OverHttp) -> None:
    """Before rounds the team leader sits down with the executive and tells what is new in the unit."""
    marco, dana = story.somebody("marco"), story.somebody("dana")
    rounds = marco.schedules_rounds("2025-01-17")
    marco.does("rounds.name_guide", rounds, guide=story.ward.who["lena"])

    story.on("2025-01-13")
    marco.does("rounds.pre_brief", rounds, note="The lift, and two new nurses")
    ready = story.ward.reads("dana", f"/rounds/{rounds}")["rounds"]["ready"]
    assert [one["item"] for one in ready if one["ready"]] == ["guide", "pre_brief"]

    marco.does("rounds.reschedule", rounds, day="2025-01-30", reason="Budget week")
    assert not story.ward.reads("dana", f"/rounds/{rounds}")["rounds"]["pre_briefed"], "too long before the new day"
    story.on("2025-01-30")
    dana.holds_rounds(rounds, [story.ward.who["dana"]])
    figures = story.ward.reads("ines", "/units/4-west/rounding")["figures"]
    assert (figures["pre_briefed"]["percent"], figures["guided"]["percent"]) == (0, 100)


@duty("A41", PLACE)
def test_a41_what_the_executive_should_know_is_gathered(story: OverHttp) -> None:
    """What happened in the unit since the last visit is gathered for the executive: heard, answered, waiting, promised."""
    lena, marco, nora, dana = (story.somebody(name) for name in ("lena", "marco", "nora", "dana"))
    lift = nora.raises("One lift for three units")
    issue = marco.lists("One lift for three units", lift)
    barrier = marco.logs_a_barrier("No money for a lift", [issue], holder=story.ward.who["dana"], money=980_000)
    dana.accepts(barrier)
    first = lena.schedules_rounds("2025-01-17")
    story.on("2025-01-17")
    dana.does("rounds.agree_priorities", first, issues=[issue])
    dana.holds_rounds(first, [story.ward.who["dana"]])

    story.on("2025-01-24")
    dana.does("barrier.promise_new_date", barrier, due="2025-02-28", reason="The quote is late")
    dana.answers(lift, "It is ordered", final=True)
    marco.brings_the_answer(lift)
    nora.was_heard(lift)
    fresh = nora.raises("The ramp is dark")
    rounds = lena.schedules_rounds("2025-02-14")
    book = story.ward.reads("dana", f"/rounds/{rounds}/briefing")

    assert [one["id"] for one in book["raised"]] == [fresh]
    assert [one["id"] for one in book["answered"]] == [lift]
    assert [one["id"] for one in book["moved"]] == [barrier] == [one["id"] for one in book["money"]]
    assert [one["title"] for one in book["promised"]] == ["No money for a lift"]
    assert (book["heard_of_yours"], book["first"], len(book["ask"])) == (1, [issue], 3)
    assert story.ward.who["marco"] in book["team"]


@duty("A42", PLACE)
def test_a42_what_is_open_is_looked_at_again(story: OverHttp) -> None:
    """On rounds everything open is looked at again: what needs it one by one, the rest as a sheet."""
    lena, dana = story.somebody("lena"), story.somebody("dana")
    lift, fax, ramp = (lena.lists(title) for title in ("No second lift", "A fax nobody reads", "The ramp is dark"))
    rounds = lena.schedules_rounds("2025-01-17")
    story.on("2025-01-17")
    dana.does("rounds.review", rounds, issue=lift, finding="still_so")
    dana.does("rounds.look_over", rounds, issues=[fax])
    dana.holds_rounds(rounds, [story.ward.who["dana"]])

    shown = story.ward.reads("nora", f"/rounds/{rounds}")["rounds"]
    assert (shown["seen"], shown["looked_over"]) == ([{"issue": lift, "finding": "still_so"}], [fax])
    figures = story.ward.reads("ines", "/units/4-west/rounding")["figures"]
    assert figures["reviewed"] == {"part": 2, "whole": 3, "percent": 67}, f"{ramp} was not looked at"


@duty("A43", PLACE)
def test_a43_what_is_found_goes_on_the_log(story: OverHttp) -> None:
    """What comes up on rounds is listed on the tracking log, or it is on record that nothing came up."""
    lena, dana = story.somebody("lena"), story.somebody("dana")
    first = lena.schedules_rounds("2025-01-10")
    story.on("2025-01-10")
    lena.does("concern.note", unit="4-west", what="Slings are missing", source="rounds", rounds=first)
    lena.fixes_on_the_spot("The clock is slow", "Set while we stood there", rounds=first)
    dana.holds_rounds(first, [story.ward.who["dana"]])
    story.on("2025-01-24")
    quiet = lena.schedules_rounds("2025-01-24")
    dana.does("rounds.hold", quiet, attendees=[story.ward.who["dana"]], colour="executive", none_raised=True)

    board = story.ward.reads("nora", "/units/4-west/board")["issues"]
    assert [(one["issue"]["title"], one["issue"]["rounds"]) for one in board if one["issue"]["state"] == "open"] == [
        ("Slings are missing", first)
    ]
    assert story.ward.reads("nora", f"/rounds/{quiet}")["rounds"]["none_raised"]
    assert story.ward.reads("ines", "/units/4-west/rounding")["figures"]["issues"]["part"] == 2


@duty("A44", PLACE)
def test_a44_those_who_give_care_know_what_the_rounds_are_for(story: OverHttp) -> None:
    """Those who give care are told beforehand what rounds with the executive are for; how many know is counted."""
    lena, dana = story.somebody("lena"), story.somebody("dana")
    rounds = lena.schedules_rounds("2025-01-17")
    assert "Check both numbers" in lena.cannot("rounds.brief_providers", rounds, briefed=40, of=31)
    lena.does("rounds.brief_providers", rounds, briefed=9, of=31)
    lena.does("rounds.brief_providers", rounds, briefed=24, of=31)
    story.on("2025-01-17")
    dana.holds_rounds(rounds, [story.ward.who["dana"]])

    ready = story.ward.reads("nora", f"/rounds/{rounds}")["rounds"]["ready"]
    assert {"item": "providers", "ready": True} in ready
    assert story.ward.reads("ines", "/units/4-west/rounding")["figures"]["providers"] == {
        "part": 24,
        "whole": 31,
        "percent": 77,
    }


@duty("A45", PLACE)
def test_a45_staff_come_prepared_with_concerns_and_what_would_help(story: OverHttp) -> None:
    """Staff are asked to bring concerns and ideas to the rounds; the executive reads them without a name."""
    lena, nora = story.somebody("lena"), story.somebody("nora")
    rounds = lena.schedules_rounds("2025-01-17")
    lena.does("rounds.prepare", rounds, item="asked")
    voice = nora.raises("We skip breaks", idea="A float nurse from two to four", rounds=rounds)
    assert "without a name" in nora.cannot(
        "concern.raise", unit="4-west", what="It is me", rounds=rounds, speaker="named"
    )

    brought = story.ward.get("dana", f"/rounds/{rounds}/briefing")
    assert [one["title"] for one in brought.json["brought"]] == ["We skip breaks"]  # type: ignore[index]  # a book
    assert story.ward.who["nora"] not in brought.text
    told = story.ward.get("dana", f"/concerns/{voice}")
    assert story.ward.who["nora"] not in told.text
    story.on("2025-01-17")
    story.somebody("dana").holds_rounds(rounds, [story.ward.who["dana"]])
    assert story.ward.reads("ines", "/units/4-west/rounding")["figures"]["brought_before"] == 1


@duty("B17", PLACE)
def test_b17_leaders_round_on_staff_and_patients_at_night_too(story: OverHttp) -> None:
    """Leaders round on staff and on patients, steadily and on every shift; what is not adopted is never called missed."""
    marco, dana, ines = story.somebody("marco"), story.somebody("dana"), story.somebody("ines", None)
    often = Terms(patient_rounds_monthly=1, night_rounds_quarterly=1)
    ines.does("hospital.adopt_terms", digest=document(story, often))
    marco.does("unit.adopt_practice", "4-west", practice="rounds", since="2025-02-01")
    for day, kind, shift, colour in (
        ("2025-02-11", "staff", "day", "executive"),
        ("2025-02-18", "patient", "day", "deputy"),
        ("2025-03-11", "staff", "evening", "executive"),
        ("2025-04-15", "staff", "night", "executive"),
    ):
        rounds = marco.does("rounds.schedule", unit="4-west", day=day, kind=kind, shift=shift, time="14:00")
        story.on(day)
        dana.holds_rounds(rounds, [story.ward.who["dana"]], colour)
        if day == "2025-03-11":
            flood = marco.does("rounds.schedule", unit="4-west", day="2025-03-20", kind="patient")
            marco.does("rounds.say_not_held", flood, reason="unit_emergency")
    story.on("2025-05-10")

    year = story.ward.reads("ines", "/units/4-west/rounding")
    stands = {(one["month"], one["kind"]): one["standing"] for one in year["months"]}
    assert {stands["2025-01", kind] for kind in ("staff", "patient")} == {"not_adopted"}
    assert [stands[f"2025-0{month}", "staff"] for month in (2, 3, 4)] == ["executive"] * 3
    assert [stands[f"2025-0{month}", "patient"] for month in (2, 3, 4)] == ["deputy", "not_held", "missed"]
    assert [(one["shift"], one["held"], one["asked"]) for one in year["quotas"]] == [("night", 1, 1)]
    icu = story.ward.reads("ines", "/units/icu/rounding")
    assert {one["standing"] for one in icu["months"]} == {"not_adopted"}
