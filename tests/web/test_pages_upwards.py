"""What goes to the board, on one page: stories, minutes, serious events, each for whoever may read it."""

from tests.web.alder import Alder
from tests.web.conftest import Enter
from workflows.issue import commands as i
from workflows.notice import commands as n


def test_a_story_begins_on_the_page_of_an_issue_that_is_closed(hospital: Alder, enter: Enter) -> None:
    issue = hospital.does("marco", i.List(unit="4-west", title="The fax"))
    marco = enter("marco")
    form = f"/do/story/publish?unit=4-west&about={issue}&next=/issue/{issue}"
    assert "/do/story/publish" not in marco.get(f"/issue/{issue}").text
    hospital.does("marco", i.Resolve(evidence="It is gone"), issue)
    hospital.does("marco", i.Close(), issue)
    assert form.replace("&", "&amp;") in marco.get(f"/issue/{issue}").text
    assert marco.send(form, words="The fax is <b>gone</b>", unit="4-west").status_code == 409
    told = {"words": "The fax is <b>gone</b>", "unit": "4-west", "nobody_named": "yes"}
    assert marco.send(form, **told).location == f"/issue/{issue}"
    assert "The fax is &lt;b&gt;gone" in enter("ines").get("/upwards").text


def test_the_minutes_of_the_board_stand_beside_the_aim(enter: Enter) -> None:
    ines = enter("ines")
    form = "/do/presentation/record?next=/upwards"
    assert form in ines.get("/upwards").text
    met = {"day": "2025-01-06", "minutes": "120", "safety_minutes": "30", "words": "Ask about nights"}
    assert ines.send(form, **met).location == "/upwards"
    page = ines.get("/upwards").text
    assert "30 of 120 minutes (25 %)" in page
    assert "20 % is the aim" in page
    assert "/do/presentation" not in enter("clara").get("/upwards").text


def test_a_serious_event_is_told_from_the_page_and_few_read_it(hospital: Alder, enter: Enter) -> None:
    stream = hospital.does("ines", n.Open(what="A fall on the stairs", known="2025-01-06"))
    ines = enter("ines")
    assert "not yet" in ines.get("/upwards").text
    assert "A fall on the stairs" in enter("clara").get("/upwards").text
    assert "A fall on the stairs" not in enter("pia").get("/upwards").text
    assert enter("marco").get("/upwards").status_code == 404
    for who in ("board", "executives"):
        form = f"/do/notice/tell?to={stream}&audience={who}&day=2025-01-06&next=/upwards"
        assert form.replace("&", "&amp;") in ines.get("/upwards").text
        assert ines.send(form, audience=who, day="2025-01-06", how="phone").location == "/upwards"
    assert "told in time" in ines.get("/upwards").text
