"""`heard peers`: what several hospitals handed on (`heard export figures`), as an association sees it, and where one of them
stands among the others, with what helps. No hospital is needed for it, and none is opened."""

from pathlib import Path

import click

from projections.peers import FEWEST, Handed
from services import peers as beside
from services.cli.showing import as_json, show_tables
from services.cli.terminal import Missaid
from services.documents import BadDocument
from services.errands.errand import Answer
from services.shelf import Resource


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(exists=True, dir_okay=False))
@click.option(
    "--own", metavar="FILE", type=click.Path(exists=True, dir_okay=False), help="Where this one stands among them."
)
@as_json
def peers(*, files: tuple[str, ...], own: str | None, wants_json: bool) -> None:
    """The figures of several hospitals together, from the FILEs they handed on; at least five for each figure."""
    handed = [_read(file) for file in files]
    mine = _read(own) if own else None
    rows = [
        {
            "figure": line.title,
            "hospitals": line.among.hospitals if line.among else line.hospitals,
            "middle": line.middle,
            "middle half": line.half,
            **({"own": beside.SAID[line.place], "what helps": _said(line.helps)} if own else {}),
        }
        for line in beside.lines(handed, mine)
    ]
    hospitals = beside.hospitals(handed)
    said = f"{hospitals} hospitals. Nothing is said of fewer than {FEWEST}; none is named or ranked."
    show_tables(Answer((said,), {"hospitals": hospitals, "tables": {"Over four quarters": rows}}), as_json=wants_json)


def _read(file: str) -> Handed:
    try:
        return beside.read(Path(file).read_bytes(), file)
    except BadDocument as error:
        raise Missaid(str(error)) from error


def _said(helps: Resource | None) -> str:
    return f"{helps.title}: {helps.url}" if helps else ""
