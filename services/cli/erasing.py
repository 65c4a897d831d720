"""`heard erase`, `backup`, `restore`: words that must go, and copies that do not bring them back."""

from pathlib import Path
from typing import get_args

import click

from services.bootstrap import open_house, settings
from services.cli.place import at_hospital
from services.cli.reach import send
from services.cli.showing import as_json, show
from services.erasing import copies
from services.errands.errand import Backup, Erasure
from workflows.subject.commands import Basis


@click.command()
@click.argument("subject")
@click.option("--basis", type=click.Choice(get_args(Basis)), required=True, help="Why it may, and must, be erased.")
@click.option("--approver", metavar="WHO", required=True, help="Who approved it: a name, or an id.")
@click.option("--entry/--no-entry", default=False, help="For a person: name, mail and sign-in go too.")
@at_hospital
@as_json
def erase(subject: str, *, basis: Basis, approver: str, entry: bool, place: Path, wants_json: bool) -> None:
    """Erase every word of SUBJECT: a record by its id (an issue as #118), or all that a person said.

    Keys, salts and what they sealed are destroyed, and a fact says so. What a legal hold keeps waits until it is lifted.
    """
    errand = Erasure(subject=subject, basis=basis, approver=approver, entry=entry)
    show(send(place, errand), as_json=wants_json)


@click.command()
@click.argument("to", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@at_hospital
@as_json
def backup(to: Path, place: Path, wants_json: bool) -> None:
    """Copy every file that does not regrow into DIR, under today's date; vault copies over 30 days old are removed."""
    show(send(place, Backup(str(to.absolute()))), as_json=wants_json)


@click.command()
@click.argument("source", metavar="DIR", type=click.Path(file_okay=False, exists=True, path_type=Path))
@click.argument("target", metavar="NEW", type=click.Path(file_okay=False, path_type=Path))
def restore(source: Path, target: Path) -> None:
    """Restore the newest copy in DIR as the hospital's directory NEW; what is on record as erased is destroyed in it again."""
    newest = copies.restore(target.absolute(), source)
    with open_house(target.absolute(), database=settings().database) as house:
        log, signed = house.proof, house.proof.last()
    click.echo(f"Restored {newest} to {target}. `heard serve --hospital {target}` serves it.")
    if signed is None:
        click.echo(
            "No head was signed in this copy: those signed from now on are under a new key, which `heard head` shows."
        )
    else:
        click.echo(f"Heads go on being signed under the same key, {log.verifier}")
        click.echo(f"from {signed.size:,} facts on. One of more facts that somebody kept is of what this copy lacks.")
