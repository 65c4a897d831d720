"""What the hospital attests to others: line by line, as of any day, with what is missing and who could say it."""

import re

from tests.web.alder import Alder
from tests.web.conftest import Enter
from workflows.kernel.standards import Standards
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


def test_it_is_for_those_who_read_the_hospital(hospital: Alder, enter: Enter) -> None:
    assert enter("kim").get("/registers").status_code == 404
    assert enter("kim").get("/register/pssm").status_code == 404
    assert enter("ines").get("/register/nothing").status_code == 404
