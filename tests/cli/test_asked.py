"""`heard start` as a conversation, on a terminal."""

import os
import pty
import select
import subprocess
from pathlib import Path

from tests.cli.terminal import HEARD, Terminal

ANSWERS = ("Alder Creek", "", "America/Chicago", "4 West", "ICU", "", "", "", "", "")
"""Name, the slug as suggested, zone, two units and no more; no file of people, no partners, no log."""


def conversation(home: Path, answers: tuple[str, ...]) -> str:
    """Everything that stood on the terminal in the end."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "HEARD_HOME": str(home), "TERM": "dumb"}
    process = subprocess.Popen([HEARD, "start"], stdin=theirs, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
    seen = b""
    while select.select([ours], [], [], 60)[0]:
        try:
            seen += os.read(ours, 65_536)
        except OSError:  # the other side has left
            break
    os.close(ours)
    process.wait(60)
    return seen.decode()


def test_it_asks_for_everything_and_makes_the_hospital(tmp_path: Path) -> None:
    seen = conversation(tmp_path / "home", ANSWERS)
    assert "Its short name, for ever? [alder-creek]" in seen
    assert "Executive partner of 4 West" in seen
    assert "Alder Creek: 2 units, 0 people and 0 roles added." in seen
    board = Terminal(tmp_path / "home")("board", "ICU")
    assert (board.status, board.err) == (0, "")


def test_a_wrong_file_of_people_is_asked_for_again(tmp_path: Path) -> None:
    wrong, right = tmp_path / "wrong.csv", tmp_path / "right.csv"
    wrong.write_text("name,role,unit\nAnn Vale,gardener,ICU\n")
    right.write_text("name,role,unit\nAnn Vale,front-line staff,ICU\n")
    files = (str(tmp_path / "none.csv"), str(wrong), str(right))
    seen = conversation(tmp_path / "home", ("Alder Creek", "", "America/Chicago", "ICU", "", *files, "", ""))
    assert "none.csv: No such file or directory" in seen
    assert "row 2, role: There is no role 'gardener'; there are: Front-line staff; Physician;" in seen
    assert "Alder Creek: 1 unit, 1 person and 1 role added." in seen


def test_a_wrong_zone_or_short_name_is_asked_for_again_at_once(tmp_path: Path) -> None:
    answers = ("Alder Creek", "Alder Creek!", "alder", "Mars/Olympus", "America/Chicago", "ICU", *[""] * 5)
    seen = conversation(tmp_path / "home", answers)
    assert "'Alder Creek!' is no short name" in seen
    assert "'Mars/Olympus' is no time zone" in seen
    assert "Alder Creek: 1 unit, 0 people and 0 roles added." in seen
