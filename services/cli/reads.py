"""`heard board`, `timeline`, `replay`, `desk`, `lessons`: what a unit, an issue or a person has before them, on any day."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from services.cli.place import at_hospital
from services.cli.reach import send
from services.cli.showing import as_json, show_tables
from services.errands.errand import Every, Look, Question, Replay

F = TypeVar("F", bound=Callable[..., Any])


def _moments(word: F) -> F:
    """The two questions about time, everywhere the same."""
    as_of = click.option(
        "--as-of", metavar="DAY|POSITION", help="As it was known by the end of that day, or at that position."
    )
    on = click.option("--on", metavar="DAY", help="As it was that day, by what is known.")
    return as_of(on(word))


@click.command()
@click.argument("unit")
@_moments
@at_hospital
@as_json
def board(unit: str, **asked: Any) -> None:
    """The board of UNIT: what is owed, what waits, what is done and not yet heard."""
    _look("board", unit, **asked)


@click.command()
@click.argument("about", metavar="UNIT|ISSUE")
@_moments
@at_hospital
@as_json
def timeline(about: str, **asked: Any) -> None:
    """Who held the ball, from when to when, and why it moved: of a UNIT, or of an ISSUE such as '#118'."""
    _look("timeline", about, **asked)


@click.command()
@click.argument("unit")
@click.option("--at", metavar="DAY", help="The day; the last one unless said.")
@click.option("--as-of", metavar="DAY|POSITION", help="By what was known then; all that is, unless said.")
@click.option("--play", is_flag=True, help="From that day on, or from the first, a line for each stop.")
@click.option("--every", type=click.Choice(["day", "week", "month"]), default="week", help="How far apart stops are.")
@at_hospital
@as_json
def replay(
    *, place: Path, at: str | None, as_of: str | None, play: bool, every: Every, unit: str, wants_json: bool
) -> None:
    """UNIT on a day: what was known by its end beside what was true, what was recorded, and what was not known yet."""
    asked = Replay(unit=unit, at=at, as_of=as_of, play=every if play else None)
    show_tables(send(place, asked), as_json=wants_json)


@click.command()
@click.argument("person")
@_moments
@at_hospital
@as_json
def desk(person: str, **asked: Any) -> None:
    """What PERSON owes, to whom, by when."""
    _look("desk", person, **asked)


@click.command()
@click.argument("unit", default="")
@_moments
@at_hospital
@as_json
def lessons(unit: str, **asked: Any) -> None:
    """What UNIT learns from what goes wrong, and what it learned; of every unit where none is named."""
    _look("lessons", unit, **asked)


def _look(question: Question, about: str, *, place: Path, as_of: str | None, on: str | None, wants_json: bool) -> None:
    answer = send(place, Look(question=question, about=about, as_of=as_of, on=on))
    show_tables(answer, as_json=wants_json)
