"""People are asked from a poster, without names; what all said together is shown once enough have answered."""

import re

import pytest
from flask.testing import FlaskClient

from services.web.app import create_app
from services.web.signing_in import session
from tests.stories.over_http import OverHttp
from tests.stories.seeds import duty

FIELD = re.compile(r'name="(code|pass|lang)" value="([^"]*)"')
ITEM = re.compile(r'name="(item\.[a-z-]+)"')


@pytest.fixture
def passer_by(story: OverHttp) -> FlaskClient:
    """Somebody with the poster's address, who has no account."""
    return create_app(story.ward.house).test_client()


def answers(passer_by: FlaskClient, campaign: str, *values: int, presses: int = 1) -> None:
    """In the order of the sentences; the button is pressed again where the page seems to hang."""
    page = passer_by.get(f"/answer/{campaign}").text
    items = list(dict.fromkeys(ITEM.findall(page)))
    sent = dict(FIELD.findall(page)) | dict(zip(items, map(str, values), strict=True))
    for _ in range(presses):
        assert passer_by.post(f"/answer/{campaign}", data=sent).status_code == 200


def asked(story: OverHttp, name: str = "nora") -> dict[str, object]:
    (one,) = story.ward.reads(name, "/campaigns", unit="4-west")["campaigns"]
    return dict(one)


@duty("A19", "Unit · Results · Surveys")
def test_a19_staff_and_patients_say_whether_they_would_feel_safe_here(story: OverHttp, passer_by: FlaskClient) -> None:
    """A pulse asks whether one would feel safe being treated here; nothing of it is shown before enough have answered."""
    marco = story.somebody("marco")
    assert "still to come" in marco.cannot("campaign.open", unit="4-west", closes="2025-01-06")
    assert "There are:" in marco.cannot(
        "campaign.open", unit="4-west", instrument="sops-hospital-2", closes="2025-01-13"
    )
    campaign = marco.does("campaign.open", unit="4-west", closes="2025-01-13")
    for _ in range(7):
        answers(passer_by, campaign, 4, 4, 2)
    assert (asked(story)["needed"], asked(story)["items"]) == (5, [])

    story.on("2025-01-13")
    assert (asked(story)["stage"], asked(story)["closes"]) == ("open", "2025-01-20")
    for value in (1, 2, 5):
        answers(passer_by, campaign, value, 5, 5, presses=2)
    story.on("2025-01-20")
    found = asked(story)
    safe = found["items"][0]  # type: ignore[index] # a list of items
    assert (found["ballots"], safe["n"], safe["percent"]) == (10, 10, 80)
    assert (safe["low"], safe["high"]) == (49, 94)
    assert "not validated" in str(found["validation"]).lower()
    assert passer_by.get(f"/answer/{campaign}").status_code == 410
    assert story.ward.house.ballots.count(campaign) == 0


@duty("A20", "Unit · Results · Surveys")
def test_a20_people_say_whether_they_were_heard_and_whether_it_made_a_difference(
    story: OverHttp, passer_by: FlaskClient
) -> None:
    """Whether people are heard, and whether speaking up made a difference, stands beside what follows from their answers."""
    marco = story.somebody("marco")
    campaign = marco.does("campaign.open", unit="4-west", closes="2025-01-13", least="5")
    for heard, difference in ((5, 1), (4, 2), (4, 2), (2, 4), (5, 5)):
        answers(passer_by, campaign, 3, heard, difference)
    assert "not counted yet" in marco.cannot("campaign.debrief", campaign, keep="We go on")
    story.on("2025-01-13")
    shares = {one["item"]: one["percent"] for one in asked(story)["items"]}  # type: ignore[attr-defined] # a list of items
    assert (shares["heard"], shares["difference"]) == (80, 40)

    owed = story.ward.reads("marco", "/desks/me")["owed"]
    assert [(one["held"]["stream"], one["held"]["owes"]) for one in owed] == [(campaign, "tell")]
    assert "Say which issue" in marco.cannot("campaign.debrief", campaign)
    issue = marco.lists("Nobody hears what came of it")
    marco.does("campaign.debrief", campaign, issue=issue)
    assert (asked(story)["stage"], asked(story)["issue"]) == ("debriefed", issue)
    owes = [one["held"]["owes"] for one in story.ward.reads("marco", "/desks/me")["owed"]]
    assert "tell" not in owes


def test_what_was_answered_stands_on_the_scorecard_beside_what_was_done(
    story: OverHttp, passer_by: FlaskClient
) -> None:
    marco = story.somebody("marco")
    campaign = marco.does("campaign.open", unit="4-west", closes="2025-01-13", least="5")
    for heard in (5, 4, 4, 2, 5):
        answers(passer_by, campaign, 3, heard, 3)
    story.on("2025-01-13")
    ward = story.ward
    with passer_by.session_transaction() as kept:
        kept[session.TOKEN] = ward.house.sessions.begin(ward.who["marco"], ward.house.now())
    page = passer_by.get("/scorecard?unit=4-west").text
    assert "at least 80 % of 5, between 38 and 100 %" in page
    assert "No survey yet asks whether people here dare to speak" not in page
    assert "No survey yet asks whether people here are treated with respect" in page
