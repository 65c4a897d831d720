"""`/registers`: what is attested outside, or by a checklist. `/register/<key>`: one of them, line by line, as of any day,
with the way to its binder."""

from collections.abc import Iterable, Mapping

from flask import Blueprint

from projections.charters import Cell
from projections.registers import registered
from projections.share import Share
from services.web import when
from services.web.doing import standing
from services.web.doing.actions import Action
from services.web.framing import hospital_tabs, shown
from services.web.layout import Tab
from services.web.pages.registers import telling
from services.web.pages.registers.gathering import gathered, rows_of, standards_then
from services.web.pictures import grid, sentence
from services.web.telling import attested, log_head
from services.web.telling.attested import Telling
from services.web.visit import here
from services.web.when import When
from services.wording import time_words
from workflows.kernel.standards import Register

registers = Blueprint("registers", __name__)

YEARS = 2
"""So many years are offered before the one looked at."""


@registers.get("/registers")
def every() -> str:
    visit = here()
    visit.must("read.hospital")
    looking = when.when(visit)
    known, rows = standards_then(visit, looking), rows_of(visit, looking)
    found = [(key, registered(known, one, rows)) for key, one in known.registers.items() if one.in_force(looking.day)]
    return shown(
        "registers/every.html",
        place="Hospital",
        notices=looking.notices,
        moment=when.control(visit, looking),
        title=visit.house.plate.name,
        tabs=hospital_tabs(visit, "Registers"),
        rows=[telling.row(key, one, looking) for key, one in found],
        may_add=visit.may("hospital.adopt_standards"),
    )


@registers.get("/register/<key>")
def show(key: str) -> str:
    visit = here()
    visit.must("read.hospital")
    looking = when.when(visit)
    found = gathered(visit, key, looking)
    register, whole, words = found.register, found.whole, found.words
    return shown(
        "registers/one.html",
        place="Hospital",
        notices=looking.notices,
        moment=when.control(visit, looking),
        title=visit.house.plate.name,
        tabs=hospital_tabs(visit, "Registers"),
        register=register,
        handed_in=telling.handed_in(register, looking),
        counts=telling.counts(whole),
        not_yet=telling.not_yet(register, looking),
        facilities=telling.facilities(found.numbers),
        facility_heads=telling.FACILITIES,
        picture=grid(found.bands),
        caption=f"{sentence(found.bands)}.",
        table=[line for group in whole.groups for line in telling.lines(group, words)],
        groups=[
            (
                group.title,
                telling.summed(group),
                [_told(words, register, cell, key, found.figures) for cell in group.cells],
            )
            for group in whole.groups
        ],
        missing=[line for group in whole.groups for line in telling.missing(visit, group)],
        years=_years(key, register, looking),
        binder=f"/register/{key}/binder.zip{looking.query}",
        log=log_head.told(visit),
        printed=time_words.short(visit.today, visit.today),
    )


Told = tuple[attested.Part, list[telling.Beside], tuple[Action, ...]]


def _told(words: Telling, register: Register, cell: Cell, key: str, figures: Mapping[str, Share]) -> Told:
    visit = words.visit
    deeds: Iterable[Action] = ()
    if not words.looking.past and cell.item.is_for(visit.actor.here(None)):
        deeds = standing.of_cell(visit, cell, None, f"/register/{key}")
    return words.cell(cell), telling.beside(register.beside.get(cell.key, ()), figures), tuple(deeds)


def _years(key: str, register: Register, looking: When) -> tuple[Tab, ...]:
    """A register of a year is looked at as it stood at the end of it."""
    if register.period != "calendar_year":
        return ()
    this = int(looking.day[:4])
    years = (year for year in range(this - YEARS, this) if register.in_force(f"{year}-12-31"))
    before = (Tab(str(year), f"/register/{key}?on={year}-12-31", False) for year in years)
    return (*before, Tab(str(this), f"/register/{key}{looking.query}", True))
