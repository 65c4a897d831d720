"""Evidence taken out at the terminal, and the head that is kept elsewhere."""

import subprocess
import sys
import zipfile
from contextlib import chdir
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal


@pytest.fixture
def alder_begun(alder: Terminal) -> Terminal:
    assert alder("start", "--unit", "4 West", "--unit", "ICU", "--yes").status == 0
    return alder


def test_a_unit_s_evidence_is_checked_without_us(alder_begun: Terminal, tmp_path: Path) -> None:
    head, shown = alder_begun("head", "--json").found, alder_begun("head").out
    with chdir(tmp_path):
        told = alder_begun("export", "evidence", "4 West")
    assert told.status == 0
    assert "of a log of" in told.out
    (file,) = tmp_path.glob("evidence-*.zip")
    with zipfile.ZipFile(file) as packed:
        packed.extractall(tmp_path / "unpacked")
    (tmp_path / "kept").write_text(shown, encoding="utf-8")  # with the key beneath it, as it was shown
    asked = [sys.executable, "-I", str(tmp_path / "unpacked" / "verify.py")]
    found = subprocess.run(
        [*asked, "--key", head["key"], "--checkpoint", str(tmp_path / "kept")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout
    assert "It continues the" in found.stdout


def test_what_is_asked_for_must_be_there(alder_begun: Terminal) -> None:
    assert alder_begun("export", "evidence", "Nowhere").status == 1
    assert alder_begun("export", "evidence", "--issue", "999").status == 1
    assert alder_begun("export", "evidence", "ICU", "--issue", "1").status == 2


def test_nothing_is_written_over(alder_begun: Terminal, tmp_path: Path) -> None:
    with chdir(tmp_path):
        assert alder_begun("export", "evidence").status == 0
        again = alder_begun("export", "evidence")
    assert again.status != 0
    assert "is there already" in again.err
