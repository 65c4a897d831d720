"""What each person answered leaves the house only where that was announced before anybody answered, and only by two people;
places where few answered are put together, and each time it is taken is on record."""

import html
import io
import re

import pytest
from openpyxl import Workbook, load_workbook

from assessments.campaign import Wave
from assessments.campaign.commands import ProposeRelease, Publish, Release
from assessments.disclosure import put_together
from services import balloting
from services.clerk.reception import Call
from tests.web import waved
from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from workflows.kernel.grammar import Refused
from workflows.trail import Disclosed

GIVEN = {"4-west": (24, 12), "icu": (6, 4), "emergency": (15, 6), "sleep-lab": (2, 2)}
"""Eight answered in the ICU and the laboratory, which are counted as one: too few for a place of their own."""
TO = "The national database of patient safety culture"


@pytest.fixture
def here(hospital: Alder) -> Alder:
    waved.staffed(hospital)
    return hospital.on("2025-07-03")


def published(here: Alder, stream: str) -> str:
    waved.answers(here, stream, GIVEN)
    here.on(waved.CLOSES)
    balloting.count(here.house)
    here.does("ines", Publish(), stream)
    return stream


def refused(here: Alder, login: str, command: ProposeRelease | Release, stream: str) -> str:
    told = here.house.reception.ask(
        here.house.rights.actor(here.who[login]),
        command,
        Call(id=f"{login}-{command.VERB}-{here.clock()}", via="page"),
        stream,
    )
    assert isinstance(told, Refused), told
    return told.key


def proposed(here: Alder, stream: str) -> int:
    """Where it stands to whom it is to go."""
    wave = here.house.clerk.memory.get(stream).state
    assert isinstance(wave, Wave)
    assert wave.pending
    return wave.pending.recipient.seq


def book(browser: Browser, stream: str) -> Workbook:
    answer = browser.get(f"/wave/{stream}/respondents.xlsx")
    assert answer.status_code == 200
    return load_workbook(io.BytesIO(answer.data))


def test_what_was_not_announced_never_leaves(here: Alder, nobody: Browser, enter: Enter) -> None:
    stream = waved.begun(here, release=False)
    assert "may be handed to a database" not in nobody.client.get(f"/answer/{stream}").text
    published(here, stream)
    assert refused(here, "ines", ProposeRelease(recipient=TO), stream) == "campaign.not_announced"
    assert refused(here, "ruth", Release(seen=1), stream) == "campaign.not_announced"
    assert "What each person answered" not in enter("ines").get(f"/wave/{stream}").text
    assert enter("ines").get(f"/wave/{stream}/respondents.xlsx").status_code == 404


def test_whoever_answers_reads_it_first_in_both_languages(here: Alder, nobody: Browser) -> None:
    stream = waved.begun(here, release=True)
    assert "may be handed to a database outside this hospital" in nobody.client.get(f"/answer/{stream}").text
    spanish = nobody.client.get(f"/answer/{stream}?lang=es").text
    assert "puede entregarse a una base de datos fuera de este hospital" in spanish


def test_one_proposes_another_releases_and_each_taking_is_on_record(here: Alder, enter: Enter) -> None:
    stream = waved.begun(here, release=True)
    assert refused(here, "ines", ProposeRelease(recipient=TO), stream) == "campaign.not_published"
    published(here, stream)
    ines, ruth = enter("ines"), enter("ruth")
    assert refused(here, "ruth", Release(seen=1), stream) == "campaign.nothing_proposed"
    ines.send(f"/do/campaign/propose_release?to={stream}&next=/wave/{stream}", recipient=TO)
    assert f"Ines Moreau proposes to hand it to: {TO}" in ines.get(f"/wave/{stream}").text
    assert "Release what each person answered" not in ines.get(f"/wave/{stream}").text
    assert refused(here, "ines", Release(seen=proposed(here, stream)), stream) == "campaign.second_person"
    assert ines.get(f"/wave/{stream}/respondents.xlsx").status_code == 404, "nothing leaves before it is released"
    assert "Release what each person answered" in ruth.get(f"/wave/{stream}").text
    here.does("ruth", Release(seen=proposed(here, stream)), stream)
    page = re.sub(r"<[^>]+>", " ", ruth.get(f"/wave/{stream}").text)
    assert f"by Ines Moreau and Ruth Adeyemi, to: {TO}" in page
    assert "more is not promised" in page
    before = here.house.ledger.head()[0]
    book(ruth, stream)
    (row,) = here.house.ledger.rows(before, 1)
    event = here.house.clerk.mapper.fact(row).event
    assert isinstance(event, Disclosed)
    assert (event.what, event.count, event.about) == ("survey", 47, stream)
    assert enter("marco").get(f"/wave/{stream}/respondents.xlsx").status_code == 404


def test_whoever_releases_it_has_read_to_whom_it_goes(here: Alder, enter: Enter) -> None:
    """Another recipient that is proposed while they read is none that they agreed to."""
    stream = published(here, waved.begun(here, release=True))
    here.does("ines", ProposeRelease(recipient=TO), stream)
    (asked,) = re.findall(r'href="(/do/campaign/release[^"]*)"', enter("ruth").get(f"/wave/{stream}").text)
    here.does("ines", ProposeRelease(recipient="A broker of data"), stream)
    sent = enter("ruth").send(html.unescape(asked))
    assert sent.status_code == 409
    assert "Something else was proposed since you looked" in sent.text
    assert enter("ruth").get(f"/wave/{stream}/respondents.xlsx").status_code == 404


def test_the_file_holds_answers_as_they_were_given_and_no_place_of_few(here: Alder, enter: Enter) -> None:
    stream = published(here, waved.begun(here, release=True))
    here.does("ines", ProposeRelease(recipient=TO), stream)
    here.does("ruth", Release(seen=proposed(here, stream)), stream)
    found = book(enter("ruth"), stream)
    head, *people = [[cell.value for cell in row] for row in found["Respondents"].iter_rows()]
    assert head == ["SiteID", "Area", "harm", "quiet", "not-knowing", "slips", "paid-for-it", "newcomers", "worries"]
    areas = [row[1] for row in people]
    assert {area: areas.count(area) for area in areas} == {"4-west": 24, "other": 23}, "8 alone would be too few"
    agree = [row for row in people if row[head.index("harm")] == 4]
    assert len(agree) == 24
    assert {row[head.index("quiet")] for row in agree} == {2}, "a sentence worded the other way is not turned round"
    assert people == sorted(people, key=lambda row: (row[1] == "other", row[1])), "in no order of time"
    (site,) = [[cell.value for cell in row] for row in found["Site"].iter_rows(min_row=2)]
    assert site == [
        "alder-creek",
        "Alder Creek Community Hospital",
        "unit-safety",
        1,
        waved.CLOSES,
        "anonymous",
        68,
        47,
    ]
    assert ["icu+sleep-lab", "other"] in [[cell.value for cell in row] for row in found["Areas"].iter_rows()]


@pytest.mark.parametrize(
    ("people", "called"),
    [
        ({"a": 24, "b": 15, "c": 12}, {"a": "a", "b": "b", "c": "c"}),
        ({"a": 24, "b": 15, "c": 8}, {"a": "a", "b": "other", "c": "other"}),
        ({"a": 24, "b": 6, "c": 8}, {"a": "a", "b": "other", "c": "other"}),
        ({"a": 11, "b": 9}, {"a": "other", "b": "other"}),
        ({"a": 11, "b": 11, "c": 0}, {"a": "a", "b": "b", "c": "other"}),
    ],
)
def test_places_join_until_none_tells_of_few(people: dict[str, int], called: dict[str, str]) -> None:
    assert put_together(people, 10) == called


def test_by_position_it_says_what_people_do_only_where_every_position_is_told(here: Alder, enter: Enter) -> None:
    """Of Emergency nine physicians answered: with the figures of the unit they would follow, so nothing is told apart there."""
    waved.with_physicians(here)
    stream = waved.by_position(here, ((24, 12), (10, 6), (16, 11), (15, 3), (9, 2)), announced=True)
    here.does("ines", Publish(), stream)
    here.does("ines", ProposeRelease(recipient=TO), stream)
    here.does("ruth", Release(seen=proposed(here, stream)), stream)
    head, *people = [[cell.value for cell in row] for row in book(enter("ruth"), stream)["Respondents"].iter_rows()]
    assert head[:3] == ["SiteID", "Area", "Position"]
    places = [(row[1], row[2]) for row in people]
    assert {place: places.count(place) for place in places} == {
        ("4-west", "care+lead"): 24,
        ("4-west", "physician"): 10,
        ("icu+sleep-lab", None): 16,
        ("emergency", None): 24,
    }
