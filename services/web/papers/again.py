"""Figures are found again: what a page or a paper told in front, told once more, as of the moment and by the entries that its
line names."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from services.printing.paper import Paper
from services.printing.reference import Kind, Reference
from services.web.pages.figures import gathering as figure_pages
from services.web.pages.promises import page as promises
from services.web.pages.quarter import page as quarter
from services.web.pages.rounds import page as rounds
from services.web.pages.scorecard import gathering as scorecard
from services.web.papers.board_pack import board_pack_paper
from services.web.papers.making import figures
from services.web.papers.month import hospital_paper, unit_paper
from services.web.telling import reference
from services.web.visit import Visit
from services.web.when import When

Pairs = Sequence[tuple[Any, str]]
"""What each figure comes to, and which it is."""


def again(visit: Visit, asked: Reference) -> tuple[Reference, Pairs]:
    """The figures as they are found now, and their own line."""
    looking = reference.moment(asked)
    found = TOLD[asked.what](visit, asked.unit, looking)
    return reference.told(visit, looking, asked.what, asked.unit, found), found


def _month(visit: Visit, unit: str | None, looking: When) -> Pairs:
    return _printed(unit_paper(visit, unit, looking) if unit else hospital_paper(visit, looking))


def _printed(paper: Paper) -> Pairs:
    return figures(paper.blocks)


TOLD: Mapping[Kind, Callable[[Visit, str | None, When], Pairs]] = {
    "month": _month,
    "board-pack": lambda visit, _, looking: _printed(board_pack_paper(visit, looking)),
    "figures": lambda visit, unit, looking: figure_pages.again(visit, unit, looking, 12),
    "quarter-figures": lambda visit, unit, looking: figure_pages.again(visit, unit, looking, 3),
    "scorecard": scorecard.again,
    "quarter": quarter.again,
    "promises": promises.again,
    "rounds": lambda visit, unit, looking: rounds.again(visit, unit or "", looking),
}
