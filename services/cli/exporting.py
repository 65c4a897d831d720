"""`heard export tracking-log`: the log as a spreadsheet, in the columns that were imported. `heard export evidence`: a part of
the ledger that an outsider can check. `heard head`: the signed head of the ledger, to be kept elsewhere."""

from pathlib import Path
from typing import Literal

import click

from services import clock
from services.bootstrap import plate_of
from services.cli.place import at_hospital
from services.cli.reach import send
from services.cli.showing import as_json, show
from services.cli.terminal import Missaid, Several
from services.errands.errand import (
    ExportBinder,
    ExportEvidence,
    ExportFigures,
    ExportLog,
    ExportPaper,
    ExportSurvey,
    ExportTemplate,
    ExportTimeline,
    Head,
)


@click.group("export", cls=Several)
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
    show(send(place, ExportLog(unit, str(_beside(out, f"tracking-log-{unit or 'hospital'}.csv")))), as_json=wants_json)


@export.command("evidence")
@click.argument("unit", required=False)
@click.option("--issue", type=click.IntRange(1), metavar="NUMBER", help="Of one issue and all that hangs on it.")
@click.option("--record", metavar="ID", help="Of a voice, a barrier or a promise, with the issues it belongs to.")
@click.option("--from", "first", metavar="DAY", help="Only what was recorded from that day on.")
@click.option("--to", "last", metavar="DAY", help="Only what was recorded up to the end of that day.")
@click.option(
    "--out", metavar="FILE.zip", type=click.Path(dir_okay=False), help="Where it goes; beside you unless said."
)
@at_hospital
@as_json
def evidence(
    *,
    unit: str | None,
    issue: int | None,
    record: str | None,
    first: str | None,
    last: str | None,
    out: str | None,
    place: Path,
    wants_json: bool,
) -> None:
    """Write what was entered about UNIT, one issue or another record, or the whole hospital to a zip that anybody can check
    with nothing but Python. That it was done is on the read log."""
    if sum(map(bool, (issue, record, unit))) > 1 or ((issue or record) and (first or last)):
        raise Missaid(
            "Name a unit, an issue or a record, not several; an issue or a record is taken whole, not of a time."
        )
    of = "-".join(filter(None, (str(issue or record or unit or "hospital"), first, last)))
    file = _beside(out, f"evidence-{of}.zip")
    asked = ExportEvidence(to=str(file), unit=unit, issue=issue, record=record, first=first, last=last)
    show(send(place, asked), as_json=wants_json)


@export.command("timeline")
@click.argument("unit")
@click.option("--ocel", "form", flag_value="ocel", default=True, help="As OCEL 2.0, JSON; unless said otherwise.")
@click.option("--csv", "form", flag_value="csv", help="As CSV, a row for each entry.")
@click.option("--out", metavar="FILE", type=click.Path(dir_okay=False), help="Where it goes; beside you unless said.")
@at_hospital
@as_json
def timeline(*, unit: str, form: Literal["ocel", "csv"], out: str | None, place: Path, wants_json: bool) -> None:
    """Write what happened in UNIT, in order, for programs that mine processes: no names, no words, days alone. That it was done
    is on the read log."""
    file = _beside(out, f"timeline-{unit}.{'json' if form == 'ocel' else 'csv'}")
    show(send(place, ExportTimeline(unit, form, str(file))), as_json=wants_json)


@export.command("figures")
@click.option(
    "--out", metavar="FILE.json", type=click.Path(dir_okay=False), help="Where it goes; beside you unless said."
)
@at_hospital
@as_json
def figures(*, out: str | None, place: Path, wants_json: bool) -> None:
    """Write the counts of this hospital's scorecard over four quarters, for an association to put beside those of others with
    `heard peers`. No unit, no person and no word is in it."""
    show(send(place, ExportFigures(str(_beside(out, "figures.json")))), as_json=wants_json)


@export.command("template")
@click.option(
    "--out", metavar="FILE.json", type=click.Path(dir_okay=False), help="Where it goes; beside you unless said."
)
@at_hospital
@as_json
def template(*, out: str | None, place: Path, wants_json: bool) -> None:
    """Write how this hospital is set up, its units, practices, terms and standards, for another one to begin with: `heard start
    --template FILE`. No person is in it and nothing that was said."""
    show(send(place, ExportTemplate(str(_beside(out, "template.json")))), as_json=wants_json)


@export.command("survey")
@click.argument("campaign")
@click.option(
    "--out",
    metavar="FILE.zip|FILE.xlsx",
    type=click.Path(dir_okay=False),
    help="Where it goes, as a zip or a spreadsheet; a zip beside you unless said.",
)
@at_hospital
@as_json
def survey(*, campaign: str, out: str | None, place: Path, wants_json: bool) -> None:
    """Write what CAMPAIGN found to a zip or a spreadsheet: scores as the page tells them and no finer, a codebook; in the zip a
    script for R, too. That it was done is on the read log."""
    show(send(place, ExportSurvey(campaign, str(_beside(out, f"survey-{campaign}.zip")))), as_json=wants_json)


@export.command("board-pack")
@click.option("--on", metavar="DAY", help="As it was that day, as 2025-06-30.")
@click.option(
    "--out", metavar="FILE.pdf", type=click.Path(dir_okay=False), help="Where it goes; beside you unless said."
)
@at_hospital
@as_json
def board_pack(*, on: str | None, out: str | None, place: Path, wants_json: bool) -> None:
    """Write what goes to the board as PDF: how loops ended, duties, responsibilities and goals, what surveys say, how
    far leaders say you have come. That it was done is on the read log."""
    file = _beside(out, f"board-pack-{on or _today(place)}.pdf")
    show(send(place, ExportPaper(what="board_pack", to=str(file), on=on)), as_json=wants_json)


@export.command("binder")
@click.argument("register")
@click.option("--on", metavar="DAY", help="As it stood that day, as 2025-12-31.")
@click.option(
    "--out", metavar="FILE.zip", type=click.Path(dir_okay=False), help="Where it goes; beside you unless said."
)
@at_hospital
@as_json
def binder(*, register: str, on: str | None, out: str | None, place: Path, wants_json: bool) -> None:
    """Write REGISTER, as pssm, with all that shows it to one zip: binder.pdf to read, and the evidence behind each line for
    anybody to check. That it was done is on the read log."""
    file = _beside(out, f"binder-{register}-{on or _today(place)}.zip")
    show(send(place, ExportBinder(register=register, to=str(file), on=on)), as_json=wants_json)


@export.command("month")
@click.argument("unit", required=False)
@click.option("--on", metavar="DAY", help="The month of that day, up to it, as 2025-06-30.")
@click.option(
    "--out", metavar="FILE.pdf", type=click.Path(dir_okay=False), help="Where it goes; beside you unless said."
)
@at_hospital
@as_json
def month(*, unit: str | None, on: str | None, out: str | None, place: Path, wants_json: bool) -> None:
    """Write the month of UNIT, or of the whole hospital, as PDF. That it was done is on the read log."""
    file = _beside(out, f"month-{unit or 'hospital'}-{on or _today(place)}.pdf")
    show(send(place, ExportPaper(what="month", to=str(file), unit=unit, on=on)), as_json=wants_json)


@click.command()
@at_hospital
@as_json
def head(place: Path, wants_json: bool) -> None:
    """Show the signed head of the ledger, and the hospital's public key. Kept outside, on paper or with somebody else, it shows
    for ever whether anything before it was rewritten."""
    show(send(place, Head()), as_json=wants_json)


def _today(place: Path) -> str:
    """The hospital's day: a paper that lies about tells by its name what it is of."""
    return clock.day_of(clock.now(), plate_of(place).zone)


def _beside(out: str | None, name: str) -> Path:
    """Nothing is written over that nobody named."""
    if out is not None:
        return Path(out).absolute()
    file = Path(name.replace("/", "-")).absolute()
    if file.exists():
        raise Missaid(f"{file} is there already; say with --out where it is to go.")
    return file
