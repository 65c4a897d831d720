"""Units that are renamed, merged and split: boards, figures, months and people's rights follow, and the day is marked."""

import html
import re

import pytest

from assessments.campaign.commands import Open
from assessments.goal.commands import Agree
from services import balloting
from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from tests.web.test_wall import opened
from workflows.concern import commands as c
from workflows.focus.commands import Declare
from workflows.issue import commands as i
from workflows.message.commands import Send
from workflows.promise.commands import Make as Promise
from workflows.rounds.commands import Hold, Schedule
from workflows.standard.commands import Attest, NoteGap
from workflows.unit import commands as u

DUE = "2025-12-31"
LEFT = {
    "/unit/icu": "Slings are missing",
    "/promises?unit=icu": "A second lift",
    "/unit/icu/charter": "4 West",
    "/unit/icu/surveys": "Asked in 4 West",
    "/scorecard?unit=icu": "4 West",
    "/quarter?unit=icu": "We ask first",
    "/messages?unit=icu": "The east door",
    "/maturity?unit=icu": "4 West",
    "/unit/icu/team": "4 West",
    "/unit/icu/letter": "Slings",
    "/unit/icu/briefing": "Slings",
}
"""Pages of the ICU, and a word on each of what it had from 4 West."""


@pytest.fixture
def merged(hospital: Alder) -> dict[str, str]:
    """In May 4 West had a concern and an issue; on 2 June it goes on as ICU."""
    hospital.on("2025-05-05")
    told = {"voice": hospital.does("nora", c.Raise(unit="4-west", what="A fax nobody reads"))}
    told["issue"] = hospital.does("marco", i.List(unit="4-west", title="Slings are missing"))
    hospital.on("2025-06-02")
    hospital.does("ines", u.GoOnAs(into=("icu",), since="2025-06-02"), "unit-4-west")
    hospital.on("2025-06-12")
    return told


def test_the_board_of_the_one_holds_the_open_work_of_the_other(merged: dict[str, str], enter: Enter) -> None:
    priya = enter("priya")
    page = priya.get("/unit/icu").text
    assert "Slings are missing" in page
    assert "A fax nobody reads" in page
    assert "Since 2 Jun it goes on with what was" in page
    assert "Team leader · 4 West" not in page, "what she leads is the ICU"
    assert "Slings" not in priya.get("/unit/icu?on=2025-06-01").text, "the day before, these were two units"


def test_whoever_leads_the_one_sees_to_what_the_other_left(
    merged: dict[str, str], hospital: Alder, enter: Enter
) -> None:
    priya = enter("priya")
    assert priya.get(f"/issue/{merged['issue']}").status_code == 200
    answer = c.Answer(answer="It is read every hour now", outcome="done")
    hospital.does("priya", answer, merged["voice"])
    assert "It is read every hour now" in priya.get(f"/voice/{merged['voice']}").text


def stands_in_front(page: str, said: str) -> bool:
    """Whether a page opens with this number."""
    opens = page.split('<ul class="figures">')[1].split("</ul>", maxsplit=1)[0]
    return said in [" ".join(re.sub(r"<[^>]*>", " ", f"<li{one}").split()) for one in opens.split("<li")[1:]]


def test_figures_and_months_follow(merged: dict[str, str], enter: Enter) -> None:
    priya = enter("priya")
    assert "of 1 so far" in priya.get("/figures?unit=icu").text
    june = priya.get("/unit/icu/month").text
    assert "4 West" in june
    assert stands_in_front(june, "1 still owed an answer")


def test_the_old_unit_says_where_it_went_and_takes_nothing_new(merged: dict[str, str], enter: Enter) -> None:
    page = enter("ines").get("/unit/4-west").text
    assert "Since 2 Jun this unit goes on as" in page
    assert '<a href="/unit/icu">ICU</a>' in page
    assert "goes on as ICU since 2 Jun" in enter("ines").get("/setup/units").text


def test_the_hospital_counts_nothing_twice(merged: dict[str, str], enter: Enter) -> None:
    page = enter("ines").get("/month").text
    assert stands_in_front(page, "1 still owed an answer")
    assert stands_in_front(page, "1 still open")


def test_a_renamed_unit_is_found_by_its_old_name_and_marked(hospital: Alder, enter: Enter) -> None:
    hospital.on("2025-06-02")
    hospital.does("ines", u.Rename(name="Surgery"), "unit-4-west")
    hospital.on("2025-06-12")
    page = enter("marco").get("/unit/4-west").text
    assert "Until 2 Jun it was called 4 West." in page
    assert "once called 4 West" in enter("ines").get("/setup/units").text


def test_it_is_said_on_the_page_of_the_set_up(hospital: Alder, enter: Enter) -> None:
    ines = enter("ines")
    assert "/do/unit/go_on_as?to=unit-4-west" in ines.get("/setup/units").text
    form = ines.get("/do/unit/go_on_as?to=unit-4-west").text
    assert "As which units does it go on?" in form
    sent = ines.send("/do/unit/go_on_as?to=unit-4-west&next=/setup/units", into="icu", since="2025-01-03")
    assert sent.status_code == 303, sent.text
    assert "goes on as ICU" in ines.get("/setup/units").text


@pytest.fixture
def with_more(hospital: Alder) -> dict[str, str]:
    """What 4 West was asked, promised itself and aimed for, what was missing there, and whom it met; then it goes on as ICU."""
    who = hospital.who
    hospital.on("2025-05-05")
    told = {"asked": hospital.does("marco", Open(unit="4-west", closes="2025-05-12"))}
    told["issue"] = hospital.does("marco", i.List(unit="4-west", title="Slings are missing"))
    hospital.does("nora", c.Raise(unit="4-west", what="A fax nobody reads"))
    for number in range(10):
        answers = {"safe-here": 5 if number < 7 else 1, "heard": 4, "difference": 4}
        hospital.house.ballots.put(told["asked"], f"CODE{number}", answers)
    hospital.does("marco", Declare(unit="4-west", quarter="2025-Q2", owner=who["marco"], pledge="We ask first"))
    hospital.does(
        "marco", Agree(unit="4-west", figure="answered", horizon="near", target=80, due=DUE, owner=who["lena"])
    )
    hospital.does("marco", NoteGap(item="plan_b", unit="4-west", owner=who["lena"], due=DUE))
    hospital.does("priya", Attest(item="plan_b", unit="icu", words="Share one", more="Ours breaks", owner=who["kim"]))
    hospital.does("marco", Promise(unit="4-west", holder=who["dana"], to="unit-4-west", what="A second lift", due=DUE))
    hospital.does("ines", Send(unit="4-west", topic="other", words="The east door is locked"))
    hospital.on("2025-05-19")
    balloting.count(hospital.house)
    hospital.on("2025-06-02")
    hospital.does("ines", u.GoOnAs(into=("icu",), since="2025-06-02"), "unit-4-west")
    return told


def test_what_was_promised_and_missing_is_handed_on_and_what_was_said_stands_as_theirs(
    with_more: dict[str, str], enter: Enter
) -> None:
    priya = enter("priya")
    assert "of 1 so far" in priya.get("/figures?unit=icu&on=2025-06-10").text
    assert "A second lift" in priya.get("/promises?unit=icu").text
    charter = priya.get("/unit/icu/charter").text
    assert "Gaps that came with another unit" in charter
    assert "Plan B, 4 West" in charter
    assert "/attest/plan_b?unit=4-west" in charter
    assert "Asked in 4 West, before it went on here" in priya.get("/unit/icu/surveys").text
    card = priya.get("/scorecard?unit=icu").text
    assert "(asked in 4 West)" in card
    assert "Agreed on in 4 West, by its own figures." in card
    assert "We ask first" in priya.get("/quarter?unit=icu").text
    messages = priya.get("/messages?unit=icu").text
    assert "The east door is locked" in messages
    assert "I read it" not in messages, "those it was for are asked, and nobody else"
    assert "The east door is locked" not in priya.get("/unit/icu").text
    assert "4 West, which goes on as ICU" in enter("ines").get("/units").text
    assert "4 West" not in re.sub(r"<select.*?</select>", "", enter("ines").get("/partners").text, flags=re.DOTALL)


def test_the_wall_of_the_one_shows_the_work_of_the_other(
    merged: dict[str, str], hospital: Alder, enter: Enter, nobody: Browser
) -> None:
    machine = opened(enter, nobody, "icu", "priya")
    assert "Slings are missing" in machine.get("/wall").text
    assert "Slings are missing" in machine.get("/wall/huddle").text
    hospital.does("ines", u.Reopen(), "unit-4-west")
    assert "Slings are missing" not in machine.get("/wall").text


def test_whoever_worked_there_is_given_a_place_one_by_one(
    merged: dict[str, str], hospital: Alder, enter: Enter
) -> None:
    ines = enter("ines")
    page = ines.get("/unit/icu/team").text
    assert page.count("Give it here") == 4
    assert "Left without a role" not in enter("kim").get("/unit/icu/team").text, "for those who may give one"
    assert enter("nora").get("/unit/icu").status_code == 404
    href = html.unescape(re.findall(r'href="([^"]*)">Give it here<span[^>]*>: Nora Bell', page)[0])
    assert ines.send(href, role="front_line", person=hospital.who["nora"], since="2025-06-12").status_code == 303
    assert enter("nora").get("/unit/icu").status_code == 200
    assert "Nora Bell" not in ines.get("/unit/icu/team").text.split("Left without a role")[1].split("</table>")[0]


def test_a_merger_that_is_undone_takes_it_all_away_again(
    with_more: dict[str, str], hospital: Alder, enter: Enter
) -> None:
    hospital.does("ines", u.Reopen(), "unit-4-west")
    hospital.on("2025-06-20")
    priya = enter("priya")
    for when in ("", "on=2025-06-10", "as_of=2025-06-10"):
        for path, words in LEFT.items():
            page = priya.get(path + ("&" if "?" in path else "?") + when).text
            assert words not in page, f"{path} {when}"
    assert priya.get("/unit/4-west").status_code == 404
    assert priya.get(f"/issue/{with_more['issue']}").status_code == 404
    assert priya.get(f"/campaign/{with_more['asked']}").status_code == 404
    assert "of 1 so far" not in priya.get("/figures?unit=icu&on=2025-06-10").text


def test_a_replay_goes_through_both(merged: dict[str, str], enter: Enter) -> None:
    page = enter("priya").get("/unit/icu/replay?on=2025-06-10").text
    assert "Slings are missing" in page
    assert 'rel="prev" href="/unit/icu/replay?on=2025-06-02"' in page
    assert "Slings" not in enter("priya").get("/unit/icu/replay?on=2025-05-10").text.split("What was not known yet")[1]


def test_rounds_and_stories_of_the_one_stand_in_the_month_of_the_other(hospital: Alder, enter: Enter) -> None:
    hospital.on("2025-05-05")
    rounds = hospital.does("marco", Schedule(unit="4-west", day="2025-05-06"))
    hospital.on("2025-05-06")
    hospital.does("marco", Hold(attendees=(hospital.who["dana"],), colour="executive"), rounds)
    hospital.on("2025-05-20")
    hospital.does("ines", u.GoOnAs(into=("icu",), since="2025-05-20"), "unit-4-west")
    page = enter("priya").get("/unit/icu/month").text
    assert "6 May: held" in page
    assert stands_in_front(page, "1 rounds held")
