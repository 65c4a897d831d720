"""An executive’s assistant plans, moves and reminds; of what people said neither the assistant nor the mail holds a word."""

import re

import pytest

from services.outbox import Mail
from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from workflows import unit
from workflows.barrier.commands import Log
from workflows.concern.commands import Raise
from workflows.kernel.moments import day_after
from workflows.promise.commands import Make
from workflows.rounds.commands import Reschedule, Schedule

CANARY = "The surgeon threw the chart"
MONDAY = "2025-01-06"
ROUNDS = "/unit/4-west/rounds"


@pytest.fixture
def avery(hospital: Alder, enter: Enter) -> Browser:
    """The assistant of 4 West's partner, in a hospital that sends mail and has something due."""
    person = hospital.who["avery"] = hospital.house.people.add("Avery Long", "avery@alder.example").id
    role = unit.commands.Appoint(person=person, role="executive_assistant", since=MONDAY)
    hospital.does("operator", role, "unit-4-west")
    hospital.house.outbox.mail = Mail("127.0.0.1:25", "heard@alder.example", "https://heard.alder.example")
    dana = hospital.who["dana"]
    hospital.does("nora", Raise(unit="4-west", what=CANARY))
    hospital.does("marco", Log(unit="4-west", what=CANARY, holder=dana))
    hospital.does("dana", Make(unit="4-west", holder=dana, to="unit-4-west", what=CANARY, due="2025-02-03"))
    visit = hospital.does("marco", Schedule(unit="4-west", day="2025-01-09"))
    hospital.does("marco", Reschedule(day="2025-01-10", reason=CANARY), visit)
    return enter("avery")


def reminders(page: str) -> list[str]:
    return re.findall(r'action="(/unit/4-west/rounds/remind/[^"]+)"', page)


def press(browser: Browser, address: str) -> int:
    token = re.findall(r'name="csrf_token" value="([^"]*)"', browser.get(ROUNDS).text)[0]
    return browser.client.post(address, data={"csrf_token": token}).status_code


def test_one_thing_is_reminded_of_once_a_day(hospital: Alder, avery: Browser, enter: Enter) -> None:
    page = avery.get(ROUNDS).text
    assert all(what in page for what in ("Comes to the rounds", "Keeps a promise", "Says yes to a barrier"))
    first, *others = reminders(page)
    assert len(others) == 2
    for waiting in (1, 1):
        assert press(avery, first) == 303
        assert hospital.house.outbox.waiting() == waiting
    assert "reminded today" in avery.get(ROUNDS).text
    assert press(avery, others[0]) == 303
    assert hospital.house.outbox.waiting() == 2, "another thing is reminded of by itself"
    hospital.on(day_after(MONDAY, 1))
    assert press(enter("avery"), first) == 303
    assert hospital.house.outbox.waiting() == 3


def test_the_mail_says_that_something_waits_and_nothing_of_what(hospital: Alder, avery: Browser) -> None:
    for address in reminders(avery.get(ROUNDS).text):
        press(avery, address)
    mail = hospital.house.outbox.due()
    assert {one.whom for one in mail} == {hospital.who["dana"]}
    for one in mail:
        assert "https://heard.alder.example/desk" in one.body
        assert not re.search(r"Avery|Dana|4 West|chart|barrier|promise|rounds", one.subject + one.body)


def test_no_page_an_assistant_can_reach_holds_a_word(hospital: Alder, avery: Browser) -> None:
    seen, ahead = set[str](), ["/", ROUNDS, "/desk", "/answers", "/account"]
    while ahead:
        if (path := ahead.pop()) in seen:
            continue
        seen.add(path)
        answer = avery.client.get(path, follow_redirects=True)
        assert CANARY not in answer.text, path
        ahead += re.findall(r'href="(/(?!static|speak|heard|help)[^"#]*)"', answer.text)
    assert any(path.startswith("/rounds/") for path in seen)
    assert any(path.startswith("/do/rounds/reschedule") for path in seen)


def test_nobody_reminds_of_what_is_not_due_there_or_without_the_right(
    hospital: Alder, avery: Browser, enter: Enter
) -> None:
    address = reminders(avery.get(ROUNDS).text)[0]
    assert press(avery, address.replace("4-west", "icu")) == 404
    assert press(avery, "/unit/4-west/rounds/remind/barrier-00000000000000000000000000") == 404
    nora = enter("nora")
    assert reminders(nora.get(ROUNDS).text) == []
    assert press(nora, address) in (400, 404)
    assert hospital.house.outbox.waiting() == 0


def test_where_no_mail_goes_out_the_page_says_so(hospital: Alder, avery: Browser) -> None:
    hospital.house.outbox.mail = None
    page = avery.get(ROUNDS).text
    assert reminders(page) == []
    assert page.count("No mail goes out to them.") == 1, "said once, and not of each"


def test_what_is_due_leads_to_its_page_for_those_alone_who_may_read_it(
    hospital: Alder, avery: Browser, enter: Enter
) -> None:
    links = r'<a class="visits__day" href="(/(?:barrier|promise|issue)/[^"]+)"'
    assert re.findall(links, avery.get(ROUNDS).text) == []
    lena = enter("lena")
    found = re.findall(links, lena.get(ROUNDS).text)
    assert found
    assert {lena.get(address).status_code for address in found} == {200}
