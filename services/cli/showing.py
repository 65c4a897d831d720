"""Tables for people, tab-separated lines for pipes, JSON for programs."""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from services.errands.errand import Answer

F = TypeVar("F", bound=Callable[..., Any])


def as_json(word: F) -> F:
    """The option that asks for JSON; the word gets it as `wants_json`."""
    return click.option("--json", "wants_json", is_flag=True, help="The same as JSON.")(word)


def show(answer: Answer, *, as_json: bool = False) -> None:
    """The answer's sentences, or what was found as JSON."""
    if as_json:
        click.echo(json.dumps(answer.found, ensure_ascii=False, indent=2))
        return
    for line in answer.said:
        click.echo(line)


def show_tables(answer: Answer, *, as_json: bool = False) -> None:
    """The same for what was found in tables: a list of rows by the title it has for people."""
    show(answer, as_json=as_json)
    if as_json:
        return
    for title, rows in answer.found["tables"].items():
        table(title, rows)


def table(title: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Columns drawn for people; without ornament and uncut where the output is piped."""
    if not rows:
        return
    head = list(rows[0])
    cells = [["" if row[column] is None else str(row[column]) for column in head] for row in rows]
    click.echo(f"\n{title}" if sys.stdout.isatty() else title)
    if not sys.stdout.isatty():
        for line in [head, *cells]:
            click.echo("\t".join(" ".join(cell.split()) for cell in line))
        return
    drawn = Table(*head, header_style="bold")
    for line in cells:
        drawn.add_row(*[Text(cell) for cell in line])
    Console().print(drawn)
