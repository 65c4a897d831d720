"""The same terminal and the same serving process, with ledger and views in PostgreSQL."""

from time import monotonic

import pytest

from tests.cli.terminal import Terminal

pytestmark = pytest.mark.postgres
RAISE = ("do", "concern", "raise", "--unit", "4-west", "--kind", "concern", "--json", "--what")


def test_before_it_is_migrated_one_is_told_the_command(heard: Terminal, postgres: str) -> None:
    refused = Terminal(heard.home, HEARD_DATABASE=postgres).start()
    assert (refused.status, refused.err.count("\n")) == (1, 1)
    assert "run `heard migrate`" in refused.err


def test_a_journey_on_postgres(heard: Terminal, postgres: str) -> None:
    alder = Terminal(heard.home, HEARD_DATABASE=postgres)
    assert alder("migrate").status == alder("migrate").status == 0
    assert alder.start().status == 0
    first = alder(*RAISE, "a").found["stream"]
    with alder.serving():
        second = alder(*RAISE, "b").found["stream"]
        owed = alder("board", "4 West", "--json").found["tables"]["Owed an answer"]
        assert {row["id"] for row in owed} == {first, second}
        assert "is being served already" in alder.process("serve", "--port", "0").err
        assert alder("rebuild", "--json").found["same"] is True
        examined = alder("doctor")
        assert (examined.status, "FAULT" in examined.out) == (0, False), examined.out
        deadline = monotonic() + 20
        while "the last head has all" not in alder("doctor").out:
            assert monotonic() < deadline, "no head was signed of what was entered"
        verified = alder("verify")
        assert (verified.status, "VERIFIED 2 sealed texts" in verified.out) == (0, True), verified.out


def test_a_ledger_is_never_begun_anew_elsewhere(heard: Terminal, postgres: str) -> None:
    there, here = Terminal(heard.home, HEARD_DATABASE=postgres), heard
    assert there("migrate").status == there.start().status == 0
    without = here("board", "4-west")
    assert (without.status, without.out) == (1, "")
    assert "Set HEARD_DATABASE" in without.err
    assert not (here.place / "ledger.sqlite").exists()
    gone = Terminal(heard.home, HEARD_DATABASE="postgresql://127.0.0.1:1/nowhere")
    assert "PostgreSQL cannot be reached" in gone("board", "4-west").err
    assert gone("verify").status == 2
    examined = gone("doctor")
    assert examined.status == 1
    assert "FAULT ledger      The ledger's PostgreSQL cannot be reached" in examined.out


def test_a_hospital_in_files_stays_there(alder: Terminal) -> None:
    elsewhere = Terminal(alder.home, HEARD_DATABASE="postgresql://127.0.0.1:1/nowhere")
    assert elsewhere("board", "4-west").status == elsewhere("doctor").status == 0
