"""Whether people were told of a thing stands on its page, without whom and where; what could not be sent, in the set-up."""

import re
from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from services.appointments.inviting import Inviting
from services.errands.errand import Look
from services.errands.looking import look
from services.outbox import Mail
from services.paging import Paging
from services.reminding import remind
from tests.outbox.postroom import Postroom, free_port, listening
from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from workflows.barrier.commands import Log
from workflows.concern.commands import Note, Raise, Triage
from workflows.rounds.commands import Schedule

MONDAY = "2025-01-06"
WORDS = "The lift is stuck"
ADDRESS = "dana@alder.example"


@pytest.fixture
def room(hospital: Alder) -> Iterator[Postroom]:
    """The mail server of a hospital that sends mail."""
    room = Postroom()
    with listening(room, free_port()) as relay:
        hospital.house.outbox.mail = Mail(relay, "heard@alder.example", "https://heard.alder.example")
        yield room


@pytest.fixture
def barrier(hospital: Alder, room: Postroom) -> str:
    """Dana owes a yes to it, and is reminded."""
    voice = hospital.does("marco", Note(unit="4-west", what=WORDS))
    issue = hospital.house.clerk.memory.get(voice).state.voice.issue
    made = hospital.does("marco", Log(unit="4-west", what=WORDS, holder=hospital.who["dana"], issues=(issue,)))
    hospital.who["issue"] = issue
    assert remind(hospital.house, made, hospital.who["dana"], "4-west", MONDAY)
    return made


def told(browser: Browser, path: str) -> str:
    """What the page knows of mail; "" where it says nothing."""
    found = re.findall(r"Told by mail</dt>\s*<dd[^>]*>(.*?)</dd>", browser.get(path).text, re.DOTALL)
    return found[0].strip() if found else ""


def test_a_page_says_that_somebody_was_told_and_not_whom(hospital: Alder, barrier: str, enter: Enter) -> None:
    marco, pages = enter("marco"), (f"/barrier/{barrier}", f"/issue/{hospital.who['issue']}")
    assert [told(marco, page) for page in pages] == ["1 waiting to be sent"] * 2
    hospital.house.posting.send()
    assert [told(marco, page) for page in pages] == ["on 6 Jan"] * 2
    assert ADDRESS not in marco.get(pages[0]).text
    hospital.on("2025-01-08")
    assert told(enter("marco"), f"{pages[0]}?as_of={MONDAY}") == "", "on the page of a past day nothing of today stands"


def test_a_timeline_at_the_terminal_says_so_too(hospital: Alder, barrier: str) -> None:
    hospital.house.posting.send()
    for about in (barrier, hospital.who["issue"], "4-west"):
        assert "Told by mail: on 6 Jan." in look(hospital.house, Look(question="timeline", about=about)).said
    hospital.on("2025-01-08")
    past = look(hospital.house, Look(question="timeline", about=barrier, as_of=MONDAY))
    assert [line for line in past.said if "mail" in line] == []


def test_it_says_that_somebody_could_not_be_told(hospital: Alder, barrier: str, room: Postroom, enter: Enter) -> None:
    room.says[ADDRESS] = "550 no such user here"
    hospital.house.posting.send()
    assert told(enter("marco"), f"/barrier/{barrier}") == "1 could not be sent"


def test_a_call_is_noted_with_the_voice_but_for_one_that_waits(hospital: Alder, room: Postroom, enter: Enter) -> None:
    voice = hospital.does("nora", Raise(unit="4-west", what=WORDS))
    hospital.does("marco", Triage(route="danger"), voice)
    waiting = hospital.does("nora", Raise(unit="4-west", what=WORDS, speaker="anonymous", urgent=True))
    hospital.house.policies.pull()
    Paging(hospital.house).page()
    hospital.house.posting.send()
    assert len(room.came) >= 2
    assert told(enter("marco"), f"/voice/{voice}") == "on 6 Jan"
    assert hospital.house.outbox.notices(waiting) == []


def test_rounds_say_that_whoever_comes_was_invited(hospital: Alder, room: Postroom, enter: Enter) -> None:
    visit = hospital.does("marco", Schedule(unit="4-west", day="2025-01-09"))
    Inviting(hospital.house).invite()
    hospital.house.posting.send()
    assert "Told by mail on 6 Jan." in enter("marco").get(f"/rounds/{visit}").text
    assert told(enter("nora"), f"/rounds/{visit}") == "on 6 Jan"


def send(browser: Browser, **typed: str) -> int:
    token = re.findall(r'name="csrf_token" value="([^"]*)"', browser.get("/setup/mail").text)[0]
    return browser.client.post("/setup/mail", data={"csrf_token": token, **typed}).status_code


def test_what_failed_is_tried_again_one_by_one(hospital: Alder, barrier: str, room: Postroom, enter: Enter) -> None:
    room.says[ADDRESS] = "550 no such user here"
    remind(hospital.house, barrier, hospital.who["dana"], "4-west", "2025-01-07")
    hospital.house.posting.send()
    ines = enter("ines")
    page = ines.get("/setup/mail").text
    assert page.count("550 no such user here") == 2
    assert "Dana Cole" in page
    assert ADDRESS not in page
    assert "Something waits on you" not in page
    first, second = re.findall(r'name="message" value="([0-9a-f]+)"', page)
    room.says.clear()
    assert send(ines, message=first, does="again") == 303
    hospital.house.posting.send()
    assert len(room.came) == 1
    assert send(ines, message=second, does="forget") == 303
    hospital.house.posting.send()
    assert len(room.came) == 1
    figures = re.findall(r'figures__number">([^<]+)<', ines.get("/setup/mail").text)
    assert figures == ["0", "1", "0"]


def test_what_waits_to_be_tried_again_says_why(hospital: Alder, barrier: str, enter: Enter) -> None:
    mail = hospital.house.outbox.mail
    assert mail is not None
    hospital.house.outbox.mail = replace(mail, relay="127.0.0.1:1")
    hospital.house.posting.send()
    page = enter("ines").get("/setup/mail").text
    assert "does not answer" in page
    assert "tried once" in page


def test_nonsense_tries_nothing_and_nobody_else_is_let_in(
    hospital: Alder, barrier: str, room: Postroom, enter: Enter
) -> None:
    room.says[ADDRESS] = "550 no such user here"
    hospital.house.posting.send()
    ines = enter("ines")
    send(ines, message="not hex", does="forget")
    send(ines, message="ab", does="forget")
    assert len(hospital.house.outbox.failures()) == 1
    marco = enter("marco")
    assert marco.get("/setup/mail").status_code == 404
    token = re.findall(r'name="csrf_token" value="([^"]*)"', marco.get("/account").text)[0]
    assert marco.client.post("/setup/mail", data={"csrf_token": token, "does": "forget"}).status_code == 404
    assert len(hospital.house.outbox.failures()) == 1


def test_a_hospital_that_sends_no_mail_says_so(hospital: Alder, enter: Enter) -> None:
    assert "names no mail server" in enter("ines").get("/setup/mail").text
