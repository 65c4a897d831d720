"""What a unit talks about once a survey was counted is on paper as its page tells it, with what follows from it."""

import re

from assessments.campaign.commands import Debrief, Publish
from assessments.campaign.waving import parts_of
from tests.printing.reading import read
from tests.web import waved
from tests.web.alder import Alder
from tests.web.conftest import Enter
from tests.web.test_survey_export import asked
from workflows.issue.commands import Assign, List

SAID = [*({"safe-here": 4, "heard": 5} for _ in range(9)), *({"safe-here": 1, "heard": 4} for _ in range(3))]


def test_it_tells_what_was_said_how_sure_it_is_and_what_to_talk_about(hospital: Alder, enter: Enter) -> None:
    campaign = asked(hospital, SAID)
    nora = enter("nora")
    assert f"/campaign/{campaign}/debrief.pdf" in nora.get("/unit/4-west/surveys").text
    found = read(nora.client.get(f"/campaign/{campaign}/debrief.pdf").data)
    assert (found.title, found.tagged) == ("4 West: Today", True)
    assert "12 answered" in found.text
    assert "75 % 47–91 % 12" in found.text
    assert "at least 9" in found.text, "all of a small group: a bound"
    assert "1 sentence not shown: fewer than 10 answered it" in found.text
    assert "What is the first thing we change?" in found.text
    assert "they are not to be taken apart" in found.text


def test_what_follows_stands_with_its_owner_and_its_day_and_only_for_its_readers(hospital: Alder, enter: Enter) -> None:
    campaign = asked(hospital, SAID)
    issue = hospital.does("marco", List(unit="4-west", title="Nobody comes when we call"))
    hospital.does("marco", Assign(owner=hospital.who["nora"], due="2025-08-14"), issue)
    hospital.does("marco", Debrief(issue=issue), campaign)
    found = read(enter("nora").client.get(f"/campaign/{campaign}/debrief.pdf").data)
    assert "Nobody comes when we call" in found.text
    assert "Nora Bell" in found.text
    assert "14 Aug" in found.text
    assert "Nothing was said yet" not in found.text
    assert enter("kim").client.get(f"/campaign/{campaign}/debrief.pdf").status_code == 404, "of another unit"


def test_before_it_is_counted_there_is_nothing_to_talk_about(hospital: Alder, enter: Enter) -> None:
    campaign = asked(hospital, SAID[:9])
    assert enter("nora").client.get(f"/campaign/{campaign}/debrief.pdf").status_code == 404


def test_a_part_of_a_wave_that_is_held_back_stays_held_back_on_paper(hospital: Alder, enter: Enter) -> None:
    waved.staffed(hospital)
    stream = waved.counted(hospital.on("2025-07-03"), {"4-west": (30, 21), "icu": (4, 2), "emergency": (18, 9)})
    hospital.does("ines", Publish(), stream)
    told = {}
    for part in parts_of(stream, waved.wave_of(hospital, stream)):
        found = read(enter("ines").client.get(f"/campaign/{part}/debrief.pdf").data)
        told[found.title.partition(":")[0]] = found.text
    assert "30 answered" in told["4 West"]
    assert "70 %" in told["4 West"]
    few = next(text for name, text in told.items() if name.startswith("ICU"))
    assert "How many answered is not told" in few
    assert not re.search(r"\d+–\d+ %", few)
