"""Board, issue, desk and answers, as their readers see them: now, on a past day, and only what is theirs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from services.web.app import create_app
from services.web.signing_in import session
from services.web.telling.desks import Desk
from tests.web.alder import Alder, alder
from tests.web.conftest import Browser
from tests.web.summer import summer
from workflows.concern.commands import Raise
from workflows.issue.commands import List, Prioritise

LIFT = "One bariatric lift for three units"


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Alder, dict[str, str]]]:
    """Told once; the tests here only read."""
    made = alder(Path(tmp_path_factory.mktemp("story")) / "alder-creek")
    with made.house:
        yield made, summer(made)


@pytest.fixture(scope="module")
def pages(story: tuple[Alder, dict[str, str]]) -> Flask:
    return create_app(story[0].house)


class Reading:
    """Somebody reads pages; `{lift}` in an address stands for that stream of the story."""

    def __init__(self, pages: Flask, story: tuple[Alder, dict[str, str]]) -> None:
        self._pages = pages
        self._here, self._told = story
        self._readers: dict[str, Browser] = {}

    def __call__(self, login: str, path: str) -> TestResponse:
        if login not in self._readers:
            client = self._pages.test_client()
            with client.session_transaction() as kept:
                kept[session.TOKEN] = self._here.house.sessions.begin(self._here.who[login], self._here.clock())
            self._readers[login] = Browser(client)
        for name, stream in self._told.items():
            path = path.replace(f"{{{name}}}", stream)
        return self._readers[login].get(path)


@pytest.fixture(scope="module")
def reads(pages: Flask, story: tuple[Alder, dict[str, str]]) -> Reading:
    return Reading(pages, story)


def lot(page: str, title: str) -> str:
    """The part of a board under this title."""
    return page.split(f'<h2 class="lot__title">{title}')[1].split("</section>", maxsplit=1)[0]


@pytest.mark.parametrize(
    ("login", "place"),
    [("nora", "/unit/4-west"), ("lena", "/unit/4-west"), ("dana", "/desk"), ("ruth", "/desk"), ("ines", "/units")],
)
def test_everybody_begins_where_their_work_is(reads: Reading, login: str, place: str) -> None:
    assert reads(login, "/").location == place


def test_the_board_says_who_has_it_for_how_long_and_what_was_promised(reads: Reading) -> None:
    waiting = lot(reads("lena", "/unit/4-west").text, "Waiting")
    lift = waiting.split(LIFT)[1].split("</li>")[0]
    for words in (
        "Dana Cole",
        "56 days",
        "12 May",
        "30 Jun",
        "moved 2 times",
        "3 days over",
        "also in ICU",
        "2 to be told",
    ):
        assert words in lift


def test_waiting_on_is_told_apart_from_on_the_desk_of(reads: Reading) -> None:
    slings = lot(reads("lena", "/unit/4-west").text, "Waiting").split("Bariatric slings")[1].split("</li>")[0]
    assert "waiting on LiftCare (vendor) to 14 Jul" in slings
    assert "Dana Cole answers for it" in slings


def test_what_is_due_beside_a_promise_for_another_day_says_what_it_is() -> None:
    desk = Desk(state="barrier", holder=None, since=0, due="2025-07-01", step="yes", now="2025-07-20")
    assert desk.said_due("2025-07-03") == "yes 2 days over"
    assert Desk(state="barrier", holder=None, since=0, due="2025-07-20", now="2025-07-20").said_due("2025-07-03") == (
        "due in 17 days"
    )


def test_each_lot_holds_its_own(reads: Reading) -> None:
    page = reads("lena", "/unit/4-west").text
    assert "A fax nobody reads" in lot(page, "To be answered now")
    assert "Nobody answers pages 2 to 5" in lot(page, "To be answered now")
    assert "No interpreter tablet" in lot(page, "Done, not yet ")
    assert "The ice machine drips" in lot(page, "Fixed on the spot this week")
    assert page.count(f">{LIFT}</a>") == 1


def test_silence_and_disagreement_stand_beside_what_was_heard(reads: Reading) -> None:
    page = reads("lena", "/unit/4-west").text
    for words in ("heard", "disagreed", "no reply", "cannot be reached", "withdrawn", "owed an answer"):
        assert words in page.split('class="legend"')[1].split("</ul>")[0]


def test_mine_and_overdue_narrow_the_board(reads: Reading) -> None:
    assert LIFT in reads("dana", "/unit/4-west?show=mine").text
    assert LIFT not in reads("lena", "/unit/4-west?show=mine").text
    overdue = reads("lena", "/unit/4-west?show=overdue").text
    assert LIFT in overdue
    assert "Bariatric slings" not in overdue


def test_a_past_day_is_shown_as_it_was_known_and_says_so(reads: Reading) -> None:
    page = reads("lena", "/unit/4-west?as_of=2025-03-01").text
    assert "As it was known on 1 March 2025" in page
    assert "waiting on Capital committee to 14 Mar" in page
    assert "Bariatric slings" not in page
    assert "Raise" not in page.split("place__title")[1].split("</main>")[0]


def test_before_the_first_fact_the_board_says_why_it_is_empty(reads: Reading) -> None:
    page = reads("lena", "/unit/4-west?as_of=2024-12-24").text
    assert "the record begins on 6 January 2025" in page


@pytest.mark.parametrize(("day", "says"), [("soon", "is not a moment"), ("2031-01-01", "has not come yet")])
def test_a_day_that_is_none_is_told_so_and_today_is_shown(reads: Reading, day: str, says: str) -> None:
    page = reads("lena", f"/unit/4-west?as_of={day}").text
    assert says in page
    assert LIFT in page


def test_an_issue_tells_what_happens_next_and_who_held_it(reads: Reading) -> None:
    page = reads("lena", "/issue/{lift}").text
    assert "Dana Cole removes the barrier, promised for 30 Jun (3 days over)." in page
    assert "2 people wait for an answer, the first for 167 days now." in page
    assert "12 May → 30 Jun, moved 2 times" in page
    table = page.split("Who held the ball")[-1]
    for words in ("Capital committee", "waited on", "Dana Cole", "56"):
        assert words in table
    assert "It is locked away at night; nobody has the key." in page
    assert '<a href="/unit/4-west">4 West</a>' in page


def test_a_number_leads_to_its_issue(reads: Reading, story: tuple[Alder, dict[str, str]]) -> None:
    here, told = story
    number = here.house.clerk.memory.get(told["lift"]).state.matter.number
    assert reads("lena", f"/issue/{number}").location == f"/issue/{told['lift']}"
    assert reads("lena", "/issue/1").status_code == 404
    assert reads("lena", "/issue/999999").status_code == 404


def test_names_stand_only_beside_those_who_wanted_it(reads: Reading) -> None:
    page = reads("lena", "/issue/{lift}").text
    assert "Sam Reyes" in page
    assert "Nora Bell" not in page


def test_other_units_are_named_but_not_read(reads: Reading) -> None:
    mine, whole = reads("lena", "/issue/{lift}").text, reads("ines", "/issue/{lift}").text
    assert "never in ICU" not in mine
    assert "never in ICU" in whole


@pytest.mark.parametrize(
    "path",
    [
        "/unit/icu",
        "/issue/{icu lift}",
        "/unit/icu/rounds",
        "/unit/icu/team",
        "/units",
        "/setup",
        "/import",
        "/unit/none",
    ],
)
def test_what_is_not_mine_is_not_there(reads: Reading, path: str) -> None:
    assert reads("nora", path).status_code == 404


def test_an_issue_is_shown_as_of_a_day_and_not_before_its_own(reads: Reading) -> None:
    then = reads("lena", "/issue/{lift}?as_of=2025-05-06").text
    assert "checks whether the barrier is really gone" in then
    assert "Say it is removed" not in then
    assert "was not on record at that moment" in reads("lena", "/issue/{lift}?as_of=2025-01-08").text
    assert reads("lena", "/issue/issue-00000000000000000000000000").status_code == 404


def test_the_desk_says_what_i_owe_by_when(reads: Reading) -> None:
    page = reads("dana", "/desk").text
    assert "things wait on you, the oldest 56 days" in page
    assert "$9,800" in page
    late = page.split("Overdue")[1].split("<h2>")[0]
    assert "No money for a second bariatric lift" in late
    assert "Promise another day" in late
    assert "It is mine" in page


def test_my_answers_are_mine_alone(reads: Reading) -> None:
    page = reads("nora", "/answers").text
    assert "I was heard" in page.split("An answer for you")[1].split("<h2>")[0]
    assert "We lifted by hand" not in page
    assert "You have not said anything here yet" in reads("ines", "/answers").text


def test_only_the_speaker_is_asked_whether_they_were_heard(reads: Reading) -> None:
    assert "I was heard" in reads("nora", "/voice/{waits}").text
    assert "I was heard" not in reads("lena", "/voice/{waits}").text


def test_the_hospital_shows_every_unit_and_what_is_stuck(reads: Reading) -> None:
    page = reads("ines", "/units").text
    for words in ("4 West", "ICU", "Emergency", "3 (1 late)", "No money for a second bariatric lift"):
        assert words in page


def test_rounds_are_listed_with_those_before(reads: Reading) -> None:
    page = reads("lena", "/unit/4-west/rounds").text
    assert "Thursday 3 July" in page.split("Coming")[1].split("Before")[0]
    assert "Friday 9 May" in page.split("Before")[1]
    held = reads("nora", "/rounds/{held rounds}").text
    assert "We walked from bed 1 to 14." in held
    assert "The night team, for the handover sheet." in held


def test_words_in_a_template_are_words(reads: Reading, story: tuple[Alder, dict[str, str]]) -> None:
    """What people type is never markup."""
    here, _ = story
    here.does("nora", Raise(unit="4-west", what="<script>alert(1)</script> & more"))
    page = reads("nora", "/answers").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in page


def test_what_was_given_a_place_comes_first(tmp_path: Path) -> None:
    here = alder(tmp_path / "alder-creek")
    with here.house:
        first, second = (here.does("marco", List(unit="4-west", title=title)) for title in ("No lamp", "No gloves"))
        client = create_app(here.house).test_client()
        with client.session_transaction() as kept:
            kept[session.TOKEN] = here.house.sessions.begin(here.who["marco"], here.clock())
        before = client.get("/unit/4-west").text
        assert before.index(first) < before.index(second)
        here.does("marco", Prioritise(rank=1), second)
        after = client.get("/unit/4-west").text
        assert after.index(second) < after.index(first)
        assert "place 1" in after
