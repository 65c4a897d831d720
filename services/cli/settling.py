"""`heard setting`: documents of the set-up, out and in; the pages under Set-up say in words what each holds."""

from pathlib import Path
from typing import get_args

import click

from services.cli.place import at_hospital
from services.cli.reach import send
from services.cli.showing import as_json, show
from services.cli.terminal import Several
from services.errands.errand import AdoptDocument, Document, ShowSetting

NAME = click.Choice(get_args(Document))
WITHOUT_REASON: tuple[Document, ...] = ("terms", "standards")
FILE = click.Path(exists=True, dir_okay=False, readable=True, resolve_path=True)


@click.group(cls=Several)
def setting() -> None:
    """Show what is settled here, or settle it from a file."""


@setting.command("show")
@click.argument("name", type=NAME)
@click.option("--came", is_flag=True, help="As it came with Heard.")
@at_hospital
@as_json
def show_(*, name: Document, came: bool, place: Path, wants_json: bool) -> None:
    """Print the document NAME as it is in force."""
    show(send(place, ShowSetting(name, came)), as_json=wants_json)


@setting.command()
@click.argument("name", type=NAME)
@click.argument("file", type=FILE)
@click.option("--reason", default="", metavar="WORDS", help="Why it is changed; it stands in the history.")
@at_hospital
@as_json
def adopt(*, name: Document, file: str, reason: str, place: Path, wants_json: bool) -> None:
    """Put FILE in force as the document NAME, once it is checked."""
    if name in WITHOUT_REASON and reason:
        raise click.UsageError(f"The history of {name} keeps no reason; leave --reason out.")
    if name not in WITHOUT_REASON and not reason:
        raise click.UsageError("Say why with --reason; it stands in the history.")
    show(send(place, AdoptDocument(name, file, reason)), as_json=wants_json)
