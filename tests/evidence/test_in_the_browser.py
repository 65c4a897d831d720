"""The bundle's own page, opened from the disk: it says what `verify.py` says, of whole bundles and of spoilt ones."""

import random
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from services.evidence.scope import Scope
from services.proof.note import verifier_of
from services.proof.policy import policy_of
from services.proof.witness import Witness
from services.serving.witnessing import listening
from tests.evidence.conftest import Evident
from tests.evidence.test_bundle import UNIT, bundle, spans, verify
from tests.evidence.test_tampering import KINDS, UNIT_KINDS, Files, unit_bundle, whole_bundle

HOLDS = "Everything here was in the log, in its place and unchanged, when the hospital signed its head."


@pytest.fixture
def page(browser: Browser, evident: Evident, tmp_path: Path) -> Iterator[Page]:
    """The page out of a bundle, as a surveyor opens it, without a network."""
    bundle(evident, tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as packed:
        packed.extract("index.html", tmp_path)
    context = browser.new_context(offline=True)
    opened = context.new_page()
    opened.goto((tmp_path / "index.html").as_uri())
    yield opened
    context.close()


def choose(page: Page, file: Path) -> str:
    page.locator("#bundle").set_input_files(file)
    verdict = page.locator("#verdict")
    expect(verdict).not_to_have_text("Checking …")
    expect(verdict).not_to_have_text("Choose a bundle.")
    return verdict.inner_text()


def test_a_whole_bundle_holds(page: Page, evident: Evident, tmp_path: Path) -> None:
    done = bundle(evident, tmp_path / "again.zip")
    page.get_by_label("public key").fill(evident.house.proof.verifier)
    page.get_by_label("A checkpoint").fill(f"On Monday:\n\n{evident.house.proof.checkpoint()[1]}\nKey: x")
    assert choose(page, tmp_path / "again.zip") == HOLDS
    said = page.locator("#said").inner_text()
    assert f"Verified: {done.entries} entries" in said
    assert "Erased with a record: 1." in said
    assert "of the checkpoint you kept" in said
    assert "One lift for three units" in page.locator("#entries").inner_text()
    assert "came with the bundle" not in said


def test_a_time_holds_and_what_is_left_out_of_it_is_missed(page: Page, evident: Evident, tmp_path: Path) -> None:
    since, until = spans(evident)
    bundle(evident, tmp_path / "time.zip", Scope("unit", "4-west", (since, until)))
    assert choose(page, tmp_path / "time.zip") == HOLDS
    ours = re.search(r"All (\d+) entries of 4-west recorded from", page.locator("#said").inner_text())
    assert ours
    assert f"All {ours[1]} entries of 4-west recorded from" in verify(tmp_path / "time.zip")[1]
    with zipfile.ZipFile(tmp_path / "time.zip") as packed, zipfile.ZipFile(tmp_path / "less.zip", "w") as less:
        for name in packed.namelist():
            content = packed.read(name)
            if name == "entries":
                content = b"".join(re.split(rb"(?m)^(?=heard/1 )", content)[2:])
            less.writestr(name, content)
    assert choose(page, tmp_path / "less.zip") != HOLDS


def test_a_unit_holds(page: Page, evident: Evident, tmp_path: Path) -> None:
    bundle(evident, tmp_path / "unit.zip", UNIT)
    assert choose(page, tmp_path / "unit.zip") == HOLDS


def test_another_hospital_s_key_opens_nothing(page: Page, evident: Evident, tmp_path: Path) -> None:
    page.get_by_label("public key").fill(evident.house.proof.verifier.replace("small", "large"))
    assert "NAME+HASH+KEY" in choose(page, tmp_path / "all.zip")


def test_witnesses_are_held_against_a_policy(page: Page, evident: Evident, tmp_path: Path) -> None:
    keys = [verifier_of(evident.house.proof.verifier)]
    office, other = (
        Witness(tmp_path / name, f"{name}.example", keys, lambda: 1_800_000_000) for name in ("office", "other")
    )
    trusted = f"witness office {office.verifier}\nwitness other {other.verifier}\n"
    with listening(office, "127.0.0.1", 0) as server:
        Thread(target=server.run, daemon=True).start()
        asked = policy_of(f"witness office {office.verifier} http://127.0.0.1:{server.port}\nquorum office\n")
        evident.house.proof.policy = asked
        assert bundle(evident, tmp_path / "witnessed.zip").missing == ()
    policy = page.get_by_label("The witnesses you trust")
    policy.fill(f"{trusted}group enough 1 office other\nquorum enough\n")
    assert choose(page, tmp_path / "witnessed.zip") == HOLDS
    said = page.locator("#said").inner_text()
    assert "Witness office has cosigned the head on 2027-01-15 at 08:00 UTC." in said
    assert "Witness other has not cosigned the head." in said
    policy.fill(f"{trusted}group enough all office other\nquorum enough\n")
    policy.blur()
    expect(page.locator("#verdict")).to_contain_text("Too few of the witnesses you trust have cosigned the head.")
    (tmp_path / "trusted").write_text(policy.input_value(), encoding="utf-8")
    assert verify(tmp_path / "witnessed.zip", "--policy", str(tmp_path / "trusted"))[0] == 1


@pytest.mark.parametrize("about", ["all", "unit"])
def test_both_verifiers_say_the_same_of_spoilt_bundles(
    page: Page, evident: Evident, tmp_path: Path, about: str
) -> None:
    files: Files = unit_bundle(evident, tmp_path / "unit.zip")
    if about == "all":
        files = whole_bundle(evident, tmp_path / "all.zip")
    for number, tamper in enumerate(KINDS if about == "all" else UNIT_KINDS):
        changed = dict(files)
        tamper(changed, random.Random(number))
        spoilt = tmp_path / f"{number}.zip"
        with zipfile.ZipFile(spoilt, "w", zipfile.ZIP_DEFLATED) as packed:
            for name, content in changed.items():
                packed.writestr(name, content)
        assert choose(page, spoilt) != HOLDS, tamper.__name__
        assert verify(spoilt)[0] != 0, tamper.__name__
