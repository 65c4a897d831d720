"""How failures are told, whatever they are."""

import errno
import os

import click
import pytest
from click.testing import CliRunner, Result

from services.cli.terminal import Terminal
from services.ledger.contract import Unavailable
from tests.cli.terminal import Terminal as Typed


@click.group(cls=Terminal)
def words() -> None:
    """Words that fail."""


FAILURES = {
    "unexpected": ZeroDivisionError("by zero"),
    "unavailable": Unavailable("The ledger cannot be written (disk I/O error)."),
    "full": OSError(errno.ENOSPC, "No space left on device", "ledger.sqlite"),
    "closed": PermissionError(errno.EACCES, os.strerror(errno.EACCES), "/root/x"),
    "stopped": KeyboardInterrupt(),
}


@words.command()
@click.argument("how")
def fail(how: str) -> None:
    raise FAILURES[how]


def said(how: str, **environment: str) -> Result:
    return CliRunner().invoke(words, ["fail", how], env={"HEARD_DEBUG": None, **environment})


@pytest.mark.parametrize(
    ("how", "sentence"),
    [
        ("unexpected", "Something unexpected happened (ZeroDivisionError: by zero). HEARD_DEBUG=1 shows where."),
        ("unavailable", "The ledger cannot be written (disk I/O error)."),
        ("full", "The disk is full; nothing half-written is left behind. Free some space and try again."),
        ("closed", "/root/x: Permission denied."),
        ("stopped", "Stopped."),
    ],
)
def test_every_failure_is_a_sentence(how: str, sentence: str) -> None:
    result = said(how)
    assert (result.exit_code, result.stdout, result.stderr.strip()) == (1, "", sentence)


def test_where_it_came_from_is_shown_to_who_asks() -> None:
    assert isinstance(said("unexpected", HEARD_DEBUG="1").exception, ZeroDivisionError)


def test_the_installed_command_speaks(alder: Typed) -> None:
    assert alder.process("--version").out.startswith("Heard ")
    board = alder.process("board", "4 West")
    assert (board.status, board.err) == (0, "")
    assert alder.process("bord").status == 2


def test_every_word_has_help_and_says_what_it_does(heard: Typed) -> None:
    help_ = heard("--help").out
    for word in ("start", "serve", "board", "timeline", "desk", "do", "tick", "rebuild", "migrate", "doctor", "verify"):
        assert f"  {word} " in help_
        assert heard(word, "--help").status == 0
    told = (help_ + heard("export", "--help").out).replace("[ARGS]...", "")
    assert "..." not in told, "no sentence breaks off"
