"""Counsel, whose browser runs no scripts, holds a record; an erasure that the privacy officer asks for on her phone must wait.
The hold is lifted, the words go, and `heard doctor` says that a record stands where they stood. Through the browser."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from services.serving.beat import Beat
from tests.browser.sight import axe
from tests.cli.terminal import Terminal
from tests.erasing.test_erasing import found
from tests.stories.guards import Guarded, guarding
from workflows.concern.commands import Raise

pytestmark = pytest.mark.browser

SAID = "Mr Finch in room nine fell, and his name stands here."
MATTER = "Finch against the hospital, file 17."


@pytest.fixture
def guarded(page: Page, plain: Page, tmp_path: Path) -> Iterator[Guarded]:
    with guarding(tmp_path, pia=page, clara=plain) as story:
        yield story


def test_an_erasure_waits_for_a_hold_and_then_leaves_a_record(guarded: Guarded, tmp_path: Path) -> None:
    guarded.here.does("nora", Raise(unit="4-west", what=SAID))
    voice = guarded.id_on(as_a_leader_reads_it(guarded))
    sealed = ciphertext(guarded, voice)
    hold = counsel_holds(guarded, voice)
    the_erasure_must_wait(guarded, voice, hold)
    assert found(guarded.here.house.directory, sealed) == len(sealed), "nothing that is held has gone"

    counsel_lifts(guarded, hold)
    record = the_words_go(guarded)
    assert found(guarded.here.house.directory, sealed) == 0
    expect(as_a_leader_reads_it(guarded, voice).get_by_text("(these words were erased)").first).to_be_visible()
    expect(guarded.borrows("pia", "nora", "/answers").get_by_text(SAID)).to_have_count(0)
    assert f"words were erased with record {record}" in what_the_doctor_says(tmp_path)


def as_a_leader_reads_it(guarded: Guarded, voice: str | None = None) -> Page:
    if voice:
        return guarded.borrows("pia", "marco", f"/voice/{voice}")
    page = guarded.borrows("pia", "marco", "/unit/4-west")
    page.get_by_role("link", name=SAID).click()
    expect(page.get_by_text(SAID).first).to_be_visible()
    return page


def ciphertext(guarded: Guarded, voice: str) -> list[bytes]:
    """What lies sealed in the files, and what opens it."""
    house = guarded.here.house
    facts = [house.clerk.mapper.fact(row) for row in house.ledger.stream_rows(voice)]
    kept = house.ledger.sealed([(fact.seq, part.part) for fact in facts for part in fact.head.sealed]).values()
    return [cipher for *_, cipher in kept] + [house.vault.key(key) or b"no key" for _, _, key, _, _ in kept]


def counsel_holds(guarded: Guarded, voice: str) -> str:
    page = guarded.goes("clara", "/")
    page.get_by_role("link", name="Place a hold").click()
    page.get_by_role("button", name="Place the hold").click()
    expect(page.get_by_text("Say it in a few words: Why is it held?").first).to_be_visible()
    page.get_by_label("Why is it held?").fill(MATTER)
    page.get_by_label("On one record?").fill(voice)
    page.get_by_role("button", name="Place the hold").click()
    expect(page.get_by_text("The hold stands. Nothing it covers is erased until it is lifted.")).to_be_visible()
    expect(page.get_by_text(MATTER)).to_be_visible()
    return page.get_by_role("rowheader", name="#").inner_text().strip()


def the_erasure_must_wait(guarded: Guarded, voice: str, hold: str) -> None:
    page = guarded.goes("pia", "/")
    page.get_by_role("link", name="Erase a record").click()
    expect(page.get_by_label("Which record?")).to_be_visible()
    axe(page)
    page.get_by_label("Which record?").fill(voice)
    page.get_by_label("The person asked for it").check()
    page.get_by_label("Who approved it?").select_option("Clara Voss")
    page.get_by_role("button", name="Have it erased").click()
    expect(page.get_by_text(f"waits for hold {hold}")).to_be_visible()
    expect(page.get_by_text(MATTER)).to_have_count(0)
    expect(page.get_by_role("link", name="Lift")).to_have_count(0)
    axe(page)
    expect(as_a_leader_reads_it(guarded).get_by_text(SAID).first).to_be_visible()


def counsel_lifts(guarded: Guarded, hold: str) -> None:
    page = guarded.goes("clara", "/privacy")
    expect(page.get_by_text(f"waits for hold {hold}")).to_be_visible()
    page.get_by_role("link", name="Lift").click()
    page.get_by_label("Why is it lifted?").fill("Settled out of court.")
    page.get_by_role("button", name="Lift the hold").click()
    expect(page.get_by_text("Lifted. What waited for it is erased now")).to_be_visible()
    expect(page.get_by_text("; lifted")).to_be_visible()


def the_words_go(guarded: Guarded) -> str:
    """By themselves, while the hospital is served; gives the number of the record."""
    page = guarded.goes("pia", "/privacy")
    erased = page.get_by_text("erased, with record #")
    with Beat(guarded.here.house):
        while not erased.is_visible():
            page.wait_for_timeout(200)
            page.reload()
    (record,) = re.findall(r"with record #(\d+)", erased.inner_text())
    return str(record)


def what_the_doctor_says(home: Path) -> str:
    said = Terminal(home)("doctor")
    return next(line for line in said.out.splitlines() if line.startswith("ok") and " ledger " in line)
