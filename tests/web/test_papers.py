"""Papers of the pages: what the page says, under the page's rights, with what fixes the ledger at its foot."""

from services.proof.checkpoint import Checkpoint
from tests.printing.reading import Read, read
from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from tests.web.test_pages_download import exports
from tests.web.test_pages_month import SAID, lift

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


def test_the_month_of_all_units_ranks_none(lift: str, enter: Enter) -> None:
    found = printed(enter("ines"), "/month.pdf")
    assert "4 West 0 1 1 1 0 held 1 1" in found.text
    assert "Units are not ranked" in found.text
