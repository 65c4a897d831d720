"""`/unit/<slug>/charter`: what is in place, what is missing and who sees to it, now or on a past day."""

from flask import Blueprint
from msgspec.structs import replace

from projections.charters import GROUPS, Cell, Charter, charter
from projections.lives import Stint
from projections.promises import SHELVES
from projections.standards import StandardRow
from projections.units import UnitRow
from services.web import when
from services.web.doing import standing
from services.web.doing.actions import Action
from services.web.framing import shown, tabs
from services.web.pages.charter import money, resisted, steps
from services.web.pictures import Band, Box, grid, sentence
from services.web.telling import attested
from services.web.telling.attested import Part, Telling
from services.web.visit import here
from services.web.when import When
from services.wording import time_words
from workflows.kernel.practices import in_use

project = Blueprint("charter", __name__)

STEP = 5
"""Cards are counted in such steps."""

Told = tuple[Part, tuple[Action, ...]]
"""A part and what can be done with it."""


@project.get("/unit/<slug>/charter")
def show(slug: str) -> str:
    visit = here()
    visit.must_in(slug, "read.board")
    looking = when.when(visit)
    house = visit.house.clerk.standards.now()[1]
    with visit.look(looking, slug) as look:
        rows = [one for one in look.standards(units=[slug]) if visit.sees(one.stream)]
        promised = look.promises(slug, SHELVES)
        waivers = {one.stream: one for one in look.waivers(slug)}
        unit = next((one.row for one in look.units() if one.row.slug == slug), None)
    whole = charter(house, rows, slug)
    words = visit.open([*attested.refs(rows, waivers), *steps.refs(promised), *money.refs(promised)])
    telling = Telling(visit, looking, words, waivers)
    back = f"/unit/{slug}/charter"
    bands = [Band(house.groups[group], _boxes(whole.of_group(group))) for group in GROUPS if whole.of_group(group)]
    return shown(
        "charter/charter.html",
        place="Unit",
        notices=looking.notices,
        moment=when.control(visit, looking),
        name=visit.names.unit(slug),
        tabs=tabs(visit, slug, "Team and plan"),
        begun=not whole.is_untouched or _has_taken_up(unit, looking),
        figures=_figures(whole),
        complete=whole.is_complete,
        adopted=_adopted(unit, looking),
        picture=grid(bands),
        caption=f"{sentence(bands)}.",
        table=_table(whole, telling),
        groups=[
            (house.groups[group], _summed(cells), [_told(telling, cell, slug, back) for cell in cells])
            for group in GROUPS
            if (cells := whole.of_group(group))
        ],
        handed=[_handed(telling, one, back) for one in whole.handed],
        goals=_goals(telling, rows, slug, back),
        steps=steps.told(telling, promised, slug, back),
        balance=steps.balance(whole, promised),
        money=money.told(telling, promised, slug, back),
        resisted=resisted.told(telling, rows, slug, back),
        committed=_committed(unit, telling),
        cards=f"/unit/{slug}/cards" if visit.may("unit.count_commitment", slug) and not looking.past else "",
        query=looking.query,
        slug=slug,
    )


def _boxes(cells: tuple[Cell, ...]) -> tuple[Box, ...]:
    return tuple(Box(cell.item.title, cell.state) for cell in cells)


def _summed(cells: tuple[Cell, ...]) -> str:
    """So: "2 of 4 in place"."""
    return f"{sum(cell.is_done for cell in cells)} of {len(cells)} in place"


def _figures(whole: Charter) -> list[tuple[str, str]]:
    done, gaps, lapsed = whole.count("in_place", "set_aside"), whole.count("gap"), whole.count("lapsed")
    pairs = [(f"{done} of {len(whole.cells)}", "in place, or set aside for a reason")]
    if gaps:
        pairs.append((str(gaps), f"{'gap' if gaps == 1 else 'gaps'} that somebody sees to"))
    if lapsed:
        pairs.append((str(lapsed), "lapsed, to be looked at again"))
    if open_ := whole.count("not_begun", "absent"):
        pairs.append((str(open_), "not begun"))
    return pairs


def _has_taken_up(unit: UnitRow | None, looking: When) -> bool:
    return unit is not None and unit.adopted("charter", looking.day)


def _adopted(unit: UnitRow | None, looking: When) -> str:
    """Since when the unit has a charter, or that it has none yet."""
    taken = in_use(unit.practices, "charter") if unit else None
    if taken is None:
        return "This unit has not taken up a charter yet. Nothing here counts as missing."
    begins = "Taken up on" if taken.since <= looking.day else "This unit takes it up on"
    return f"{begins} {time_words.short(taken.since, looking.day)}."


def _committed(unit: UnitRow | None, telling: Telling) -> str:
    """How many are in, in steps; never who, and never one by one."""
    counted = unit.committed if unit else None
    if counted is None:
        return "No cards were counted yet."
    few = f"fewer than {STEP}" if counted.at_least == 0 else f"at least {counted.at_least}"
    return f"By the count of {telling.moment(counted.counted)}, {few} of {counted.of} cards say: I am in."


def _table(whole: Charter, telling: Telling) -> list[tuple[str, str, str, str]]:
    """The picture, in words: part, how it stands, who sees to it, by when."""
    return [
        (
            cell.item.title,
            _state(cell),
            telling.visit.names.of(cell.row.row.owner) if cell.row and cell.row.row.owner else "",
            telling.day(cell.row.row.due) if cell.row and cell.row.row.due else "",
        )
        for cell in whole.cells
    ]


def _state(cell: Cell) -> str:
    said = cell.state.replace("_", " ").capitalize()
    return f"{said} ({len(cell.entries)})" if cell.entries else said


def _told(telling: Telling, cell: Cell, slug: str, back: str) -> Told:
    past = telling.looking.past
    return telling.cell(cell), () if past else standing.of_cell(telling.visit, cell, slug, back)


def _handed(telling: Telling, gap: Stint[StandardRow], back: str) -> Told:
    """A gap that another unit left, under its name."""
    visit = telling.visit
    part = telling.one(gap)
    named = replace(part, title=f"{part.title}, {visit.names.unit(gap.row.unit)}")
    return named, () if telling.looking.past else standing.of_gap_left(visit, gap, back)


def _goals(
    telling: Telling, rows: list[Stint[StandardRow]], slug: str, back: str
) -> list[tuple[Part, Part | None, tuple[Action, ...]]]:
    """Each goal with its measure: verified, or still to be."""
    measures = {one.row.standard.of: one for one in rows if one.row.item == "measure"}
    found = []
    for goal in rows:
        if goal.row.item != "goal" or goal.row.standard.said is None or goal.row.state == "absent":
            continue
        measure = measures.get(goal.stream)
        item = telling.visit.house.clerk.standards.now()[1].items.get("goal")
        deeds = () if telling.looking.past else standing.of_entry(telling.visit, goal, item, back)
        if measure is None and not telling.looking.past and telling.visit.may("standard.attest", slug):
            href = f"/attest/measure?unit={slug}&of={goal.stream}&next={back}"
            deeds = (Action("Say how it is measured", href, first=True), *deeds)
        found.append((telling.entry(goal), telling.one(measure) if measure else None, deeds))
    return found
