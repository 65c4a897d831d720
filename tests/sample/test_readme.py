"""The README is run: its commands exist, its pictures are there, its rooms are the tree's."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
LINES = re.findall(r"^\$ (heard .+)$", README, re.MULTILINE)


def test_the_journey_has_five_lines() -> None:
    assert len(LINES) == 5


@pytest.mark.parametrize("line", LINES)
def test_each_line_of_the_journey_runs(line: str, home: Path, tmp_path: Path) -> None:
    (tmp_path / "tests").symlink_to(ROOT / "tests")
    heard = Path(sys.executable).with_name("heard")
    done = subprocess.run(
        [str(heard), *shlex.split(line)[1:]],
        cwd=tmp_path,
        env={**os.environ, "HEARD_HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) > 3


def test_the_two_commands_are_in_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^make (\w+)", README, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_every_picture_and_room_it_names_is_there() -> None:
    for path in re.findall(r"!\[[^]]*\]\(([^)]+)\)", README) + re.findall(r"^\| `(\w+/)`", README, re.MULTILINE):
        assert (ROOT / path).exists(), path
