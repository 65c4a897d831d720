"""`heard mail`: what waits to be sent, what could not be."""

from pathlib import Path
from typing import Literal

import click

from services.cli.place import at_hospital
from services.cli.reach import send
from services.cli.showing import as_json, show
from services.errands.errand import Post


@click.command()
@click.option("--again", "then", flag_value="again", help="Try once more what could not be sent.")
@click.option("--forget", "then", flag_value="forget", help="Never send what could not be sent.")
@at_hospital
@as_json
def mail(then: Literal["again", "forget"] | None, place: Path, wants_json: bool) -> None:
    """Say what mail waits and what could not be sent, and why."""
    show(send(place, Post(then)), as_json=wants_json)
