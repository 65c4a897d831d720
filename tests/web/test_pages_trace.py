"""One concern hop by hop, on paper: days, places in the log, gaps shown as gaps, and nothing of what is restricted."""

import re

import pytest

from tests.web.alder import Alder
from tests.web.conftest import Enter
from workflows.concern.commands import Answer, Deliver, Dispute, Raise
from workflows.issue.commands import List, Resolve


def text(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


@pytest.fixture
def settled(hospital: Alder) -> str:
    """Said on the first, listed two days later, resolved a week later; nobody was answered yet."""
    hospital.on("2025-06-02")
    voice = hospital.does("nora", Raise(unit="4-west", kind="concern", what="The drain list is on paper"))
    hospital.on("2025-06-04")
    issue = hospital.does("marco", List(unit="4-west", title="The drain list on paper", from_concern=voice))
    hospital.on("2025-06-11")
    hospital.does("marco", Resolve(evidence="It stands in the record now"), issue)
    return issue


def test_each_hop_has_its_day_and_its_place_in_the_log(hospital: Alder, settled: str, enter: Enter) -> None:
    page = text(enter("ines").get(f"/trace/{settled}").text)
    assert re.search(r"Somebody spoke .*2 Jun .* entry \d+, [0-9a-f]{16}…", page)
    assert "“The drain list is on paper”" in page
    assert "It was listed after 2 days" in page
    assert "It was settled after 7 days" in page
    assert "It has not come to this yet." in page
    assert "None, as far as is on record." in page
    assert "The signed head" in enter("ines").get(f"/trace/{settled}").text


def test_a_hop_that_was_passed_over_is_a_gap(hospital: Alder, enter: Enter) -> None:
    hospital.on("2025-06-04")
    issue = hospital.does("marco", List(unit="4-west", title="No key at night"))
    page = text(enter("ines").get(f"/trace/{issue}").text)
    assert "One hop is a gap." in page, "it was listed, and nobody spoke"
    assert "Somebody spoke Nothing is on record." in page


def test_what_is_still_to_come_is_no_hop_on_record(hospital: Alder, enter: Enter) -> None:
    voice = hospital.does("nora", Raise(unit="4-west", what="The lift is slow"))
    issue = hospital.does("marco", List(unit="4-west", title="The lift is slow", from_concern=voice))
    page = enter("ines").get(f"/trace/{issue}").text
    assert "hops are still to come." in page
    assert "Every hop is on record" not in page


def test_what_is_overdue_is_a_gap_until_it_is_done(hospital: Alder, settled: str, enter: Enter) -> None:
    voice = next(iter(hospital.house.clerk.memory.get(settled).state.matter.voices))
    assert "Overdue" not in text(enter("ines").get(f"/trace/{settled}").text)
    hospital.clock.to("2025-09-01")
    page = text(enter("ines").get(f"/trace/{settled}").text)
    assert re.search(r"Whoever spoke was answered .{0,40}Overdue since \d+ \w+\.", page)
    hospital.does("marco", Answer(answer="It stands in the record", outcome="done"), voice)
    hospital.does("lena", Deliver(how="in_person"), voice)
    hospital.does("nora", Dispute(why="It does not"), voice)
    page = text(enter("ines").get(f"/trace/{settled}").text)
    assert "Whoever spoke said that the answer does not hold." in page
    assert not re.search(r"Whoever spoke was answered .{0,40}Overdue", page)


def test_who_traced_it_is_on_record(hospital: Alder, settled: str, enter: Enter) -> None:
    enter("ines").get(f"/trace/{settled}")
    (row,) = hospital.house.ledger.rows(hospital.house.ledger.head()[0] - 1, 1)
    fact = hospital.house.clerk.mapper.fact(row)
    assert (fact.head.name, fact.head.by.id) == ("trail.noted", hospital.who["ines"])


def test_it_is_found_by_its_number(hospital: Alder, settled: str, enter: Enter) -> None:
    ines = enter("ines")
    number = hospital.house.clerk.memory.get(settled).state.matter.number
    assert ines.get(f"/trace?number=%23{number}").location == f"/trace/{settled}"
    assert "There is no issue #1 that you may read" in ines.get("/trace?number=1").text
    assert ines.get("/trace").status_code == 200
    assert f'href="/trace/{settled}' in ines.get(f"/issue/{settled}").text


def test_whoever_may_not_read_the_issue_may_not_trace_it(hospital: Alder, settled: str, enter: Enter) -> None:
    assert enter("kim").get(f"/trace/{settled}").status_code == 404
    assert enter("kim").get("/trace").status_code == 404
