"""The log of a unit as a spreadsheet: what its reader may read, and a line of it on the read log."""

import csv
import io
from collections import Counter

from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from workflows.concern.commands import Note, Wall
from workflows.privilege.commands import Designate
from workflows.trail import Noted

PATH = "/unit/4-west/log.csv"
LIFT, FAX = "The lift is stuck", "The fax is dark"


def issues(browser: Browser) -> list[str]:
    text = browser.get(PATH).text.removeprefix("\ufeff")
    return [row["Identified issue"] for row in csv.DictReader(io.StringIO(text))]


def exports(hospital: Alder) -> list[str | None]:
    """Who took a log out, as the read log has it."""
    house = hospital.house
    rows = (house.ledger.stream_rows(stream)[0] for stream in house.ledger.streams("trail"))
    facts = [house.clerk.mapper.fact(row) for row in rows]
    return [fact.head.by.id for fact in facts if isinstance(fact.event, Noted) and fact.event.how == "exported"]


def test_whoever_reads_the_board_takes_its_log(hospital: Alder, enter: Enter) -> None:
    hospital.does("marco", Note(unit="4-west", what=LIFT))
    hospital.does("priya", Note(unit="icu", what=FAX))
    lena = enter("lena")
    assert f'href="{PATH}"' in lena.get("/unit/4-west").text
    answer = lena.get(PATH)
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert "tracking-log-4-west-2025-01-06.csv" in answer.headers["Content-Disposition"]
    assert issues(lena) == [LIFT]
    assert exports(hospital) == [hospital.who["lena"]], "twice within five minutes is one look"


def test_what_is_kept_from_a_reader_is_not_in_it(hospital: Alder, enter: Enter) -> None:
    voice = hospital.does("marco", Note(unit="4-west", what=LIFT))
    issue = hospital.house.clerk.memory.get(voice).state.voice.issue
    hospital.does("marco", Note(unit="4-west", what=FAX))
    hospital.does("ines", Designate(about=issue, reason="Counsel asks."))
    assert issues(enter("lena")) == [FAX]
    assert sorted(issues(enter("ines"))) == sorted([FAX, LIFT])


def test_whoever_it_is_about_finds_nothing_of_it(hospital: Alder, enter: Enter) -> None:
    about_lena = hospital.does("marco", Note(unit="4-west", what=LIFT))
    hospital.does("marco", Wall(person=hospital.who["lena"]), about_lena)
    assert issues(enter("lena")) == []
    assert issues(enter("marco")) == [LIFT]


def test_nobody_of_another_unit_takes_it_and_that_is_on_no_record(hospital: Alder, enter: Enter) -> None:
    assert enter("kim").get(PATH).status_code == 404
    assert enter("marco").get("/unit/nowhere/log.csv").status_code == 404
    assert exports(hospital) == []


def test_the_timeline_is_taken_without_what_some_alone_may_read(hospital: Alder, enter: Enter) -> None:
    about_kim = hospital.does("marco", Note(unit="4-west", what=LIFT))
    issue = hospital.house.clerk.memory.get(about_kim).state.voice.issue
    hospital.does("marco", Note(unit="4-west", what=FAX))
    hospital.does("marco", Wall(person=hospital.who["lena"]), about_kim)
    timeline = PATH.replace("log.csv", "timeline.json")
    marco, lena = enter("marco"), enter("lena")
    assert f'href="{timeline}"' in marco.get("/unit/4-west/replay").text
    assert things(marco, timeline) == Counter({"concern": 2, "issue": 2})
    assert things(lena, timeline)["concern"] == 1, "what she is named in is not there for her"
    hospital.does("ines", Designate(about=issue, reason="Counsel asks."))
    for login in ("marco", "ines"):
        assert things(enter(login), timeline) == Counter({"concern": 1, "issue": 1}), "nor in a file for its readers"
    assert "issue.listed" in marco.get(timeline.replace(".json", ".csv")).text
    assert enter("kim").get(timeline).status_code == 404
    assert set(exports(hospital)) == {hospital.who[login] for login in ("marco", "lena", "ines")}


def things(browser: Browser, path: str) -> Counter[str]:
    answer = browser.get(path)
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="timeline-4-west-')
    return Counter(one["type"] for one in answer.get_json()["objects"])
