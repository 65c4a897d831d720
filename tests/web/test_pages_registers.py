"""What the hospital attests to others: line by line, as of any day, with what is missing and who could say it."""

import re
from typing import Any

import msgspec

from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from workflows.hospital.commands import AdoptStandards
from workflows.kernel.standards import Standards
from workflows.presentation import Record
from workflows.standard.commands import Attest, NoteGap


def of_group(hospital: Alder, group: str) -> tuple[str, ...]:
    known: Standards = hospital.house.clerk.standards.now()[1]
    return known.of_group(group)


def text(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_a_domain_is_a_point_only_once_all_of_it_is_in_place(hospital: Alder, enter: Enter) -> None:
    hospital.on("2025-06-02")
    *most, last = of_group(hospital, "pssm_lead")
    for item in most:
        hospital.does("ines", Attest(item=item, words="Stands in the minutes of May"))
    ines = enter("ines")
    page = text(ines.get("/register/pssm").text)
    assert "0 of 5 points" in page
    assert "4 of 25 in place" in page
    assert "2025 is handed in from 1 Apr 2026 to 15 May 2026" in page

    assert ines.send(f"/attest/{last}?next=/register/pssm", words="Told by phone the same day").status_code == 303
    assert "1 of 5 points" in text(ines.get("/register/pssm").text)
    assert "1 of 5 points, 5 of 25 in place" in text(ines.get("/registers").text)


def test_what_is_missing_says_who_could_say_it(hospital: Alder, enter: Enter) -> None:
    hospital.on("2025-06-02")
    hospital.does("ines", NoteGap(item="pssm_culture_network", owner=hospital.who["ines"], due="2025-09-01"))
    page = text(enter("ines").get("/register/pssm").text)
    assert "1 gap that somebody sees to" in page
    missing = page[page.index("What is not in place") :]
    assert re.search(r"We learn with others Now Gap Who could say it is in place Quality director \(Ines", missing)
    assert re.search(
        r"zero preventable harm, in public Now Not begun .{20,60} Chief executive \([^)]+\); Quality", missing
    )


def test_it_is_looked_at_as_it_was(hospital: Alder, enter: Enter) -> None:
    hospital.on("2025-06-02")
    hospital.does("ines", Attest(item="board_story", words="A story opens each meeting"))
    hospital.on("2025-06-20")
    ines = enter("ines")
    assert "1 of 14 in place" in text(ines.get("/register/board").text)
    assert "0 of 14 in place" in text(ines.get("/register/board?on=2025-06-01").text)
    assert "/attest/" not in ines.get("/register/board?on=2025-06-01").text


def test_what_was_said_a_year_ago_is_to_be_said_anew(hospital: Alder, enter: Enter) -> None:
    hospital.on("2025-06-02")
    hospital.does("ines", Attest(item="board_story", words="A story opens each meeting"))
    hospital.on("2026-06-10")
    hospital.house.policies.tick()
    assert "0 of 14 in place" in text(enter("ines").get("/register/board").text)


def test_figures_of_the_log_stand_beside_a_line(hospital: Alder, enter: Enter) -> None:
    page = text(enter("ines").get("/register/pssm").text)
    beside = page[page.index("Whoever reports in confidence hears back") :]
    assert "Voices that heard back in time" in beside


def test_what_board_and_leaders_did_stands_beside_what_is_said_of_them(hospital: Alder, enter: Enter) -> None:
    hospital.on("2025-06-02")
    hospital.does("ines", Record(day="2025-05-20", minutes=120, safety_minutes=30, harm_story=True))
    ines = enter("ines")
    page = text(ines.get("/register/pssm").text)
    assert "Minutes of the board’s meetings on safety and quality: 25 % (30 of 120)" in page
    board = text(ines.get("/register/board").text)
    assert "Meetings of the board that heard of a harm: 100 % (1 of 1)" in board
    assert "Quarters in which the board heard of safety: 25 % (1 of 4)" in board
    assert "30 of 120" not in text(ines.get("/register/pssm?as_of=2025-06-01").text)


def test_a_past_day_is_judged_by_the_lines_and_the_edition_in_force_then(hospital: Alder, enter: Enter) -> None:
    hospital.on("2025-06-02")
    hospital.does("ines", Attest(item="board_story", words="A story opens each meeting"))
    adopted(hospital, "2025-09-01", board_story=None)
    ines = enter("ines")
    assert "0 of 13 in place" in text(ines.get("/register/board").text)
    for asked in ("on", "as_of"):
        assert "1 of 14 in place" in text(ines.get(f"/register/board?{asked}=2025-08-01").text), asked
    assert "counts from 1 Jan 2026 on" in text(ines.get("/register/npg").text)
    assert "National Performance Goals" not in text(ines.get("/registers").text)
    assert "National Performance Goals" in text(enter_on(hospital, enter, "2026-02-01").get("/registers").text)


def test_facilities_that_share_a_number_count_as_the_lowest_of_them(hospital: Alder, enter: Enter) -> None:
    hospital.on("2025-06-02")
    for item in of_group(hospital, "pssm_lead"):
        hospital.does("ines", Attest(item=item, words="Stands in the minutes of May"))
    ines = enter("ines")
    assert "are reckoned here, one by one." in text(ines.get("/register/pssm").text)
    main, north = (
        {"title": "Main", "number": "14-0001"},
        {"title": "North", "number": "14-0001", "without": ["pssm_lead_agenda"]},
    )
    adopted(hospital, "2025-06-02", facilities={"main": main, "north": north})
    page = text(ines.get("/register/pssm").text)
    assert "1 of 5 points" in page
    assert "North Certification number 14-0001 In place 4 of 25 By itself 0 of 5 points Counts as 0 of 5 points" in page
    assert "Main Certification number 14-0001 In place 5 of 25 By itself 1 of 5 points Counts as 0 of 5 points" in page


def adopted(hospital: Alder, day: str, facilities: Any = None, **items: None) -> None:
    """Other standards, from that day on: without these items, with these facilities."""
    house = hospital.on(day).house
    document: Any = msgspec.to_builtins(house.clerk.standards.now()[1])
    for key in items:
        del document["items"][key]
        for register in document["registers"].values():
            register.get("beside", {}).pop(key, None)
    digest = house.attachments.put(msgspec.json.encode(document | ({"facilities": facilities} if facilities else {})))
    hospital.does("operator", AdoptStandards(digest=digest), "hospital")


def enter_on(hospital: Alder, enter: Enter, day: str) -> Browser:
    hospital.on(day)
    return enter("ines")


def test_it_is_for_those_who_read_the_hospital(hospital: Alder, enter: Enter) -> None:
    assert enter("kim").get("/registers").status_code == 404
    assert enter("kim").get("/register/pssm").status_code == 404
    assert enter("ines").get("/register/nothing").status_code == 404
