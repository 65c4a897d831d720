"""Questions at the terminal: asked where somebody is there to answer, refused with the option's name where nobody is."""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import click

Wrong = Callable[[str], str]
"""Says what is wrong with an answer; "" when nothing is."""

_ZONES = "zoneinfo/"


class Questions:
    """What was not said on the command line. `unasked`: nobody is there, so what is needed must have been said."""

    def __init__(self, *, unasked: bool) -> None:
        self._silent = unasked or not sys.stdin.isatty()

    def text(self, question: str, option: str, suggested: str = "", wrong: Wrong = lambda _: "") -> str:
        """An answer that is needed, asked for again while it is `wrong`; UsageError where nobody can give it and none is
        suggested."""
        if not self._silent:
            return str(click.prompt(question, default=suggested or None, value_proc=partial(_right, wrong=wrong)))
        if not suggested:
            raise click.UsageError(f"{question} Say it with {option}")
        return suggested

    def maybe(self, question: str) -> str | None:
        """An answer that may be left empty."""
        if self._silent:
            return None
        return str(click.prompt(question, default="", show_default=False)).strip() or None

    def several(self, question: str) -> Iterator[str]:
        """Answers until one is left empty."""
        while answer := self.maybe(question):
            yield answer


def _right(said: str, wrong: Wrong) -> str:
    if what := wrong(said):
        raise click.UsageError(what)  # click says it and asks again
    return said


def local_zone() -> str:
    """This machine's time zone by its name, or nothing where it has none."""
    zone = str(Path("/etc/localtime").resolve())
    return zone.rpartition(_ZONES)[2] if _ZONES in zone else ""
