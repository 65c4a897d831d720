"""Whatever is said wrongly or cannot be done ends in a sentence: status 1 or 2, never a traceback."""

from pathlib import Path

import pytest

from tests.cli.terminal import Said, Terminal


def told(said: Said, status: int) -> str:
    """The one sentence that was said, once it is known to be one."""
    assert said.status == status, said
    assert said.out == ""
    assert "Traceback" not in said.err
    assert 1 <= said.err.count("\n") <= 3, said.err
    return said.err


@pytest.mark.parametrize("words", [["board", "4-west"], ["tick"], ["doctor"], ["serve"], ["desk", "x"], ["rebuild"]])
def test_without_a_hospital_one_is_told_how_to_make_one(heard: Terminal, words: list[str]) -> None:
    assert "`heard start` makes one" in told(heard(*words), 1)


@pytest.mark.parametrize(
    "words",
    [
        ["bord"],
        ["board"],
        ["board", "4-west", "--as-of"],
        ["board", "4-west", "--sideways"],
        ["do", "issue", "close"],
        ["do", "issue", "devour", "#1"],
        ["do", "dragon", "raise"],
        ["do", "concern", "raise", "--unit", "4-west", "--what", "x", "--kind", "rumour"],
        ["do", "unit", "open", "--slug", "4 West!", "--name", "x"],
        ["do", "issue", "list", "--unit", "4-west", "--title", "x", "--due", "soon"],
        ["do", "concern", "raise", "--unit", "4-west", "--kind", "idea", "--what", "x" * 9_000],
        ["board", "4-west", "--as-of", "yesterday"],
        ["board", "4-west", "--on", "2025-02-30"],
        ["board", "4-west", "--as-of", "9999999"],
        ["serve", "--port", "70000"],
        ["serve", "--sample", "--hospital", "x"],
        ["migrate"],
        ["do", "concern", "raise", "--unit", "4-west", "--what", "x", "--id", "the same again"],
    ],
)
def test_what_is_not_said_rightly(alder: Terminal, words: list[str]) -> None:
    told(alder(*words), 2)


@pytest.mark.parametrize(
    "words",
    [
        ["board", "moon"],
        ["timeline", "#1"],
        ["timeline", "#0"],
        ["timeline", "#99999999999999999999"],
        ["timeline", "issue-00000000000000000000000000"],
        ["desk", "Nobody Known"],
        ["password", "Nobody Known"],
        ["leave", "Nobody Known"],
        ["leave", "Dana Cole", "--to", "Nobody Known"],
        ["do", "issue", "close", "#77"],
        ["do", "issue", "close", "issue-00000000000000000000000000"],
        ["do", "barrier", "log", "--what", "x", "--unit", "4-west", "--holder", "Nobody Known"],
        ["do", "unit", "open", "--slug", "4-west", "--name", "Another"],
        ["start", "--unit", "4-west=Another", "--yes"],
        ["start", "--people", "/nowhere.csv", "--yes"],
        ["start", "--partner", "ICU=Nobody Known", "--yes"],
        ["board", "4-west", "--hospital", "/nowhere"],
        ["serve", "--host", "203.0.113.9"],
        ["do", "issue", "list", "--unit", "4-west", "--title", "x", "--due", "2025-02-30"],
        ["do", "concern", "raise", "--unit", "4-west", "--what", "x", "--behalf", "Somebody Sick"],
    ],
)
def test_what_cannot_be_done(alder: Terminal, words: list[str]) -> None:
    told(alder(*words), 1)


@pytest.mark.parametrize(
    "day", ["yesterday", "2025-02-30", "2025-1-1", "1066", "2025-01-17T14:05", "2999-01-01", "２０２５"]
)
def test_what_never_happened_stands_in_no_fact(alder: Terminal, day: str) -> None:
    told(alder("do", "concern", "raise", "--unit", "4-west", "--what", "x", "--occurred", day), 1)
    assert alder("board", "4-west").status == 0


def test_a_name_spoken_for_is_in_no_fact(alder: Terminal) -> None:
    assert alder("do", "concern", "raise", "--unit", "4-west", "--what", "x", "--behalf", "Dana Cole").status == 0
    assert b"Dana Cole" not in b"".join(path.read_bytes() for path in alder.place.glob("ledger.sqlite*"))


def test_nothing_of_a_faulty_file_of_people_is_written(heard: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("name,role,unit\nAda,boss,moon\n", encoding="utf-8")
    words = (
        "start",
        "--name",
        "Alder Creek",
        "--zone",
        "America/Chicago",
        "--unit",
        "ICU",
        "--people",
        str(file),
        "--yes",
    )
    said = told(heard(*words), 1)
    assert "row 2, role: There is no role 'boss'" in said
    assert "row 2, unit: There is no unit 'moon'" in said
    assert not heard.place.exists()


def test_starting_needs_a_name_where_nobody_can_be_asked(heard: Terminal) -> None:
    assert "What is the hospital called? Say it with --name." in told(heard("start"), 2)


@pytest.mark.parametrize("file", ["ledger.sqlite", "vault.sqlite", "people.sqlite"])
def test_a_damaged_file_is_named(alder: Terminal, file: str) -> None:
    for companion in alder.place.glob(f"{file}-*"):
        companion.unlink()
    (alder.place / file).write_bytes(b"no database, certainly" * 1_000)
    told(alder("board", "4-west"), 1)
    examined = alder("doctor")
    assert examined.status == 1
    assert "FAULT" in examined.out
    assert "Traceback" not in examined.err


@pytest.mark.parametrize("empty", [False, True])
@pytest.mark.parametrize("name", ["ledger", "vault", "people", "intake", "attachments"])
def test_what_does_not_regrow_is_never_begun_anew(alder: Terminal, name: str, empty: bool) -> None:
    """Facts would fork, keys and people be gone, and an empty directory of people lets anybody begin."""
    for file in alder.place.glob(f"{name}.sqlite*"):
        file.unlink()
    if empty:
        (alder.place / f"{name}.sqlite").touch()
    left = {file.name: file.stat().st_size for file in alder.place.glob(f"{name}.sqlite*")}
    for words in (["board", "4-west"], ["start", "--unit", "ER", "--yes"], ["serve", "--port", "0"]):
        assert f"{name}.sqlite is missing" in told(alder(*words), 1)
    assert "FAULT" in alder("doctor").out
    assert {file.name: file.stat().st_size for file in alder.place.glob(f"{name}.*")} in (
        left,
        left | {"ledger.lock": 0},
    )


def test_damaged_views_grow_again(alder: Terminal) -> None:
    for companion in alder.place.glob("views.sqlite-*"):
        companion.unlink()
    (alder.place / "views.sqlite").write_bytes(b"no database, certainly" * 1_000)
    assert alder("board", "4-west").status == 0


def test_a_damaged_plate_is_told(alder: Terminal) -> None:
    (alder.place / "hospital.json").write_text("{", encoding="utf-8")
    assert "cannot be read" in told(alder("board", "4-west"), 1)


def test_several_hospitals_must_be_told_apart(alder: Terminal) -> None:
    alder("start", "--name", "Birch Hill", "--zone", "Europe/Zurich", "--unit", "ER", "--yes")
    assert "alder-creek, birch-hill" in told(alder("board", "4-west"), 2)
    assert alder("board", "ER", "--hospital", str(alder.home / "birch-hill")).status == 0


def test_settings_that_are_none_are_told(tmp_path: Path) -> None:
    assert "HEARD_PORT" in told(Terminal(tmp_path, HEARD_PORT="many")("board", "x"), 1)
