"""`heard import`: the spreadsheets they already have."""

import json
from pathlib import Path
from typing import Any

import click

from services.cli.place import at_hospital
from services.cli.reach import send
from services.cli.showing import as_json, show
from services.cli.terminal import Missaid, Several
from services.errands.errand import ImportLog, ImportMeasure, ImportMeasures, ImportNumbers, ImportSurvey

sheet = click.argument("file", type=click.Path(exists=True, dir_okay=False, readable=True, resolve_path=True))
with_rejects = click.option(
    "--rejects", metavar="FILE.csv", help="Where rows that need to be put right go; beside you unless said."
)
rehearsed = click.option("--dry-run", "dry", is_flag=True, help="Say exactly what would happen, and do nothing.")
units_called = click.option(
    "--unit", "units", multiple=True, metavar="NAME=UNIT", help="What the sheet calls a unit. May be repeated."
)


@click.group("import", cls=Several)
def import_() -> None:
    """Bring in what you already have."""


@import_.command("tracking-log")
@sheet
@click.option("--map", "map_", metavar="FILE.json", help="How this sheet is to be read: columns, units, words.")
@click.option("--dates", type=click.Choice(["mdy", "dmy"]), help="How days like 03/04 are meant: month or day first.")
@units_called
@rehearsed
@with_rejects
@at_hospital
@as_json
def tracking_log(
    *,
    file: str,
    map_: str | None,
    dates: Any,
    units: tuple[str, ...],
    dry: bool,
    rejects: str | None,
    place: Path,
    wants_json: bool,
) -> None:
    """Import a tracking log, CSV or XLSX. The same file twice adds nothing; next month's copy adds what is new."""
    errand = ImportLog(
        file=file,
        map=_document(map_) if map_ else None,
        dates=dates,
        units=tuple(_alias(one) for one in units),
        dry=dry,
        rejects=_place_of(rejects, file, dry),
    )
    show(send(place, errand), as_json=wants_json)


@import_.command("event-numbers")
@sheet
@with_rejects
@at_hospital
@as_json
def event_numbers(file: str, rejects: str | None, place: Path, wants_json: bool) -> None:
    """Bring back numbers of the event system: a CSV or XLSX with the columns Our number and Event number."""
    errand = ImportNumbers(file, _place_of(rejects, file, dry=False) or "")
    show(send(place, errand), as_json=wants_json)


@import_.command("measure")
@sheet
@click.option("--measure", required=True, metavar="NAME", help="What the measure is called, or its id.")
@click.option("--unit", metavar="UNIT", help="The unit it is of, where several have one of that name.")
@with_rejects
@at_hospital
@as_json
def measure(*, file: str, measure: str, unit: str | None, rejects: str | None, place: Path, wants_json: bool) -> None:
    """Enter values of a measure: a CSV or XLSX with the columns For, How many and, for a rate, Out of."""
    where = _place_of(rejects, file, dry=False) or ""
    show(send(place, ImportMeasure(file=file, rejects=where, measure=measure, unit=unit)), as_json=wants_json)


@import_.command("survey")
@sheet
@click.option(
    "--instrument", required=True, metavar="NAME", help="What was asked; `heard instrument list` shows names."
)
@units_called
@rehearsed
@with_rejects
@at_hospital
@as_json
def survey(
    *,
    file: str,
    instrument: str,
    units: tuple[str, ...],
    dry: bool,
    rejects: str | None,
    place: Path,
    wants_json: bool,
) -> None:
    """Import past surveys: a CSV or XLSX with the columns Unit, Closed and one for each item (what each person
    answered, not turned round), or About, N, Percent, Mean and SD (figures of all together). The same file twice adds
    nothing."""
    errand = ImportSurvey(
        file=file,
        instrument=instrument,
        units=tuple(_alias(one) for one in units),
        dry=dry,
        rejects=_place_of(rejects, file, dry),
    )
    show(send(place, errand), as_json=wants_json)


@import_.command("measures")
@sheet
@rehearsed
@with_rejects
@at_hospital
@as_json
def several(*, file: str, dry: bool, rejects: str | None, place: Path, wants_json: bool) -> None:
    """Enter values of several measures: a CSV or XLSX with the columns Unit, Measure, For, How many and Out of."""
    errand = ImportMeasures(file=file, rejects=_place_of(rejects, file, dry), dry=dry)
    show(send(place, errand), as_json=wants_json)


def _place_of(rejects: str | None, file: str, dry: bool) -> str | None:
    """Beside whoever imports unless said; a dry run writes nothing that nobody asked for."""
    if dry and rejects is None:
        return None
    return str(Path(rejects or f"{Path(file).stem}.rejects.csv").absolute())


def _document(file: str) -> dict[str, Any]:
    try:
        found = json.loads(Path(file).read_bytes())
    except ValueError as error:
        raise Missaid(f"{file} is not JSON ({error}).") from error
    if not isinstance(found, dict):
        raise Missaid(f"{file} is no map: it begins with {{ and names columns, units or words.")
    return found


def _alias(said: str) -> tuple[str, str]:
    alias, equals, unit = said.partition("=")
    if not equals or not alias.strip() or not unit.strip():
        raise click.UsageError(f"--unit {said!r}: write it as '4 W=4 West'.")
    return alias.strip(), unit.strip()
