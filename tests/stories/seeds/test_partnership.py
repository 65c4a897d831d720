"""A unit and an executive meet every month, in the open: who comes, on what terms, how often, and who else leads."""

from typing import Any

from tests.stories.over_http import OverHttp
from tests.stories.seeds import duty
from tests.stories.telling import Stream

WILLING = {"learn_from": True, "listen_to": True, "work_with": True}
PLACE = "Unit · Team"


def named(story: OverHttp, rank: str = "vice_president", **said: Any) -> Stream:
    """Marco names Dana for 4 West."""
    dana = story.ward.who["dana"]
    return story.somebody("marco").does(
        "partnership.nominate", unit="4-west", executive=dana, rank=rank, **{"clinician": False, **said}
    )


def active(story: OverHttp) -> Stream:
    """Named, confirmed and signed in January; February is the first month that is due."""
    stream = named(story)
    story.somebody("ines").does("partnership.confirm", stream)
    story.somebody("dana").does("partnership.sign", stream, **WILLING)
    return stream


def of_unit(story: OverHttp, **moment: str) -> Any:
    return story.ward.reads("marco", "/units/4-west/partnership", **moment)


def months(story: OverHttp, **moment: str) -> dict[str, str]:
    return {one["month"]: one["standing"] for one in of_unit(story, **moment)["months"]}


@duty("A2", "Unit · Rounds")
def test_a02_leaders_are_guided_in_the_clinical_area(story: OverHttp) -> None:
    """A leader who visits has a guide, knows where to go and what to wear, and rounds without a guide are counted."""
    marco, dana, lena = (story.somebody(name) for name in ("marco", "dana", "lena"))
    active(story)
    first = marco.schedules_rounds("2025-01-10")
    lena.does("rounds.name_guide", first, guide=story.ward.who["lena"])
    lena.does("rounds.orient", first, where="East lift, fourth floor", wear="Gown, no tie", privacy="No names outside")
    dana.does("rounds.acknowledge_orientation", first)
    second = marco.schedules_rounds("2025-01-13")

    for day, rounds in (("2025-01-10", first), ("2025-01-13", second)):
        story.on(day)
        marco.holds_rounds(rounds, [story.ward.who["dana"]])

    told = story.ward.reads("dana", f"/rounds/{first}")["rounds"]["orientations"][0]
    assert (told["wear"], told["acknowledged"] is not None) == ("Gown, no tie", True)
    figures = of_unit(story)["figures"]
    assert (figures["rounds"], figures["without_guide"]) == (2, 1)


@duty("A7", PLACE)
def test_a07_the_partner_is_a_vice_president_or_above(story: OverHttp) -> None:
    """The executive ranks as vice-president or above; a lower rank stands on a waiver with its reason, counted apart."""
    ines, dana = story.somebody("ines", None), story.somebody("dana")
    stream = named(story, rank="director")
    assert "below vice-president" in ines.cannot("partnership.confirm", stream)

    waiver = ines.does("waiver.grant", rule="partnership.rank", reason="The highest leader available here")
    ines.does("partnership.confirm", stream, waiver=waiver)
    dana.does("partnership.sign", stream, **WILLING)

    hospital = story.ward.reads("ines", "/partnerships")
    assert (hospital["below_rank"], hospital["units"][0]["active"]["waiver"]) == (1, waiver)


@duty("A8", PLACE)
def test_a08_the_executive_takes_part_in_earnest(story: OverHttp) -> None:
    """Taking part is coming and keeping one's word: meetings the executive came to, and promises kept by their day."""
    marco, dana = story.somebody("marco"), story.somebody("dana")
    stream = active(story)
    mine, team = story.ward.who["dana"], "unit-4-west"
    promise = story.ward.begins(
        "dana", "/promise/make", unit="4-west", holder=mine, to=team, what="Slings", due="2025-02-20"
    )
    story.on("2025-02-10")
    marco.does("partnership.hold_meeting", stream, colour="executive", attendees=[story.ward.who["dana"]])
    dana.does("promise.keep", promise)
    story.on("2025-03-10")
    marco.does("partnership.hold_meeting", stream, colour="deputy")

    figures = of_unit(story)["figures"]
    assert (figures["attended"], figures["held"]) == (1, 2)
    assert (figures["kept"], figures["promised"]) == (1, 1)


@duty("A10", PLACE)
def test_a10_interested_in_care_is_enough(story: OverHttp) -> None:
    """The executive says why care interests them; whether they are a clinician is on record and decides nothing."""
    stream = named(story, interest="I sign for things I have never seen")
    story.somebody("ines").does("partnership.confirm", stream)

    shown = of_unit(story)["partnerships"][0]
    assert (shown["interest"], shown["clinician"]) == ("I sign for things I have never seen", False)


@duty("A46", PLACE)
def test_a46_no_clinical_background_is_needed(story: OverHttp) -> None:
    """Nobody is kept from being the partner because they are no clinician, nor made it because they are one."""
    dana, ines, ruth = story.ward.who["dana"], story.somebody("ines", None), story.ward.who["ruth"]
    marco, priya = story.somebody("marco"), story.somebody("priya", "icu")
    outsider = marco.does("partnership.nominate", unit="4-west", executive=dana, rank="vice_president", clinician=False)
    doctor = priya.does("partnership.nominate", unit="icu", executive=ruth, rank="other", clinician=True)

    ines.does("partnership.confirm", outsider)
    assert "below vice-president" in ines.cannot("partnership.confirm", doctor)


@duty("A11", PLACE)
def test_a11_willing_to_learn_listen_and_work_with_the_staff(story: OverHttp) -> None:
    """It begins when the executive signs all three: to learn from the staff, listen to them and work with them."""
    stream = named(story)
    story.somebody("ines").does("partnership.confirm", stream)
    assert story.ward.reads("ines", "/partnerships")["unsigned"] == 1
    dana = story.somebody("dana")
    assert "all three" in dana.cannot("partnership.sign", stream, **{**WILLING, "listen_to": False})
    assert "Only the executive" in story.somebody("ines").cannot("partnership.sign", stream, **WILLING)

    dana.does("partnership.sign", stream, **WILLING)
    shown = of_unit(story)["partnerships"][0]
    assert (shown["state"], story.ward.reads("ines", "/partnerships")["unsigned"]) == ("active", 0)


@duty("A13", "Hospital · Leading · Partners")
def test_a13_the_chief_nurse_and_the_chief_physician_are_there(story: OverHttp) -> None:
    """The chief nursing and the chief medical officer are the key leaders; where one is missing, the gap shows."""

    def posts() -> dict[str, tuple[bool, bool]]:
        led = story.ward.reads("ines", "/partnerships")["leading"]["posts"]
        return {one["role"]: (one["gap"], one["waived"]) for one in led if one["unit"] is None}

    assert (posts()["cno"], posts()["cmo"]) == ((False, False), (True, False))
    reason = "The chief of staff speaks for the physicians until July"
    story.somebody("ines", None).does("waiver.grant", rule="leader.cmo", reason=reason)
    assert posts()["cmo"] == (False, True)


@duty("A14", PLACE)
def test_a14_other_leaders_belong_to_it_too(story: OverHttp) -> None:
    """Managers, chiefs, service-line chiefs, the epidemiologist and quality are shown with the unit, and so is who lacks."""
    ines, ward = story.somebody("ines", None), story.ward
    ines.does("unit.appoint", "4-west", person=ward.who["kim"], role="unit_manager", since="2025-01-01")

    shown = ward.reads("nora", "/units/4-west/team")["leading"]["posts"]
    gaps = {one["role"] for one in shown if one["gap"]}
    assert gaps == {"cmo", "epidemiologist", "chief", "service_line_chief"}
    assert [one["persons"] for one in shown if one["role"] == "unit_manager"] == [[ward.who["kim"]]]


@duty("A17", PLACE)
def test_a17_a_team_outgrows_the_monthly_meeting(story: OverHttp) -> None:
    """A team proposes to meet less often, executive and quality agree, and nothing of the months before changes."""
    lena, dana, ines, marco = (story.somebody(name) for name in ("lena", "dana", "ines", "marco"))
    stream = active(story)
    assert "asked for" in lena.cannot("partnership.propose_graduation", stream, why="We are ready")
    for month in range(2, 8):
        story.on(f"2025-{month:02}-10")
        marco.does("partnership.hold_meeting", stream, colour="executive")
    story.on("2025-08-01")
    lena.does("partnership.propose_graduation", stream, why="Every goal met since February")
    dana.does("partnership.agree_graduation", stream)
    assert of_unit(story)["partnerships"][0]["state"] == "active"
    ines.does("partnership.agree_graduation", stream)
    before = months(story)

    story.on("2025-11-20")
    assert of_unit(story)["partnerships"][0]["state"] == "graduated"
    assert months(story)["2025-08"] == "missed", "the month of the agreement was still a monthly one"
    assert [months(story)[one] for one in ("2025-09", "2025-10", "2025-11")] == ["not_due", "not_due", "open"]
    assert all(months(story)[one] == before[one] == "executive" for one in before if "2025-02" <= one <= "2025-07")

    marco.does("partnership.flag_relapse", stream, why="A line infection")
    lena.does("partnership.revoke_graduation", stream, why="We would rather see her every month again")
    assert of_unit(story)["partnerships"][0]["state"] == "active"


@duty("A22", PLACE)
def test_a22_meets_monthly_with_the_team(story: OverHttp) -> None:
    """The executive meets the team in every month; late is never on time, a deputy is no executive, and a miss is a fact."""
    marco = story.somebody("marco")
    stream = active(story)
    marco.does("partnership.schedule_meeting", stream, day="2025-02-12")
    marco.does("partnership.move_meeting", stream, day="2025-02-14", reason="The budget")
    for day, colour in (("2025-02-14", "executive"), ("2025-04-05", "executive"), ("2025-04-25", "deputy")):
        story.on(day)
        marco.does("partnership.hold_meeting", stream, colour=colour)
    story.on("2025-07-08")

    assert [months(story)[f"2025-0{one}"] for one in range(2, 8)] == [
        "executive",
        "late",
        "deputy",
        "missed",
        "missed",
        "open",
    ]
    shown = of_unit(story)
    assert (shown["figures"]["with_executive"], shown["figures"]["late"], shown["figures"]["due"]) == (2, 1, 5)
    assert shown["partnerships"][0]["at_risk"] is not None
    assert months(story, as_of="2025-06-01")["2025-05"] == "open", "in May nobody knew yet"


@duty("B4", PLACE)
def test_b04_leaders_are_at_every_level(story: OverHttp) -> None:
    """Somebody who leads without a post is recognised by colleagues, whatever their rank, and counted beside the posts."""
    nora, sam = story.somebody("nora"), story.ward.who["sam"]
    assert "themselves" in nora.cannot("unit.recognise_leader", "4-west", person=story.ward.who["nora"], what="I lead")
    nora.does("unit.recognise_leader", "4-west", person=sam, what="He calls the time-out, and all stop")

    led = story.ward.reads("nora", "/units/4-west/team")["leading"]
    assert [(one["person"], one["what"]) for one in led["recognised"]] == [(sam, "He calls the time-out, and all stop")]
    assert (led["formal"], led["informal"]) == (2, 1)
