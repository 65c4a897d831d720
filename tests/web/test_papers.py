"""Papers of the pages: what the page says, under the page's rights, with what fixes the ledger at its foot."""

from flask import Flask

from services.printing.paper import Words
from services.proof.checkpoint import Checkpoint
from services.web.papers.making import served
from tests.printing.reading import Read, read
from tests.printing.test_press import paper
from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from tests.web.test_pages_download import exports
from tests.web.test_pages_month import SAID, lift
from workflows.issue.commands import List, Resolve
from workflows.privilege.commands import Designate

__all__ = ["lift"]


def printed(browser: Browser, path: str) -> Read:
    answer = browser.get(path)
    assert answer.content_type == "application/pdf"
    return read(answer.data)


def stands_for(found: Read, head: Checkpoint) -> bool:
    """Whether it carries the head, and by what it was counted."""
    lines = [f"{head.size:,} facts", *head.text.split(), "counted by scoring/1"]
    return all(line in found.text for line in lines)


def test_the_month_is_taken_along_as_the_page_tells_it(hospital: Alder, lift: str, enter: Enter) -> None:
    marco = enter("marco")
    assert 'href="/unit/4-west/month.pdf"' in marco.get("/unit/4-west/month").text
    found = printed(marco, "/unit/4-west/month.pdf")
    assert (found.title, found.pages, found.tagged) == ("4 West, June 2025, up to 12 Jun", 1, True)
    assert f"Put right • {SAID}" in found.text
    assert "Still waiting, the longest first • Slings are missing: waits on" in found.text
    assert "1 heard" in found.text
    assert stands_for(found, hospital.house.proof.checkpoint()[0])
    assert exports(hospital) == [hospital.who["marco"]]

    may = printed(marco, "/unit/4-west/month.pdf?on=2025-05-31")
    assert may.title == "4 West, May 2025"
    assert "As it was on 31 May 2025, by everything known today." in may.text
    assert "Nothing was put right." in may.text


def test_what_is_privileged_is_on_no_paper_whoever_takes_it(hospital: Alder, lift: str, enter: Enter) -> None:
    hospital.does("ines", Designate(about=lift, reason="Counsel asks"))
    ines = enter("ines")
    assert SAID in ines.get("/unit/4-west/month").text, "she reads it"
    for path in ("/unit/4-west/month.pdf", "/unit/4-west/replay.pdf?on=2025-05-31"):
        assert SAID not in printed(ines, path).text, path
    assert ines.get(f"/trace/{lift}/packet.pdf").status_code == 404


def test_the_month_of_all_units_ranks_none(lift: str, enter: Enter) -> None:
    found = printed(enter("ines"), "/month.pdf")
    assert "4 West 0 1 1 1 0 held 1 1" in found.text
    assert "Units are not ranked" in found.text


def test_a_stop_of_a_replay_holds_both_readings_and_the_link_that_stays(
    hospital: Alder, lift: str, enter: Enter
) -> None:
    hospital.does("marco", List(unit="4-west", title="A late entry"), occurred="2025-05-20")
    marco = enter("marco")
    path = "/unit/4-west/replay.pdf?on=2025-05-31"
    assert 'href="/unit/4-west/replay.pdf?as_of=' in marco.get("/unit/4-west/replay?on=2025-05-31").text
    found = printed(marco, path)
    assert found.title == "4 West, Saturday 31 May 2025"
    assert "Figure What was known then What was true then" in found.text
    assert "Open issues 2 3 (differs)" in found.text, "what was entered in June about May"
    assert "A late entry not on record" in found.text
    assert "To be answered now" in found.text
    horizon = hospital.house.ledger.head()[0]
    link = f"/unit/4-west/replay?as_of={horizon - 1}&on=2025-05-31"
    assert link in found.text.replace("http://localhost", "").replace(" ", "")
    assert stands_for(found, hospital.house.proof.checkpoint()[0])
    assert "5 May 2025 beside 31 May 2025" in printed(marco, f"{path}&beside=2025-05-05").text
    later = printed(marco, path.replace("?", f"?as_of={horizon - 1}&"))
    assert later.text.split("The record behind")[0] == found.text.split("The record behind")[0]


def test_a_packet_follows_one_concern_and_holds_nothing_restricted(hospital: Alder, lift: str, enter: Enter) -> None:
    gone = hospital.does("marco", List(unit="4-west", title="What counsel took"))
    hospital.does("marco", Resolve(evidence="Done"), gone)
    ines = enter("ines")
    found = printed(ines, f"/trace/{lift}/packet.pdf")
    assert found.title.endswith(SAID)
    hops = ("Somebody spoke", "It was listed", "Something stood in the way", "The unit looked", "They said whether")
    assert [hop for hop in hops if hop not in found.text] == []
    assert "“The key hangs at the desk”" in found.text
    assert "Gap: Nothing is on record." not in found.text
    assert stands_for(found, hospital.house.proof.checkpoint()[0])
    hospital.does("ines", Designate(about=gone, reason="Counsel asks"))
    assert enter("marco").get(f"/trace/{gone}/packet.pdf").status_code == 404
    assert enter("kim").get(f"/trace/{lift}/packet.pdf").status_code == 404


def test_what_would_be_hundreds_of_pages_leads_back_to_its_page(app: Flask) -> None:
    long = paper(Words("Nobody answers the call at night. " * 20_000))
    with app.test_request_context():
        answer = served(long, "long", "/month")
    assert (answer.status_code, answer.location) == (303, "/month")
