"""Search: found by those who may read it, and by nobody else, in any way."""

import html
from collections.abc import Callable
from pathlib import Path

import pytest

from services.erasing.carrying import carry_on
from services.search.folding import terms
from tests.web.alder import Alder, alder
from tests.web.conftest import Enter
from workflows.barrier.commands import Log
from workflows.concern.commands import Answer, Hide, Raise, Triage, Unhide
from workflows.decision.commands import Propose
from workflows.issue.commands import List, Move, Plan
from workflows.learning.commands import OpenUp, Reflect, Share, Tell
from workflows.privilege.commands import Designate, DropOut
from workflows.promise.commands import Make
from workflows.respect.commands import Report
from workflows.subject.commands import Erase, Redact

Search = Callable[..., str]
"""What somebody is shown who looks for these words."""

WHAT = "The pump ran twice as fast as it showed."


@pytest.fixture
def search(enter: Enter) -> Search:
    """What somebody is shown when they search."""

    def asked(login: str, words: str, **more: str) -> str:
        answer = enter(login).send("/search", words=words, **more)
        assert answer.status_code == 200
        return html.unescape(answer.text)

    return asked


def raised(hospital: Alder, what: str = WHAT, login: str = "nora", unit: str = "4-west", **more: str) -> str:
    return hospital.does(login, Raise(unit=unit, what=what, **more))  # type: ignore[arg-type] # fields of it


def test_a_voice_is_found_by_its_unit_and_by_who_answers_for_the_hospital(hospital: Alder, search: Search) -> None:
    voice = raised(hospital)
    for login in ("nora", "sam", "lena", "marco", "dana", "ruth", "ines"):
        assert f"/voice/{voice}" in search(login, "PUMP fast"), login
    for login in ("kim", "priya", "otis", "pia", "clara"):
        page = search(login, "pump fast")
        assert voice not in page, login
        assert WHAT not in page, login
        assert "Nothing found" in page, login


def test_whoever_said_it_finds_it_wherever_it_was_said(hospital: Alder, search: Search) -> None:
    voice = raised(hospital, login="kim")
    assert f"/voice/{voice}" in search("kim", "pump")
    assert voice not in search("priya", "pump")


def test_everything_that_is_read_where_issues_are_is_found(hospital: Alder, search: Search) -> None:
    voice = raised(hospital)
    issue = hospital.does("marco", List(unit="4-west", title="The pump runs fast.", from_concern=voice))
    hospital.does("marco", Plan(plan="Calibrate it"), issue)
    barrier = hospital.does(
        "marco",
        Log(unit="4-west", what="No pump to spare", holder=hospital.who["dana"], issues=(issue,), due="2025-02-01"),
    )
    dana = hospital.who["dana"]
    promise = hospital.does(
        "dana", Make(unit="4-west", holder=dana, to="unit-4-west", what="A second pump", due="2025-02-01")
    )
    propose = Propose(unit="4-west", kind="money", what="Buy a pump?", values=("care",), decider=dana, money=900_000)
    decision = hospital.does("marco", propose)
    hospital.does("marco", Answer(answer="It was calibrated today", outcome="done"), voice)
    page = search("sam", "pump")
    for one in (f"/issue/{issue}", f"/barrier/{barrier}", f"/promise/{promise}", f"/decision/{decision}"):
        assert one in page, one
    assert "4 West" in page
    found = search("sam", "calibrated")
    assert f"/voice/{voice}" in found
    assert "It was calibrated today" in found
    assert f"/issue/{issue}" in search("sam", "fast calibrate")
    assert "Nothing found" in search("kim", "pump")


def test_what_was_put_elsewhere_is_found_there(hospital: Alder, search: Search) -> None:
    issue = hospital.does("marco", List(unit="4-west", title="Pump from the store"))
    assert issue in search("sam", "pump")
    hospital.does("ines", Move(unit="icu"), issue)
    assert issue not in search("sam", "pump")
    assert issue in search("kim", "pump")


def test_what_waits_to_enter_is_found_within_the_minute(hospital: Alder, search: Search) -> None:
    raised(hospital, "The wheelchair has no brake.", speaker="anonymous")
    assert "/voice/waiting-" in search("lena", "brake")
    assert "/voice/waiting-" not in search("priya", "brake")


def test_what_a_moderator_hid_is_found_by_moderators_alone(hospital: Alder, search: Search) -> None:
    voice = raised(hospital)
    hospital.does("lena", Hide(why="Names a patient"), voice)
    assert voice not in search("sam", "pump")
    assert voice in search("lena", "pump")
    assert "Nothing found" in search("lena", "names patient"), "why it is hidden is nothing of it"
    hospital.does("lena", Unhide(), voice)
    assert voice in search("sam", "pump")


def test_whoever_it_is_about_finds_nothing_of_it(hospital: Alder, search: Search) -> None:
    voice = raised(hospital)
    issue = hospital.does("lena", List(unit="4-west", title="The pump runs fast.", from_concern=voice))
    hospital.house.people.wall(voice, hospital.who["marco"])
    page = search("marco", "pump")
    assert "Nothing found" in page
    assert "earlier ones" not in page
    assert (voice in page, issue in page) == (False, False)
    assert issue in search("lena", "pump")


def test_what_is_restricted_is_found_by_nobody(hospital: Alder, search: Search) -> None:
    hospital.does("nora", Report(kind="colleague", what="He shouts at the pump", unit="4-west"))
    voice = raised(hospital, "Shouting in the corridor")
    assert voice in search("lena", "shouting")
    hospital.does("marco", Triage(route="respect"), voice)
    for login in ("lena", "otis", "ines", "ruth"):
        assert "Nothing found" in search(login, "shouting"), login
        assert "Nothing found" in search(login, "shouts"), login
    assert words_of(hospital).isdisjoint({"shouting", "shout"})


def test_what_was_set_apart_is_searched_by_its_readers_on_record(hospital: Alder, search: Search) -> None:
    voice = raised(hospital)
    assert voice in search("lena", "pump")
    hospital.does("ines", Designate(about=voice, reason="For the safety committee"))
    for login in ("lena", "ines", "clara"):
        assert "Nothing found" in search(login, "pump"), login
    assert "pump" not in words_of(hospital)
    assert looks(hospital) == []
    assert "Nothing found" in search("lena", "pump", privileged="yes")
    assert looks(hospital) == []
    assert f"/voice/{voice}" in search("clara", "pump", privileged="yes")
    assert looks(hospital)[0] == ("searched", hospital.who["clara"])
    hospital.does("clara", DropOut(about=voice, reason="No work product"))
    assert voice in search("lena", "pump")


def test_what_is_erased_is_gone_from_memory_too(hospital: Alder, search: Search) -> None:
    voice = raised(hospital, "My brother Anselm was left waiting.")
    assert voice in search("lena", "anselm")
    hospital.does("pia", Erase(about=voice, basis="asked_by_the_person", approver=hospital.who["clara"]))
    carry_on(hospital.house)
    assert "Nothing found" in search("lena", "anselm")
    assert "Nothing found" in search("nora", "anselm")
    assert "anselm" not in words_of(hospital)


def test_a_passage_that_was_taken_out_is_not_found_and_the_rest_is(hospital: Alder, search: Search) -> None:
    voice = raised(hospital, "My brother Anselm was left waiting.")
    assert voice in search("lena", "anselm")
    seq = hospital.house.ledger.stream_rows(voice)[0][0]
    taken = Redact(about=voice, seq=seq, part="what", text="My brother was left waiting.", reason="A name")
    hospital.does("pia", taken)
    assert "Nothing found" in search("lena", "anselm")
    assert voice in search("lena", "brother")
    assert "anselm" not in words_of(hospital)


def test_what_one_wrote_for_oneself_is_found_by_oneself(hospital: Alder, search: Search) -> None:
    mine = hospital.does("marco", Reflect(words="I did not listen about the pump"))
    assert mine in search("marco", "listen")
    for login in ("lena", "ines", "dana"):
        assert "Nothing found" in search(login, "listen"), login
    hospital.does("marco", OpenUp(names_nobody=True), mine)
    assert mine in search("lena", "listen")


def test_a_lesson_of_the_library_is_found_in_every_unit(hospital: Alder, search: Search) -> None:
    told = hospital.does("lena", Tell(unit="4-west", what="The pump was set by memory", lesson="Read it aloud twice"))
    assert "Nothing found" in search("kim", "aloud")
    hospital.does("lena", Share(names_nobody=True), told)
    assert told in search("kim", "aloud")


def test_many_are_gone_through_page_by_page(hospital: Alder, search: Search) -> None:
    for n in range(45):
        hospital.does("marco", List(unit="4-west", title=f"Gel {n}"))
        hospital.does("priya", List(unit="icu", title=f"Gel of theirs {n}"))
    first = search("sam", "gel")
    assert "Gel 44" in first
    assert "Gel 24" not in first
    before = first.rpartition('name="before" value="')[2].partition('"')[0]
    second = search("sam", "gel", before=before)
    assert all(f"Gel {n}<" in second for n in (24, 5))
    last = search("sam", "gel", before=second.rpartition('name="before" value="')[2].partition('"')[0])
    assert "Gel 0<" in last
    assert "earlier ones" not in last


def test_a_question_is_in_no_address_and_is_not_kept(hospital: Alder, enter: Enter) -> None:
    lena = enter("lena")
    assert 'href="/search"' in lena.get("/desk").text
    assert 'autocomplete="off"' in lena.get("/search").text
    assert lena.get("/search?words=pump").text.count("pump") == 0
    assert lena.client.post("/search", data={"words": "pump"}).status_code == 403, "a form of ours alone asks"
    assert "Nothing to look for" in lena.send("/search", words="of the").text


def test_another_hospital_finds_nothing_of_this_one(hospital: Alder, search: Search, tmp_path: Path) -> None:
    voice = raised(hospital)
    with alder(tmp_path / "birch-river").house as next_door:
        assert next_door.search.follow(within=5)
        assert list(next_door.search.find(terms("pump"))) == []
    assert voice in search("lena", "pump")


def words_of(hospital: Alder) -> frozenset[str]:
    """What the index holds once it has read on."""
    assert hospital.house.search.follow(within=5)
    return frozenset(hospital.house.search._index._holding)


def looks(hospital: Alder) -> list[tuple[str, str | None]]:
    trail = (hospital.house.clerk.memory.get(one).state for one in hospital.house.ledger.streams("trail"))
    return [(entry.how, entry.by) for entry in trail if entry.what == "privileged"]
