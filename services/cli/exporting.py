"""`heard export tracking-log`: the log as a spreadsheet, in the columns that were imported."""

from pathlib import Path

import click

from services.cli.place import at_hospital
from services.cli.reach import send
from services.cli.showing import as_json, show
from services.cli.terminal import Missaid
from services.errands.errand import ExportLog


@click.group("export")
def export() -> None:
    """Take out what is here."""


@export.command("tracking-log")
@click.argument("unit", required=False)
@click.option(
    "--out", metavar="FILE.csv", type=click.Path(dir_okay=False), help="Where it goes; beside you unless said."
)
@at_hospital
@as_json
def tracking_log(*, unit: str | None, out: str | None, place: Path, wants_json: bool) -> None:
    """Write the tracking log of UNIT, or of the whole hospital, to a CSV with the columns that were imported. That it was done
    is on the read log."""
    show(send(place, ExportLog(unit, str(_place_of(out, unit)))), as_json=wants_json)


def _place_of(out: str | None, unit: str | None) -> Path:
    """Nothing is written over that nobody named."""
    if out is not None:
        return Path(out).absolute()
    file = Path(f"tracking-log-{(unit or 'hospital').replace('/', '-')}.csv").absolute()
    if file.exists():
        raise Missaid(f"{file} is there already; say with --out where the log is to go.")
    return file
