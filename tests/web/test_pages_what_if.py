"""What another rhythm would have done with a time that is past: told from the facts alone, and nothing is changed by it."""

from typing import Any

import pytest

from projections.what_if import Climb, Supposed, climbs, really
from services import clock
from services.reader import what_if as reader
from tests.web.alder import Alder
from tests.web.conftest import Enter
from tests.web.test_pages_replay import words
from workflows.barrier import commands as b
from workflows.concern import commands as c
from workflows.issue import commands as i
from workflows.kernel.moments import Day, day_after
from workflows.rounds import commands as r
from workflows.unit.commands import AdoptPractice

WHAT_IF = "/setup/what-if"
LIFT = "It costs too much"


def lived(here: Alder, until: Day, deeds: dict[Day, Any]) -> None:
    """Day after day to `until`: what is done that day, then the clock comes by."""
    day = clock.day_of(here.clock(), "America/Chicago")
    while day < until:
        day = day_after(day, 1)
        here.on(day)
        if day in deeds:
            deeds[day]()
        here.house.policies.tick()
    here.house.reader.pull()


@pytest.fixture
def lift(hospital: Alder) -> str:
    """Promised for 1 February, then for the 10th and for 1 March, it climbed twice; a second one, without a yes, did too."""
    here, told = hospital, {}

    def logged() -> None:
        issue = here.does("marco", i.List(unit="4-west", title="One lift"))
        log = b.Log(unit="4-west", what=LIFT, issues=(issue,), holder=here.who["dana"], due="2025-02-01")
        told["lift"] = here.does("marco", log)

    def asked() -> None:
        issue = here.does("marco", i.List(unit="4-west", title="A fax"))
        told["fax"] = here.does("marco", b.Log(unit="4-west", what="No line", issues=(issue,), holder=here.who["dana"]))

    def promised(day: Day) -> Any:
        return lambda: here.does("dana", b.PromiseNewDate(due=day, reason="A quote is missing"), told["lift"])

    deeds = {
        "2025-01-10": logged,
        "2025-01-11": lambda: here.does("dana", b.Accept(), told["lift"]),
        "2025-01-30": promised("2025-02-10"),
        "2025-02-09": promised("2025-03-01"),
        "2025-02-20": asked,
    }
    lived(here, "2025-04-05", deeds)
    return told["lift"]


def facts(here: Alder, stream: str) -> list[Any]:
    return [here.house.clerk.mapper.fact(row) for row in here.house.ledger.stream_rows(stream)]


def day_of(moment: int) -> Day:
    return clock.day_of(moment, "America/Chicago")


def test_under_the_terms_in_force_it_tells_what_came_about(hospital: Alder, lift: str) -> None:
    rhythm = reader.rhythm(hospital.house.clerk.terms.of(None), hospital.house.clerk.terms.adopted(), day_of)
    streams = list(hospital.house.ledger.streams("barrier"))
    assert lift in streams
    for stream in streams:
        told = facts(hospital, stream)
        real = really(told, day_of)
        assert len(real) == 2
        assert climbs(told, Supposed(), rhythm, "2025-04-05", day_of) == real
        assert climbs(told, Supposed(), rhythm, real[0].day, day_of) == real[:1]


def test_a_promise_that_moves_no_longer_keeps_it_from_climbing(hospital: Alder, lift: str) -> None:
    rhythm = reader.rhythm(hospital.house.clerk.terms.of(None), hospital.house.clerk.terms.adopted(), day_of)
    found = climbs(facts(hospital, lift), Supposed(first_promise=True), rhythm, "2025-04-05", day_of)
    assert found == (Climb("role-cno", "2025-02-16"), Climb("role-ceo", "2025-03-03"))


def test_the_page_says_to_whom_and_how_much_earlier(hospital: Alder, lift: str, enter: Enter) -> None:
    before = hospital.house.ledger.head()
    page = words(enter("ines").get(f"{WHAT_IF}?first_promise=yes&first=2025-01-01&last=2025-04-05").text)
    line = f"Barrier {LIFT} Unit 4 West Goes to CNO Would have 16 Feb 2025 Did 16 Mar 2025 Earlier by 28 days"
    assert line in page.replace("Chief nursing officer", "CNO")
    assert "4 climbs of barriers would have come about; 4 did." in page
    assert "2 climbs of those that did would have come earlier" in page
    assert hospital.house.ledger.head() == before, lift


def test_a_shorter_time_to_say_yes_is_tried_too(hospital: Alder, lift: str, enter: Enter) -> None:
    page = words(enter("ines").get(f"{WHAT_IF}?accept_days=1&climb_days=5&first=2025-01-01&last=2025-04-05").text)
    fax = page.split("Barrier No line")[1]
    assert "Would have 27 Feb 2025 Did 10 Mar 2025 Earlier by 11 days" in fax, lift


@pytest.fixture
def slow(hospital: Alder) -> str:
    """Asked on 10 January, answered on 20 February, due on 20 January by the terms in force. Rounds are held in
    February alone."""
    here, told = hospital, {}

    def asked() -> None:
        told["voice"] = here.does("nora", c.Raise(unit="4-west", what="No sling"))

    def walked() -> None:
        planned = r.Schedule(unit="4-west", day="2025-02-12", partner=here.who["dana"], guide=here.who["lena"])
        told["rounds"] = here.does("lena", planned)
        here.does("lena", r.Hold(attendees=(here.who["dana"],), colour="executive"), told["rounds"])

    def answered() -> None:
        here.does("marco", c.Answer(answer="Two hang there", outcome="done"), told["voice"])
        here.does("marco", c.Deliver(how="in_person"), told["voice"])

    here.does("ines", AdoptPractice(practice="rounds", since="2025-01-06"), "unit-4-west")
    lived(here, "2025-04-20", {"2025-01-10": asked, "2025-02-12": walked, "2025-02-20": answered})
    return told["voice"]


def test_an_answer_would_have_stood_overdue_sooner_and_would_have_climbed(
    hospital: Alder, slow: str, enter: Enter
) -> None:
    tried = f"{WHAT_IF}?answer_days=5&climb_days=10&climbing=yes&first=2025-01-01&last=2025-04-20"
    page = words(enter("ines").get(tried).text).replace("Chief nursing officer", "CNO")
    assert "What is owed An answer Would have stood overdue 1 Did 1 Would have climbed 1" in page
    assert "Owed An answer Would have stood overdue on 16 Jan 2025 Did on 21 Jan 2025 Climbs to CNO 26 Jan 2025" in page
    assert "1 of them later; the middle one of them by 5 days." in page
    assert "Mail: 2 more of somebody" in page, slow
    same = words(enter("ines").get(f"{WHAT_IF}?answer_days=10&first=2025-01-01&last=2025-04-20").text)
    assert "would have stood overdue; 1 did, 0 of them later." in same
    assert "What of it would have been otherwise" not in same


def test_more_rounds_in_a_month_would_have_been_missed_more_often(hospital: Alder, slow: str, enter: Enter) -> None:
    tried = f"{WHAT_IF}?staff_rounds_monthly=2&first=2025-02-01&last=2025-04-20"
    page = words(enter("ines").get(tried).text)
    assert "Unit 4 West Months that ask for rounds 3 Would have been missed 2 Were 1" in page, (hospital, slow)


def test_another_ladder_leads_to_somebody_else(hospital: Alder, lift: str, enter: Enter) -> None:
    tried = f"{WHAT_IF}?step_0=role-cmo&step_1=&first=2025-01-01&last=2025-04-05"
    page = words(enter("ines").get(tried).text)
    assert f"Barrier {LIFT} Unit 4 West Goes to {hospital.house.access.roles['cmo'].title}" in page, lift


def test_what_is_no_number_and_no_day_is_said(hospital: Alder, lift: str, enter: Enter) -> None:
    ines = enter("ines")
    assert "Write a whole number below a thousand." in ines.get(f"{WHAT_IF}?climb_days=soon").text
    assert "Choose a day." in ines.get(f"{WHAT_IF}?first=soon").text
    assert "The last day comes before" in ines.get(f"{WHAT_IF}?first=2025-04-01&last=2025-03-01").text
    assert "What would have been" not in ines.get(WHAT_IF).text
    assert enter("marco").get(WHAT_IF).status_code == 404, (hospital, lift)
