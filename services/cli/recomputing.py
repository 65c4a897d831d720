"""`heard recompute`: figures that were printed are found again, years later."""

from pathlib import Path

import click

from services.bootstrap import settings
from services.cli.place import directory_of
from services.cli.reach import answered, send
from services.cli.showing import as_json, show
from services.errands.errand import Recompute
from services.errands.printing import again_from

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("reference")
@click.option("--bundle", metavar="FILE", type=FILE, help="Evidence of the whole hospital, instead of the hospital.")
@click.option("--hospital", "place", metavar="DIR", help="The hospital's directory; not needed where there is one.")
@as_json
@click.pass_context
def recompute(
    context: click.Context, reference: str, *, bundle: Path | None, place: str | None, wants_json: bool
) -> None:
    """Find figures again by the line under them, on a page or on paper.

    They are told as of the same moment and by the same entries. Status 0 where each is the one that was printed, 1 where one
    is not, and says which; 2 for what is no such line. That it was done is on the read log. With --bundle it needs no hospital:
    the bundle is checked, and the figures are told by the facts in it.
    """
    if bundle is None:
        answer = send(directory_of(settings(), place), Recompute(reference))
    else:
        answer = answered(again_from(bundle, reference))
    show(answer, as_json=wants_json)
    context.exit(0 if answer.found["same"] else 1)
