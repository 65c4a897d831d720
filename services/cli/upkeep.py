"""`heard tick`, `rebuild`, `migrate`, `password`: what keeps a hospital running."""

from pathlib import Path

import click

from services.bootstrap import settings
from services.cli.place import at_hospital
from services.cli.reach import send
from services.cli.showing import as_json, show
from services.errands.errand import Password, Rebuild, Tick


@click.command()
@at_hospital
@as_json
def tick(place: Path, wants_json: bool) -> None:
    """Let everything happen that is due by now; a serving process does so by itself."""
    show(send(place, Tick()), as_json=wants_json)


@click.command()
@at_hospital
@as_json
def rebuild(place: Path, wants_json: bool) -> None:
    """Make the views anew from the ledger and compare them with those in use."""
    show(send(place, Rebuild()), as_json=wants_json)


@click.command()
@click.argument("person")
@click.option(
    "--phone", is_flag=True, help="Their phone is lost too: the second step is set up anew. Make sure who asks."
)
@click.option("--shut", is_flag=True, help="No new password: they can no longer sign in at all.")
@at_hospital
@as_json
def password(person: str, phone: bool, shut: bool, place: Path, wants_json: bool) -> None:
    """Give PERSON a new password, shown once, or shut their sign-in."""
    show(send(place, Password(person, phone, shut)), as_json=wants_json)


@click.command()
def migrate() -> None:
    """Bring the ledger's tables on PostgreSQL (HEARD_DATABASE) to this version, forward only."""
    address = settings().database
    if address is None:
        raise click.UsageError(
            "HEARD_DATABASE names no PostgreSQL. Ledgers in files move forward by themselves when they are opened."
        )
    from services.ledger import postgres  # noqa: PLC0415 - the other words here need it not

    click.echo(f"The ledger's tables are at version {postgres.migrate(address)}.")
