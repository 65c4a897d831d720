"""`heard peers`: what several hospitals handed on (`heard export figures`), as an association sees it, and where one of them
stands among the others, with what helps. No hospital is needed for it, and none is opened."""

from pathlib import Path

import click
import msgspec

from assessments.scorecard import FigureKey, scorecard
from projections import peers as reckoned
from projections.peers import FEWEST, Among, Handed, Place
from services import shelf
from services.cli.showing import as_json, show_tables
from services.cli.terminal import Missaid
from services.errands.errand import Answer

SAID: dict[Place, str] = {
    "below": "below the middle half",
    "within": "in the middle half",
    "above": "above the middle half",
    "not_said": "",
}
HELPS: dict[FigureKey, str] = {"learned": "learning", "weighed": "safety_culture"}
"""Which part of the shelf helps with a figure; with the others, what is said of rounds does."""


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(exists=True, dir_okay=False))
@click.option(
    "--own", metavar="FILE", type=click.Path(exists=True, dir_okay=False), help="Where this one stands among them."
)
@as_json
def peers(*, files: tuple[str, ...], own: str | None, wants_json: bool) -> None:
    """The figures of several hospitals together, from the FILEs they handed on; at least five for each figure."""
    handed = [_read(file) for file in files]
    found = reckoned.among(handed)
    mine = _read(own).figures if own else {}
    rows = []
    for key, figure in scorecard().figures.items():
        others = found.get(key)
        where = reckoned.place(mine.get(key), others)
        rows.append(
            {
                "figure": figure.title,
                "hospitals": others.hospitals if others else f"fewer than {FEWEST}",
                "middle": f"{others.middle} %" if others else "",
                "middle half": _half(others),
                **({"own": SAID[where], "what helps": _helps(key) if where == "below" else ""} if own else {}),
            }
        )
    hospitals = len({one.hospital for one in handed})
    said = f"{hospitals} hospitals. Nothing is said of fewer than {FEWEST}; none is named or ranked."
    show_tables(Answer((said,), {"hospitals": hospitals, "tables": {"Over four quarters": rows}}), as_json=wants_json)


def _read(file: str) -> Handed:
    try:
        return msgspec.json.decode(Path(file).read_bytes(), type=Handed)
    except msgspec.MsgspecError as error:
        raise Missaid(f"{file} is not what `heard export figures` writes: {error}") from error


def _half(others: Among | None) -> str:
    return f"{others.low} to {others.high} %" if others else ""


def _helps(key: FigureKey) -> str:
    wanted = HELPS.get(key, "rounds")
    return next((f"{one.title}: {one.url}" for one in shelf.resources() if one.helps == wanted), "")
