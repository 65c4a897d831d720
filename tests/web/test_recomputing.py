"""Every figure in front of a paper is found again by the line under it, whatever came since."""

import re
from pathlib import Path

import msgspec
import pytest

from assessments import scoring
from services.clerk.access import OPERATOR
from services.errands import printing
from services.errands.errand import Answer
from services.evidence.bundle import write
from services.evidence.scope import Scope
from services.web.telling import reference
from tests.web.alder import Alder
from tests.web.conftest import Enter
from tests.web.summer import summer
from tests.web.test_pages_month import lift
from tests.web.test_papers import printed
from workflows.focus import commands as focus
from workflows.hospital.commands import AdoptTerms
from workflows.issue.commands import List, Resolve
from workflows.kernel.terms import Terms

__all__ = ["lift"]


def line_under(path: str, enter: Enter, who: str = "marco") -> str:
    """As it stands on the page."""
    page: str = enter(who).get(path).text
    (line,) = re.findall(r"[a-z-]+/\S+/scoring-1/[0-9a-f]{16}/[0-9a-f]+", page)
    return str(line)


def later(hospital: Alder) -> None:
    """A year on: the rhythm is another one, much was said, and something late about the month that was printed."""
    terms = msgspec.json.encode(Terms(answer_days=3, resolve_days=60, pause_days=30))
    hospital.does("operator", AdoptTerms(digest=hospital.house.attachments.put(terms)), "hospital")
    hospital.clock.to("2026-04-20")
    gone = hospital.does("marco", List(unit="4-west", title="Another lift"))
    hospital.does("marco", Resolve(evidence="Done"), gone)
    hospital.does("marco", List(unit="4-west", title="A late entry"), occurred="2025-06-02")


def found(hospital: Alder, line: str) -> Answer:
    hospital.house.reader.pull()
    return printing.again(hospital.house, line)


@pytest.mark.parametrize(
    ("path", "who"),
    [
        ("/unit/4-west/month", "marco"),
        ("/unit/4-west/month?on=2025-06-10", "marco"),
        ("/unit/4-west/month?as_of=2025-06-10", "marco"),
        ("/month", "ines"),
    ],
)
def test_what_was_printed_is_found_again_a_year_later(
    hospital: Alder, lift: str, enter: Enter, path: str, who: str
) -> None:
    line = line_under(path, enter, who)
    later(hospital)
    again = found(hospital, line)
    assert again.found["same"], again.said
    assert [one["what"] for one in again.found["figures"]][:2] == ["said", "answered"]
    assert "All of 8 figures are those that were printed" in again.said[-1]
    assert (line_under(path, enter, who) == line) == ("as_of" in path), "what is asked as of then is told as then"


@pytest.mark.parametrize(
    ("path", "who", "named"),
    [
        ("/figures", "ines", "kept"),
        ("/figures?unit=4-west&months=3", "marco", "met"),
        ("/scorecard", "ines", "Voices that heard back in time"),
        ("/scorecard?unit=4-west", "marco", "Lessons that came in time"),
        ("/promises", "ines", "let off"),
        ("/promises?unit=4-west&as_of=2025-06-20", "marco", "of 5 open issues have a plan of both sides"),
        ("/quarter?unit=4-west", "marco", "things to do so that people speak up were done, in all quarters"),
        ("/unit/4-west/rounds", "marco", "Held"),
    ],
)
def test_so_is_what_stood_on_a_page(hospital: Alder, enter: Enter, path: str, who: str, named: str) -> None:
    summer(hospital)
    done = hospital.does(
        "marco", focus.Declare(unit="4-west", quarter="2025-Q3", owner=hospital.who["marco"], pledge="Hear")
    )
    hospital.does("marco", focus.AddLine(line="x", action="y", owner=hospital.who["lena"], due="2025-09-20"), done)
    hospital.does("lena", focus.Review(number=1, came="done", why="z"), done)
    line = line_under(path, enter, who)
    hospital.clock.to("2026-04-20")
    hospital.does("marco", Resolve(evidence="Done"), hospital.does("marco", List(unit="4-west", title="Another lift")))
    again = found(hospital, line)
    assert again.found["same"], again.said
    assert named in [one["what"] for one in again.found["figures"]], again.found


def test_so_it_is_by_a_bundle_where_the_hospital_is_not(hospital: Alder, enter: Enter, tmp_path: Path) -> None:
    summer(hospital)
    terms = msgspec.json.encode(Terms(answer_days=3, resolve_days=60, pause_days=30))
    hospital.does("operator", AdoptTerms(digest=hospital.house.attachments.put(terms)), "hospital")
    pages = {"/figures": "ines", "/scorecard": "ines", "/promises": "ines", "/unit/4-west/month": "marco"}
    pages |= {"/unit/4-west/rounds": "marco", "/month": "ines"}
    lines = [line_under(path, enter, who) for path, who in pages.items()]
    write(tmp_path / "all.zip", hospital.house, OPERATOR, Scope("hospital", "alder-creek"), lambda _: None)
    for line in lines:
        again = printing.again_from(tmp_path / "all.zip", line)
        assert again.found["same"], (line, again.said)
        assert len(again.found["figures"]) == len(line.rpartition("/")[2]) / 4
    other = lines[0][:-4] + "ffff"
    assert [one["same"] for one in printing.again_from(tmp_path / "all.zip", other).found["figures"]].count(False) == 1
    write(tmp_path / "unit.zip", hospital.house, OPERATOR, Scope("unit", "4-west"), lambda _: None)
    assert "figures need one of the whole" in printing.again_from(tmp_path / "unit.zip", lines[0]).said[0]


def test_the_paper_has_the_line_of_its_page_and_so_has_the_board_pack(hospital: Alder, lift: str, enter: Enter) -> None:
    text = printed(enter("ines"), "/month.pdf").text.replace(" ", "")
    (month,) = re.findall(r"month/-/now/\S+?/scoring-1/[0-9a-f]{16}/[0-9a-f]{32}", text)
    text = printed(enter("ines"), "/board-pack.pdf").text.replace(" ", "")
    (pack,) = re.findall(r"board-pack/-/now/\d{4}-\d\d-\d\d/\d+/\d+/scoring-1/[0-9a-f]{16}/[0-9a-f]{48}", text)
    later(hospital)
    assert [found(hospital, line).found["same"] for line in (month, pack)] == [True, True]


def test_what_differs_is_named(hospital: Alder, lift: str, enter: Enter, monkeypatch: pytest.MonkeyPatch) -> None:
    line = line_under("/unit/4-west/month", enter)
    *front, checks = line.split("/")
    other = "/".join([*front, f"{checks[:4]}ffff{checks[8:]}"])
    monkeypatch.setattr(reference, "SCORING", "scoring/2")
    again = found(hospital, other)
    assert [one["what"] for one in again.found["figures"] if not one["same"]] == ["answered"]
    assert again.said[-2:] == ("It was counted by scoring/1; here is scoring/2.", "1 of 8 figures differ.")
    assert found(hospital, line).found["same"], "another version that counts the same is no difference"
    assert scoring.SCORING == "scoring/1"


def test_what_was_rewritten_is_said_and_what_is_no_line_is_refused(hospital: Alder, lift: str, enter: Enter) -> None:
    line = line_under("/unit/4-west/month", enter)
    front, scored, root, checks = line.rsplit("/", 3)
    again = found(hospital, "/".join([front, scored, "0" * 16, checks]))
    assert not again.found["same"]
    assert "facts are not those it was printed from: they were rewritten." in again.said[-2]
    lost = re.sub(r"/\d+$", "/999999", front)
    assert "more than are here" in found(hospital, f"{lost}/{scored}/{root}/{checks}").said[0]
    for spoilt in ("", "month", line.replace("month", "year"), line.replace("/now/", "/then/"), f"{line}/x"):
        assert found(hospital, spoilt).status == 2
