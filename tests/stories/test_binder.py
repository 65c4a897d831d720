"""A quality director hands the PSSM register in: what stands in it, what shows it, what is missing, and the proof, in one file
that somebody without us checks."""

import io
import re
from pathlib import Path
from zipfile import ZipFile

from services.errands.carrying import carry_out
from services.errands.errand import ExportBinder
from tests.evidence.test_bundle import verify, words
from tests.printing.reading import Read, read
from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter, app, enter, hospital
from tests.web.test_papers import stands_for
from workflows.issue.commands import List, Resolve
from workflows.kernel.standards import Standards
from workflows.privilege.commands import Designate
from workflows.standard.commands import Attest, NoteGap

__all__ = ["app", "enter", "hospital"]

MINUTES = "Stands in the minutes of May"


def lines(hospital: Alder, group: str) -> tuple[str, ...]:
    known: Standards = hospital.house.clerk.standards.now()[1]
    return known.of_group(group)


def taken(ines: Browser, to: Path, day: str = "") -> Path:
    """By the button of the page."""
    page = ines.get(f"/register/pssm{day}").text
    href = re.search(r'href="(/register/pssm/binder\.zip[^"]*)"', page)
    assert href, "there is a button"
    answer = ines.get(href[1])
    assert answer.content_type == "application/zip"
    to.write_bytes(answer.data)
    answer.close()
    return to


def paper(binder: Path) -> Read:
    with ZipFile(io.BytesIO(binder.read_bytes())) as packed:
        return read(packed.read("binder.pdf"))


def test_a_quality_director_produces_the_binder(hospital: Alder, enter: Enter, tmp_path: Path) -> None:
    house = hospital.house
    hospital.on("2025-05-02")
    lift = hospital.does("marco", List(unit="4-west", title="One lift for three units"))
    gone = hospital.does("marco", List(unit="4-west", title="What counsel took"))
    hospital.does("marco", Resolve(evidence="It stands in the store"), lift)
    hospital.does("ines", Designate(about=gone, reason="Counsel asks"))
    first, second, *others, last = lines(hospital, "pssm_lead")
    hospital.on("2025-06-02")
    hospital.does("ines", Attest(item=first, words=MINUTES, evidence=(lift,)))
    hospital.does("ines", NoteGap(item=second, owner=hospital.who["ruth"], due="2025-09-01"))
    hospital.on("2025-07-01")
    for item in others:
        hospital.does("ines", Attest(item=item, words="Told by phone", evidence=(gone,)))

    ines = enter("ines")
    binder = taken(ines, tmp_path / "binder.zip")
    status, said = verify(binder, "--key", str(_kept(tmp_path, house.proof.verifier)))
    assert (status, "FAILED 0" in said) == (0, True), said
    found = paper(binder)
    assert found.title == "Patient Safety Structural Measure"
    assert "3 of 25 in place" in found.text
    assert f"“{MINUTES}”" in found.text
    assert "Resolved: “It stands in the store”" in found.text, "what was named to show it"
    entry = next(row[0] for row in house.ledger.rows(0, 10_000) if row[4] == "standard.attested")
    assert f"entry {entry:,}, {house.ledger.leaves(entry - 1, 1)[0].hex()[:8]}" in found.text.replace("\n", " ")
    assert re.search(r"acts on it Gap [^;]*;? ?Quality director \(Ines Moreau", found.text), (
        "who could say what is missing"
    )
    assert stands_for(found, house.proof.checkpoint()[0])
    assert {MINUTES, "It stands in the store"} <= words(binder)
    assert "What counsel took" not in found.text
    assert "What counsel took" not in words(binder), "she reads it, and hands it to nobody"

    june = paper(taken(ines, tmp_path / "june.zip", "?on=2025-06-15"))
    assert "1 of 25 in place" in june.text
    assert "As it was on 15 June 2025, by everything known today." in june.text
    assert "Told by phone" not in june.text
    out = tmp_path / "terminal.zip"
    told = carry_out(house, ExportBinder(register="pssm", to=str(out), on="2025-06-15"), lambda _: None)
    assert (told.status, verify(out)[0]) == (0, 0), told.said
    assert _body(paper(out)) == _body(june), "the terminal writes the same"
    assert carry_out(house, ExportBinder(register="nothing", to=str(out)), lambda _: None).status == 1
    assert last, "a domain is no point while one of its lines is missing"
    assert "0 of 5 points" in found.text


def _kept(where: Path, key: str) -> Path:
    kept = where / "key"
    kept.write_text(key, encoding="utf-8")
    return kept


def _body(paper: Read) -> str:
    """Without what speaks of the head of the ledger, which grows with every file that is taken out."""
    return re.sub(r"Entry \d+ · root \S+", "", paper.text.split("How it stands", 2)[-1])
