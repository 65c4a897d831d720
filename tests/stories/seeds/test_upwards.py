"""Leaders tell others what matters, and hear what was understood."""

import json

from tests.stories.over_http import OverHttp
from tests.stories.seeds import duty


@duty("A21", "Hospital · Decisions · Messages")
def test_a21_a_message_is_read_back_and_nobody_can_look_up_who_did_not(story: OverHttp) -> None:
    """Leaders tell a unit what matters; staff say what it means for them; messages a month and how much arrived are shown."""
    dana, nora, lena = (story.somebody(name) for name in ("dana", "nora", "lena"))
    words = "From Monday two of us check every heparin bag, at night too"
    message = dana.does("message.send", unit="4-west", topic="practice", words=words)
    everybody = story.somebody("ruth").does("message.send", topic="thanks", words="You spoke up 40 times in January")

    nora.does("message.read_back", message, words="I call the second nurse before I hang it")
    assert "already" in nora.cannot("message.read_back", message, words="I call the second nurse")
    lena.does("message.read_back", message)
    story.somebody("kim").does("message.read_back", everybody)
    assert story.ward.post("kim", f"/message/{message}/read_back", {}).status_code == 404

    shown = story.ward.reads("dana", "/messages", unit="4-west")
    one = next(each for each in shown["messages"] if each["id"] == message)
    assert (one["read"]["part"], one["read"]["whole"]) == (2, 4)
    assert one["said"] == ["I call the second nurse before I hang it"]
    assert shown["figures"]["month"] == 2
    assert story.ward.reads("nora", "/messages", unit="4-west")["messages"][-1]["said"] == []
    facts = story.ward.reads("ines", "/units/4-west/timeline")["facts"]
    read_back = [fact for fact in facts if fact["name"] == "message.read_back"]
    assert [fact["by"]["kind"] for fact in read_back] == ["voice", "voice"]
    assert story.ward.who["nora"] not in json.dumps(read_back)


@duty("B6", "Unit and Hospital · Decisions · This quarter")
def test_b06_what_we_promised_this_quarter(story: OverHttp) -> None:
    """A unit promises at most three things for a quarter, each with something done so that people speak up, by name and day."""
    marco, lena, who = story.somebody("marco"), story.somebody("lena"), story.ward.who
    focus = marco.does(
        "focus.declare",
        unit="4-west",
        quarter="2025-Q1",
        owner=who["marco"],
        pledge="Everybody hears back, at night too",
    )
    said = {"action": "We ask at two in the morning", "owner": who["lena"], "due": "2025-03-20"}
    for line in ("Nights", "Breaks", "Handover"):
        marco.does("focus.add_line", focus, line=line, **said)
    refusal = marco.cannot("focus.add_line", focus, line="Fax", **said)
    assert "Drop one with its reason, or keep this for 2025-Q2" in refusal

    story.on("2025-03-24")
    owed = story.ward.reads("lena", "/desks/me")["owed"]
    assert [one["held"]["owes"] for one in owed] == ["keep", "keep", "keep"]
    lena.does("focus.review", focus, number=1, came="done")
    lena.does("focus.review", focus, number=2, came="carried_on", why="Better, not good")
    assert "why it is dropped" in marco.cannot("focus.review", focus, number=3, came="dropped")
    marco.does("focus.review", focus, number=3, came="dropped", why="The new sheet comes in May")

    shown = story.ward.reads("nora", "/quarters", unit="4-west")
    assert [line["came"] for line in shown["quarters"][0]["lines"]] == ["done", "carried_on", "dropped"]
    assert shown["done"] == {"part": 1, "whole": 3, "percent": 33}
    assert story.ward.reads("lena", "/desks/me")["owed"] == []


@duty("A30", "Hospital · Leading · The board")
def test_a30_the_board_hears_what_changed_and_what_went_wrong(story: OverHttp) -> None:
    """The board hears success stories without names, and of serious events in three working days; its minutes count."""
    marco, ines = story.somebody("marco"), story.somebody("ines")
    issue = marco.lists("The fax is read by nobody")
    told = {"unit": "4-west", "about": issue, "words": "A fax nobody read is gone; orders come by phone"}
    assert "closed" in marco.cannot("story.publish", **told, nobody_named=True)
    marco.does("issue.resolve", issue, evidence="The fax is gone")
    marco.does("issue.close", issue)
    assert "take out every name" in marco.cannot("story.publish", **told)
    published = marco.does("story.publish", **told, nobody_named=True)

    event = ines.does("notice.open", what="A fall on the stairs", known="2025-01-03", event="EV-77")
    shown = story.ward.reads("ines", "/notices")["notices"][0]
    assert (shown["due"], shown["untold"], shown["event"]) == ("2025-01-08", ["board", "executives"], "EV-77")
    ines.does("notice.tell", event, audience="executives", day="2025-01-06", how="in_person")
    story.on("2025-01-09")
    assert story.ward.reads("ines", "/notices")["in_time"] == {"part": 0, "whole": 1, "percent": 0}
    ines.does("notice.tell", event, audience="board", day="2025-01-09", how="phone")
    assert story.ward.get("marco", "/notices").status_code == 404

    met = {"day": "2025-01-09", "minutes": 120, "harm_story": True}
    assert "More minutes" in ines.cannot("presentation.record", **met, safety_minutes=130)
    ines.does("presentation.record", **met, safety_minutes=30, stories=[published])
    figures = story.ward.reads("ines", "/presentations")["figures"]
    assert (figures["minutes"]["percent"], figures["aim"]) == (25, 20)
    assert (figures["quarters"]["part"], figures["harm"]["percent"]) == (1, 100)
    assert [one["words"] for one in story.ward.reads("ines", "/stories")["stories"]] == [
        "A fax nobody read is gone; orders come by phone"
    ]


@duty("B16", "Reach a leader")
def test_b16_whoever_leads_can_be_reached(story: OverHttp) -> None:
    """Leaders say when and how to reach them; whoever asks for a talk has a day for it within a week, and only the two know."""
    ruth, nora, who = story.somebody("ruth"), story.somebody("nora"), story.ward.who
    words = "My door is open on Mondays from seven to eight"
    ruth.does("standard.pledge", item="access_channel", person=who["ruth"], words=words)
    talk = nora.does("promise.ask_access", holder=who["ruth"], what="Nights have one person less")
    owed = story.ward.reads("ruth", "/desks/me")["owed"]
    assert [(one["held"]["stream"], one["held"]["due"]) for one in owed] == [(talk, "2025-01-13")]
    assert all(one["id"] != talk for one in story.ward.reads("ines", "/promises")["promises"])
    assert story.ward.post("ines", f"/promise/{talk}/release", {"reason": "x"}).status_code in (403, 404)

    ruth.does("promise.offer_time", talk, day="2025-01-10", words="Friday at seven?")
    late = nora.does("promise.ask_access", holder=who["dana"], what="The lift")
    story.on("2025-01-15")
    shown = story.ward.reads("nora", "/talks")
    assert [(one["id"], one["state"], one["meets"]) for one in shown["talks"]] == [
        (late, "owed", None),
        (talk, "granted", "2025-01-10"),
    ]
    assert (shown["answered"]["in_time"]["percent"], shown["answered"]["missed"]) == (50, 1)
    assert story.ward.reads("ines", "/talks")["talks"] == []


@duty("A25", "Unit · Team · Decisions · Expectations")
def test_a25_a_unit_and_its_leaders_answer_for_what_they_expect_of_each_other(story: OverHttp) -> None:
    """What is expected is set with the unit and answered for by promises and measures; what one person did is no part of it."""
    marco, dana, who = story.somebody("marco"), story.somebody("dana"), story.ward.who
    said = {"item": "expectation", "unit": "4-west", "words": "Whoever leads answers within ten days"}
    assert "By which promise" in marco.cannot("standard.add", **said)
    expectation = marco.does("standard.add", **said, more="Promises kept by their first day")
    marco.does("standard.show", expectation, to="unit-4-west")
    story.somebody("lena").does("standard.take_reply", expectation, to="unit-4-west", says="endorsed")

    look = {"item": "accountability", "unit": "4-west", "of": expectation, "marks": ["promises"]}
    found = {"words": "Two of five came late", "more": "The committee is asked at once", "day": "2025-02-06"}
    assert "who sees to" in dana.cannot("standard.add", **look, **found).lower()
    assert dana.cannot("standard.add", **look, **found, owner=who["dana"], person=who["nora"])
    dana.does("standard.add", **look, **found, owner=who["dana"])
    shown = story.ward.reads("nora", "/units/4-west/standards")["standards"]
    agreed = next(one for one in shown if one["id"] == expectation)
    assert [(one["to"], one["says"]) for one in agreed["shown"]] == [("unit-4-west", "endorsed")]
    assert [one["said"]["marks"] for one in shown if one["item"] == "accountability"] == [["promises"]]

    _appointed(story, "otis", "professionalism_lead")
    otis = story.somebody("otis")
    conduct = otis.does("conduct.open", person=who["sam"], did="Hung a bag alone", unit="4-west")
    judged = {"behaviour": "risk", "why": "It had become a habit"}
    assert "set up first" in otis.cannot("conduct.judge", conduct, **judged)
    otis.does("conduct.look_at_house", conduct, found="One nurse for nine patients")
    otis.does("conduct.judge", conduct, **judged)
    assert story.ward.reads("otis", "/conducts")["conducts"][0]["response"] == "coach"
    for name in ("sam", "marco", "dana", "ines"):
        assert story.ward.reads(name, "/conducts")["conducts"] == []


def _appointed(story: OverHttp, name: str, role: str) -> None:
    """Somebody new comes to work in a role of the hospital."""
    ward = story.ward
    ward.who[name] = ward.house.people.add(name.capitalize()).id
    sent = {"person": ward.who[name], "role": role, "since": "2025-01-06"}
    assert ward.post("ines", "/hospital/appoint", sent).status_code == 200


@duty("B19", "Help")
def test_b19_where_help_is_and_whom_to_ask(story: OverHttp) -> None:
    """Everybody finds what helps and whom to ask; the hospital adds links of its own and names somebody, by role or person."""
    ines = story.somebody("ines")
    ines.does("standard.add", item="resource", words="How we lift: https://intranet/lifts", marks=["barriers"])
    asked = {"item": "contact", "words": "Anything about rounds; call 555 0111"}
    assert "who sees to" in ines.cannot("standard.add", **asked).lower()
    ines.does("standard.add", **asked, owner="role-quality-director")
    found = story.ward.reads("nora", "/resources")
    assert [one["owner"] for one in found["contacts"]] == ["role-quality-director"]
    assert [one["said"]["words"] for one in found["own"]] == ["How we lift: https://intranet/lifts"]
    assert found["shelf"]
