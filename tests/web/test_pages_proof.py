"""Everybody may take the head of the ledger home; it tells nothing, and fixes everything."""

import html

from services.proof.checkpoint import read
from services.proof.note import verifier_of
from tests.web.alder import Alder
from tests.web.conftest import Enter
from workflows.issue import commands as i


def test_the_signed_head_and_the_key_stand_on_one_page(hospital: Alder, enter: Enter) -> None:
    hospital.does("marco", i.List(unit="4-west", title="The fax"))
    page = html.unescape(enter("nora").get("/proof").text)
    house = hospital.house
    head, note = house.proof.checkpoint()
    assert note.strip() in page
    assert house.proof.verifier in page
    assert read(note, [verifier_of(house.proof.verifier)]).size == head.size == house.ledger.head()[0]
    assert "The fax" not in page


def test_a_rewritten_log_says_so_to_everybody(hospital: Alder, enter: Enter) -> None:
    nora = enter("nora")
    nora.get("/proof")
    hospital.house.ledger._writer.execute("UPDATE events SET leaf = zeroblob(32) WHERE seq = 3")  # type: ignore[attr-defined] # somebody with the file in hand
    hospital.house._proof = None
    page = nora.get("/proof").text
    assert "does not continue" in page
    assert hospital.house.proof.verifier in html.unescape(page)


def test_help_says_plainly_what_nobody_can_tell_without_a_head_from_outside(enter: Enter) -> None:
    page = html.unescape(enter("nora").get("/help").text)
    assert "Without one nobody can: somebody with the ledger and the signer’s key can rewrite the whole history" in page
