"""From nothing to a board, in a handful of lines."""

from pathlib import Path

from tests.cli.terminal import Terminal

LIFT = ("--unit", "4-west", "--what", "One lift for three units: we wait an hour at night")


def test_a_hospital_is_started_and_its_board_is_empty(heard: Terminal) -> None:
    started = heard.start()
    assert started.status == 0
    assert "Alder Creek: 2 units, 4 people and 4 roles added." in started.out
    assert started.out.count("-") > 12
    board = heard("board", "4 West")
    assert board.out.startswith("4 West, ")
    assert "0 heard · 0 disagreed · 0 no reply · 0 cannot be reached · 0 withdrawn | 0 owed an answer" in board.out


def test_starting_again_adds_nothing_and_shows_no_password(alder: Terminal) -> None:
    before = alder("board", "4-west", "--json").found["as_of"]
    again = alder.start()
    assert "everything was there already" in again.out
    assert "sign-in" not in again.out
    assert alder("board", "4-west", "--json").found["as_of"] == before


def test_the_journey_of_one_lift(alder: Terminal) -> None:
    raised = alder("do", "concern", "raise", *LIFT, "--kind", "concern", "--json").found
    alder("do", "issue", "list", "--unit", "4-west", "--title", "One lift", "--from-concern", raised["stream"])
    (waiting,) = alder("board", "4-west", "--json").found["tables"]["Waiting"]
    number = waiting["number"]
    logged = alder(
        "do",
        "barrier",
        "log",
        "--unit",
        "4-west",
        "--what",
        "9,800 dollars",
        "--issues",
        number,
        "--holder",
        "Dana Cole",
    )
    assert (logged.status, logged.err) == (0, "")
    (waiting,) = alder("board", "4-west", "--json").found["tables"]["Waiting"]
    assert (waiting["desk"], waiting["untold"]) == ("Dana Cole", 1)
    (owed,) = alder("desk", "Dana Cole", "--json").found["tables"]["On the desk"]
    assert owed["owes"] == "accept"
    assert "Dana Cole" in alder("timeline", number).out
    refused = alder("do", "issue", "close", number)
    assert (refused.status, refused.out) == (1, "")
    assert refused.err.count("\n") == 1


def test_what_is_piped_is_plain(alder: Terminal) -> None:
    alder("do", "concern", "raise", *LIFT, "--kind", "concern")
    _, title, head, row = alder("board", "4 West").out.splitlines()
    assert title == "Owed an answer"
    assert head.split("\t")[:3] == ["said", "state", "by"]
    assert row.split("\t")[:3] == [LIFT[3], "owed", "4 West"]


def test_a_command_given_twice_is_done_once(alder: Terminal) -> None:
    words = (
        "do",
        "concern",
        "raise",
        *LIFT,
        "--kind",
        "concern",
        "--id",
        "5f0c1f3e-8a52-4c1c-9a43-0d1f9e2f9a11",
        "--json",
    )
    first, second = alder(*words), alder(*words)
    assert first.found == second.found
    other = alder(*words, "--idea", "another")
    assert (other.status, other.out) == (1, "")


def test_a_past_day_is_asked_for_in_two_ways(alder: Terminal) -> None:
    alder("do", "concern", "raise", *LIFT, "--kind", "concern", "--occurred", "2026-01-05")
    assert alder("board", "ICU", "--on", "2026-01-01", "--json").found["tables"]["Owed an answer"] == []
    known = alder("board", "4-west", "--as-of", "2026-01-10")
    assert "Nothing was known here yet" in known.out
    was = alder("board", "4-west", "--on", "2026-01-10", "--json").found
    assert [row["days"] for row in was["tables"]["Owed an answer"]] == [5]


def test_a_lost_password_is_replaced(alder: Terminal) -> None:
    first, second = (alder("password", "Ines Ferreira", "--json").found for _ in range(2))
    assert first["login"] == second["login"] == "ines.ferreira"
    assert first["password"] != second["password"]


def test_whoever_leaves_hands_over_first(alder: Terminal) -> None:
    alder("do", "barrier", "log", "--unit", "4-west", "--what", "9,800 dollars", "--holder", "Dana Cole", "--json")
    alder(
        "do",
        "promise",
        "make",
        "--holder",
        "Dana Cole",
        "--to",
        "unit-4-west",
        "--what",
        "A key",
        "--due",
        "2099-01-01",
    )
    refused = alder("leave", "Dana Cole")
    assert (refused.status, refused.out) == (1, "")
    assert "3 things to hand over before Dana Cole leaves:" in refused.err, "it holds the barrier and answers for it"
    assert "9,800 dollars" in refused.err
    assert alder("leave", "Dana Cole", "--to", "Dana Cole").status == 2
    left = alder("leave", "Dana Cole", "--to", "Tom Hale", "--json").found
    assert (left["handed"], left["roles"]) == (3, 1)
    assert len(alder("desk", "Tom Hale", "--json").found["tables"]["On the desk"]) == 2
    assert alder("password", "Dana Cole").status == 1, "no sign-in is left"
    assert "1 role ended" in alder("leave", "Lena Brandt").out


def test_clock_and_views_are_seen_to(alder: Terminal) -> None:
    assert alder("tick").out == "Nothing is due.\n"
    rebuilt = alder("rebuild", "--json").found
    assert rebuilt["same"] is True
    examined = alder("doctor")
    assert (examined.status, "FAULT" in examined.out) == (0, False)


def test_an_answer_on_its_way_still_counts_as_owed(alder: Terminal) -> None:
    raised = alder("do", "concern", "raise", *LIFT, "--kind", "concern", "--json").found
    answered = alder(
        "do", "concern", "answer", raised["stream"], "--answer", "A second lift comes.", "--outcome", "done"
    )
    assert (answered.status, answered.err) == (0, "")
    assert "| 1 owed an answer" in alder("board", "4-west").out


def test_a_hospital_begins_from_what_another_hands_on(alder: Terminal, tmp_path: Path) -> None:
    file = str(tmp_path / "template.json")
    assert alder("export", "template", "--out", file).status == 0
    began = alder("start", "--name", "Valley", "--zone", "America/Chicago", "--template", file, "--yes")
    assert began.status == 0, began.err
    assert "Valley: 2 units" in began.out
    assert alder("start", "--name", "Hill", "--zone", "America/Chicago", "--template", "small", "--yes").status == 0
    wrong = alder("start", "--name", "Dale", "--zone", "America/Chicago", "--template", __file__, "--yes")
    assert (wrong.status, wrong.err.count("\n")) == (1, 1)


def test_what_was_learned_is_shown(alder: Terminal) -> None:
    opened = alder("do", "learning", "open", "--unit", "4-west", "--what", "A drip came loose", "--json").found
    assert "A drip came loose" in alder("lessons", "4 West").out
    alder("do", "learning", "mark-factors", "--to", opened["stream"], "--hindered", "technology")
    (row,) = alder("lessons", "--json").found["tables"]["Being looked at"]
    assert (row["unit"], row["way"], row["library"]) == ("4 West", "defect", False)
    assert alder("lessons", "nowhere").status == 1


def test_whoever_names_no_zone_is_told_which_one_the_machine_gave(tmp_path: Path) -> None:
    begun = Terminal(tmp_path / "home", TZ="Etc/UTC")("start", "--name", "Alder Creek", "--yes")
    assert begun.status == 0
    assert "Its days begin and end in" in begun.out
    assert f"heard start --hospital {tmp_path}/home/alder-creek-2 --zone America/Chicago" in begun.out
