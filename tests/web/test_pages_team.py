"""Unit · Team and plan: who is the partner and what comes next, a year of meetings, chairs, leaders; the hospital beside it."""

from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from services.web.app import create_app
from services.web.signing_in import session
from tests.web.alder import Alder, alder
from tests.web.conftest import Browser, Enter
from tests.web.partnered import WILLING, partnered
from tests.web.summer import summer
from workflows.partnership import commands as c
from workflows.unit.commands import Appoint, Open
from workflows.waiver import Grant

TEAM = "/unit/4-west/team"


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Alder, dict[str, str]]]:
    here = alder(Path(tmp_path_factory.mktemp("team")) / "alder-creek")
    with here.house:
        yield here, summer(here, partnered)


def reads(lived: tuple[Alder, dict[str, str]], login: str, path: str) -> str:
    here, _ = lived
    client = create_app(here.house).test_client()
    with client.session_transaction() as kept:
        kept[session.TOKEN] = here.house.sessions.begin(here.who[login], here.clock())
    return Browser(client).get(path).text


def test_a_year_of_meetings_is_a_picture_and_a_table_that_says_the_same(lived: tuple[Alder, dict[str, str]]) -> None:
    page = reads(lived, "lena", TEAM)
    for said in (
        "February 2025: with the executive",
        "March 2025: with the executive, late",
        "April 2025: with a deputy",
    ):
        assert page.count(said) == 4, "as a label and in the description of both drawings"
    assert "May 2025: missed" in page
    assert "June 2025: the hospital paused" in page
    assert '<strong class="figures__number">2 of 4</strong>' in page
    assert "They meet on Thursday 10 July." in page


def test_a_past_day_shows_what_was_known_then(lived: tuple[Alder, dict[str, str]]) -> None:
    page = reads(lived, "lena", f"{TEAM}?as_of=2025-03-10")
    assert "March 2025: still due" in page
    assert "Plan the next meeting" not in page


def test_chairs_that_are_empty_show_and_so_does_who_leads_without_a_post(lived: tuple[Alder, dict[str, str]]) -> None:
    page = reads(lived, "nora", TEAM)
    assert "5 chairs are empty" in page
    assert "Patient partner" in page
    assert "New nurses ask her first." in page


def test_who_was_at_a_meeting_is_asked_of_those_who_mostly_come_and_of_no_other_unit(
    lived: tuple[Alder, dict[str, str]],
) -> None:
    here, _ = lived
    (meeting,) = {one for one in reads(lived, "lena", TEAM).split('"') if "/do/partnership/hold_meeting" in one}
    page = reads(lived, "lena", unescape(meeting))
    mostly, others = page.split("Who was there?")[1].split("Others (")
    stands = {name: (f'value="{here.who[name]}"' in mostly, f'value="{here.who[name]}"' in others) for name in here.who}
    assert [stands[name] for name in ("dana", "lena", "marco")] == [(True, False)] * 3
    assert stands["ruth"] == (False, True), "leads in the hospital"
    assert stands["kim"] == (False, False), "works elsewhere"


def test_the_visitor_reads_where_to_go_and_says_so(lived: tuple[Alder, dict[str, str]]) -> None:
    _, told = lived
    assert "Dana Cole has not read it yet." in reads(lived, "dana", f"/rounds/{told['rounds']}")
    assert "I have read it" in reads(lived, "dana", f"/rounds/{told['rounds']}")
    assert "I have read it" not in reads(lived, "marco", f"/rounds/{told['rounds']}")
    assert reads(lived, "dana", f"/partnership/{told['partnership']}").find("/unit/4-west/team") > 0


def test_the_hospital_sees_its_units_by_their_partners(lived: tuple[Alder, dict[str, str]]) -> None:
    page = reads(lived, "ines", "/partners")
    assert "Dana Cole" in page
    assert "No partner" in page, "the ICU has none"
    assert "The river is in the basement." in page
    assert "The river" not in reads(lived, "clara", "/partners"), "who sees figures alone reads no words"


def test_an_executive_is_named_confirmed_and_signs(hospital: Alder, enter: Enter) -> None:
    marco, ines, dana = enter("marco"), enter("ines"), enter("dana")
    assert "nothing is agreed yet" in marco.get(TEAM).text
    form = f"/do/partnership/nominate?unit=4-west&executive={hospital.who['dana']}&next={TEAM}"
    marco.send(form, unit="4-west", executive=hospital.who["dana"], rank="vice_president")
    stream = c.stream_of("4-west", hospital.who["dana"])
    assert "confirms that Dana Cole can be the partner" in marco.get(TEAM).text
    ines.send(f"/do/partnership/confirm?to={stream}")
    assert "Sign the agreement" in dana.get(TEAM).text
    assert "Sign the agreement" not in marco.get(TEAM).text
    half = dana.send(f"/do/partnership/sign?to={stream}", learn_from="yes", listen_to="yes")
    assert "all three" in half.text
    dana.send(f"/do/partnership/sign?to={stream}", learn_from="yes", listen_to="yes", work_with="yes")
    assert "The team met" in marco.get(TEAM).text


def test_a_lower_rank_is_never_a_dead_end(hospital: Alder, enter: Enter) -> None:
    ines = enter("ines")
    name = c.Nominate(unit="icu", executive=hospital.who["ruth"], rank="director")
    hospital.does("priya", name)
    page = ines.get("/unit/icu/team").text
    assert "ranks below vice-president" in page
    assert "/do/waiver/grant?unit=icu&amp;rule=partnership.rank" in page
    form = ines.get("/do/waiver/grant?unit=icu&rule=partnership.rank").text
    assert '<option value="partnership.rank" selected' in form
    waiver = hospital.does("ines", Grant(rule="partnership.rank", reason="The highest leader there is"))
    page = ines.get("/unit/icu/team").text
    assert f"&amp;waiver={waiver}" in page
    stream = c.stream_of("icu", hospital.who["ruth"])
    ines.send(f"/do/partnership/confirm?to={stream}&waiver={waiver}")
    hospital.does("ruth", WILLING, stream)
    assert "under a waiver. The highest leader there is" in ines.get("/unit/icu/team").text


def test_whoever_takes_over_is_named_signs_and_is_handed_over_to(hospital: Alder, enter: Enter) -> None:
    dana, ruth = hospital.who["dana"], hospital.who["ruth"]
    for who, login in ((dana, "dana"), (ruth, "ruth")):
        stream = hospital.does("marco", c.Nominate(unit="4-west", executive=who, rank="vice_president"))
        hospital.does("ines", c.Confirm(), stream)
        hospital.does(login, WILLING, stream)
    ines = enter("ines")
    assert "Hand over to Ruth Adeyemi" in ines.get(TEAM).text
    present = c.stream_of("4-west", dana)
    ines.send(f"/do/partnership/hand_over?to={present}&executive={ruth}", executive=ruth)
    page = ines.get(TEAM).text
    assert "Handed over to Ruth Adeyemi" in page
    assert "Partners before" in page


def test_the_team_proposes_and_two_agree(hospital: Alder, enter: Enter) -> None:
    stream = hospital.does("marco", c.Nominate(unit="4-west", executive=hospital.who["dana"], rank="ceo"))
    hospital.does("ines", c.Confirm(), stream)
    hospital.does("dana", WILLING, stream)
    waiver = hospital.does("marco", Grant(rule="partnership.graduation", reason="We were one before", unit="4-west"))
    hospital.does("lena", c.ProposeGraduation(why="We know whom to call.", waiver=waiver), stream)
    assert "the executive and quality have yet to agree" in enter("marco").get(TEAM).text
    assert "It is too early" in enter("dana").get(TEAM).text
    hospital.does("dana", c.AgreeGraduation(), stream)
    hospital.does("ines", c.AgreeGraduation(), stream)
    assert "once in 3 months" in enter("marco").get(TEAM).text


def test_whoever_plans_the_visits_plans_the_meetings_and_reads_no_word_of_them(hospital: Alder, enter: Enter) -> None:
    hospital.who["avery"] = hospital.house.people.add("Avery Long").id
    assists = Appoint(person=hospital.who["avery"], role="executive_assistant", since="2025-01-06")
    hospital.does("operator", assists, "unit-4-west")
    stream = hospital.does("marco", c.Nominate(unit="4-west", executive=hospital.who["dana"], rank="ceo"))
    hospital.does("ines", c.Confirm(), stream)
    hospital.does("dana", WILLING, stream)
    avery = enter("avery")
    assert "No meeting with Dana Cole is planned." in avery.get("/unit/4-west/rounds").text
    avery.send(f"/do/partnership/schedule_meeting?to={stream}", day="2025-02-05")
    assert "Dana Cole meets with the team on Wednesday 5 February." in avery.get("/unit/4-west/rounds").text
    assert avery.get(TEAM).status_code == 404
    assert avery.get(f"/do/partnership/hold_meeting?to={stream}").status_code == 404


def test_many_units_for_one_executive_are_a_warning_and_no_bar(hospital: Alder, enter: Enter) -> None:
    for slug in ("4-west", "icu", "emergency", "sleep-lab"):
        if slug == "sleep-lab":
            hospital.does("operator", Open(slug=slug, name="Sleep lab"))
        name = c.Nominate(unit=slug, executive=hospital.who["dana"], rank="ceo")
        stream = hospital.does("operator", name)
        hospital.does("ines", c.Confirm(), stream)
        hospital.does("dana", WILLING, stream)
    assert "Partner of 4 units, which is much for one" in enter("ines").get(TEAM).text
