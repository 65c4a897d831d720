"""`/board-pack.pdf`: what the board is given to read: how loops ended, the duties of those who partner with units, the four
responsibilities with their goals, what surveys say, how far leaders say we have come."""

from collections.abc import Iterator

from flask import Blueprint
from msgspec import Struct
from werkzeug.wrappers import Response

from assessments.campaign import Campaign
from projections.figures import Figures
from services.printing.paper import Block, Break, Heading, Listed, Paper, Table, Words
from services.printing.paper import Figures as Counted
from services.reader.figures import months_up_to
from services.reader.views import Look
from services.surveyed import Result
from services.web import when
from services.web.pages.figures import gathering as figures
from services.web.pages.figures.telling import NOTHING
from services.web.pages.maturity import gathering as maturity
from services.web.pages.maturity.telling import Line as Component
from services.web.pages.scorecard.asked import counted
from services.web.pages.scorecard.gathering import Gathered, Line, gathered
from services.web.pages.scorecard.telling import Told as Goal
from services.web.papers import survey
from services.web.papers.making import handed_on, paper, served
from services.web.papers.pictures import picture
from services.web.pictures import heard_bar
from services.web.pictures.heard import sentence
from services.web.telling.lots import heard
from services.web.visit import Visit, here
from services.web.when import When
from services.wording import time_words
from workflows.trail import Note

board_pack = Blueprint("board_pack_paper", __name__)

YEAR = 12
WIDE = (2, 2, 5, 2, 3)
QUARTER = ("Quarter", "Share", "Of, and between (95 %)", "Goal", "How it stands")


@board_pack.get("/board-pack.pdf")
def show() -> Response:
    visit = here()
    visit.must("read.figures")
    looking = when.when(visit)
    visit.house.looks.note(visit.actor, Note(how="exported", what="board_pack"))
    return served(board_pack_paper(handed_on(visit), looking), f"board-pack-{looking.day}", f"/upwards{looking.query}")


def board_pack_paper(visit: Visit, looking: When) -> Paper:
    title = f"For the board, {time_words.month(looking.day)}"
    under = "How people were heard, how leaders carry their part, what surveys say."
    blocks = tuple(_blocks(visit, looking))
    return paper(visit, looking, title=title, under=under, template="book", blocks=blocks, again=("board-pack", None))


def _blocks(visit: Visit, looking: When) -> Iterator[Block]:
    mine = [slug for slug in visit.names.units if visit.may("read.board", slug)]
    with visit.look(looking) as look:
        found = figures.figures_of(visit, look, ("", *visit.names.units), months_up_to(looking.day, YEAR), looking)
        duties = list(_duties(visit, look, mine, looking))
        asked = _asked(visit, look, mine)
    yield from _headline(found)
    yield from duties
    yield from _responsibilities(gathered(visit, None, looking, handed_on=True))
    yield from _surveys(visit, asked)
    yield from _maturity(visit, looking)


def _headline(found: Figures) -> Iterator[Block]:
    counts = heard(found.heard)
    yield Heading("How loops ended")
    yield Words(
        "Whoever speaks is owed an answer, and says whether they were heard. Twelve months, all units together."
    )
    yield picture(heard_bar(counts), f"How voices were answered: {sentence(counts)}")
    yield Words(f"In words: {sentence(counts)}", "quiet")


def _duties(visit: Visit, look: Look, mine: list[str], looking: When) -> Iterator[Block]:
    """Duty by duty, each unit in a line, in the order they were opened."""
    months, known = months_up_to(looking.day, YEAR), visit.settings.figures
    told = {}
    for slug in mine:
        carried = figures.duties_of(visit, look, slug, months, looking)
        if carried.executive is not None:
            told[slug] = figures.values(figures.figures_of(visit, look, (slug,), months, looking), carried)
    yield Heading("Five duties of executive partners")
    if not told:
        yield Words("No unit with an executive partner is there for whoever made this paper.")
        return
    yield Words(
        "What was done in twelve months, not what anybody thinks of anybody. There is no total: the weakest of five says more "
        "than their mean. Units stand in the order they were opened; they are not ranked."
    )
    for duty in known.duties:
        head = ("Unit", *(known.figures[key].title for key in duty.figures))
        rows = tuple(
            (visit.names.unit(slug), *(_value(one[key]) for key in duty.figures)) for slug, one in told.items()
        )
        yield Table(duty.title, head, rows, (2, *(4 for _ in duty.figures)))
    if alone := [
        visit.names.unit(slug) for slug in mine if slug not in told and not visit.names.units[slug].succession
    ]:
        yield Words(f"Without an executive partner now: {', '.join(alone)}.", "quiet")


def _value(told: tuple[str, str]) -> str:
    """So: "50 % – 2 of 4 months"."""
    return NOTHING if told[0] == NOTHING else " – ".join(filter(None, told))


def _responsibilities(found: Gathered) -> Iterator[Block]:
    yield Break()
    yield Heading("Four responsibilities of those who lead")
    yield Words(
        "Each for itself: the last four quarters, what is met least often first. There is no average of the four."
    )
    for one in found.lines:
        yield from _responsibility(one)
    if found.funnel:
        yield Heading("Unit by unit", 2)
        says = f"{found.funnel.title}: units around the share of all."
        caption = "Between the lines lies what chance alone would bring; a triangle lies beyond. No unit is ranked."
        yield picture(found.funnel.picture, says, caption, 70)
        yield Table(found.funnel.title, ("Unit", "Share", "Of", "From all"), found.funnel.rows)
    yield Heading("Goals")
    if not found.goals:
        yield Words("No goal was agreed on for the hospital.")
    for goal in found.goals:
        yield from _goal(goal)


def _responsibility(one: Line) -> Iterator[Block]:
    yield Heading(one.title, 2)
    yield Words(one.says)
    first = f"{one.figure}: {one.of}" if one.of else one.figure
    yield Counted(((one.number, first), (one.goal, "is the goal"), (one.consistency, one.consistent)))
    if one.hidden:
        yield Words("Fewer than ten reports in a quarter are shown to those alone who see to respect.", "quiet")
    yield Table("Quarter by quarter", QUARTER, one.rows, WIDE)
    if one.stages:
        said = ", ".join(f"{name} {stage.lower()}" for name, stage in one.stages)
        yield Words(f"What leaders say: {said}. Lowest: {one.lowest.lower() or 'nothing could be said'}.")


def _goal(goal: Goal) -> Iterator[Block]:
    yield Heading(f"{goal.title}: {goal.target}", 2)
    stands = ", ".join(filter(None, (goal.chip[1], goal.horizon.lower(), goal.start, goal.whose)))
    yield Words(f"{stands}.")
    if goal.why:
        yield Words(goal.why, "quoted")
    if goal.before:
        yield Listed(tuple((f"before: {target}", why) for target, why in goal.before))
    if goal.said:
        yield Words(f"What came of it: {goal.said}")
    yield Table("Quarter by quarter, by the target of that time", QUARTER, goal.rows, WIDE)


class _Asked(Struct, frozen=True):
    """The latest count of an instrument, and the units it speaks of together."""

    campaign: Campaign
    found: Result


def _asked(visit: Visit, look: Look, mine: list[str]) -> list[_Asked]:
    """Unit by unit; what counts several as one is told once, and to those who may read all of them."""
    told: dict[tuple[str, tuple[str, ...]], _Asked] = {}
    for slug in mine:
        for _, campaign, found in counted(visit, look.campaigns([slug])):
            if campaign.digest and set(campaign.units) <= set(mine):
                told.setdefault((campaign.digest, campaign.units), _Asked(campaign, found))
    return list(told.values())


def _surveys(visit: Visit, asked: list[_Asked]) -> Iterator[Block]:
    yield Break()
    yield Heading("What surveys say")
    if not asked:
        yield Words("Nothing was asked and counted that whoever made this paper may read.")
        return
    yield Words(
        "The latest count of each survey, unit by unit. A share stands with its interval: where it would lie in 95 of 100 "
        "such surveys. Where too few answered nothing is shown, so that nobody can be told by what they said; a share that all "
        "or nobody of a small group gave is told as a bound."
    )
    for one in asked:
        yield Heading(f"{survey.units_of(visit, one.campaign)}: {one.found.instrument.title['en']}", 2)
        yield from survey.told(visit, one.campaign, one.found)


def _maturity(visit: Visit, looking: When) -> Iterator[Block]:
    yield Break()
    yield Heading("How far we have come")
    if not visit.may("read.hospital"):
        yield Words("Left out: whoever made this paper may not read what leaders say of the hospital.")
        return
    found = maturity.current(visit, maturity.everything(visit, None, looking), None, looking)
    if found is None:
        yield Words("Leaders have not published yet how far they say the hospital has come.")
        return
    yield Words(f"As those who rated agreed, published on {found.since}. {found.whole}")
    yield picture(found.picture, "How far we have come, part by part; the table below says the same.")
    for part in found.parts:
        yield Heading(part.name, 2)
        yield Words(f"Lowest: {part.lowest.lower()}. Middle: {part.middle}.")
        head = ("Component", "Agreed", "How raters lie apart", "Beside it in the ledger")
        yield Table("", head, tuple(map(_component, part.lines)), (3, 2, 3, 5))


def _component(one: Component) -> tuple[str, ...]:
    apart = ", ".join(filter(None, (one.spread, one.wide, _dissents(len(one.dissents)))))
    beside = "; ".join(f"{what}: {number}" + (f" ({lies})" if lies else "") for what, number, lies in one.beside)
    moved = f" ({one.moved})" if one.moved else ""
    return one.title, (one.agreed or "not agreed yet") + moved, apart, beside or "–"


def _dissents(count: int) -> str:
    return time_words.number_of(count, "dissent") if count else ""
