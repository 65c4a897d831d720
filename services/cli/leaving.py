"""`heard leave`: somebody goes, and nothing that lies with them is dropped."""

from pathlib import Path
from uuid import uuid4

import click

from services.cli.place import at_hospital
from services.cli.reach import send
from services.cli.showing import as_json, show
from services.errands.errand import Leave


@click.command()
@click.argument("person")
@click.option("--to", metavar="WHO", help="Who takes all that lies with them: a name, or an id.")
@click.option("--reason", default="", help="Why, for those to whom something was promised.")
@at_hospital
@as_json
def leave(person: str, to: str | None, reason: str, place: Path, wants_json: bool) -> None:
    """End every role of PERSON and close the account, once nothing lies with them by name.

    What lies with them is listed; it is handed over one by one on the pages, or here all of it --to somebody, each with its
    own event. What lies with their roles stays with the roles.
    """
    show(send(place, Leave(person=person, to=to, reason=reason, id=str(uuid4()))), as_json=wants_json)
