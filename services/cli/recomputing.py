"""`heard recompute`: figures that were printed are found again, years later."""

from pathlib import Path

import click

from services.cli.place import at_hospital
from services.cli.reach import send
from services.cli.showing import as_json, show
from services.errands.errand import Recompute


@click.command()
@click.argument("reference")
@at_hospital
@as_json
@click.pass_context
def recompute(context: click.Context, reference: str, *, place: Path, wants_json: bool) -> None:
    """Find figures again by the line under them, on a page or on paper.

    They are told as of the same moment and by the same entries. Status 0 where each is the one that was printed, 1 where one
    is not, and says which; 2 for what is no such line. That it was done is on the read log.
    """
    answer = send(place, Recompute(reference))
    show(answer, as_json=wants_json)
    context.exit(0 if answer.found["same"] else 1)
