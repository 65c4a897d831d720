"""Units that are renamed, merged and split: boards, figures, months and people's rights follow, and the day is marked."""

import pytest

from tests.web.alder import Alder
from tests.web.conftest import Enter
from workflows.concern import commands as c
from workflows.issue import commands as i
from workflows.rounds.commands import Hold, Schedule
from workflows.unit import commands as u


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
    assert "Slings" not in priya.get("/unit/icu?on=2025-06-01").text, "the day before, these were two units"


def test_whoever_leads_the_one_sees_to_what_the_other_left(
    merged: dict[str, str], hospital: Alder, enter: Enter
) -> None:
    priya = enter("priya")
    assert priya.get(f"/issue/{merged['issue']}").status_code == 200
    answer = c.Answer(answer="It is read every hour now", outcome="done")
    hospital.does("priya", answer, merged["voice"])
    assert "It is read every hour now" in priya.get(f"/voice/{merged['voice']}").text


def test_figures_and_months_follow(merged: dict[str, str], enter: Enter) -> None:
    priya = enter("priya")
    assert "of 1 so far" in priya.get("/figures?unit=icu").text
    june = priya.get("/unit/icu/month").text
    assert "4 West" in june
    assert 'figures__number">1</strong> <span class="figures__words">still owed an answer' in june


def test_the_old_unit_says_where_it_went_and_takes_nothing_new(merged: dict[str, str], enter: Enter) -> None:
    page = enter("ines").get("/unit/4-west").text
    assert "Since 2 Jun this unit goes on as" in page
    assert '<a href="/unit/icu">ICU</a>' in page
    assert "goes on as ICU since 2 Jun" in enter("ines").get("/setup/units").text


def test_the_hospital_counts_nothing_twice(merged: dict[str, str], enter: Enter) -> None:
    page = enter("ines").get("/month").text
    assert 'figures__number">1</strong> <span class="figures__words">still owed an answer' in page
    assert 'figures__number">1</strong> <span class="figures__words">still open' in page


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
    assert 'figures__number">1</strong> <span class="figures__words">rounds held' in page
