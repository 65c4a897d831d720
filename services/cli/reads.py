"""`heard board`, `timeline`, `desk`, `lessons`: what a unit, an issue or a person has before them, now or on any past day."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from services.cli.place import at_hospital
from services.cli.reach import send
from services.cli.showing import as_json, show_tables
from services.errands.errand import Look, Question

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
