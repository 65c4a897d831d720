"""`heard doctor`: is everything in order, and what to do where it is not."""

import json
from pathlib import Path

import click
from msgspec import to_builtins

from services.bootstrap import database_for, plate_of, settings
from services.cli import checks
from services.cli.place import at_hospital
from services.cli.showing import as_json


@click.command()
@at_hospital
@as_json
@click.pass_context
def doctor(context: click.Context, place: Path, wants_json: bool) -> None:
    """Say whether everything is in order; status 1 where something is not."""
    database = database_for(plate_of(place), settings().database)
    looked_at = checks.Place(place, database)
    findings = list(checks.examine(looked_at, checks.CHECKS))
    if checks.may_write(findings):
        findings += checks.examine(looked_at, checks.NOTED)
    if wants_json:
        click.echo(json.dumps(to_builtins(findings), ensure_ascii=False, indent=2))
    else:
        for finding in findings:
            click.echo(f"{'ok   ' if finding.fine else 'FAULT'} {finding.what:<11} {finding.said}")
    context.exit(0 if all(finding.fine for finding in findings) else 1)
