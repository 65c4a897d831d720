"""`/campaign/<id>/debrief.pdf`: what a unit talks about once a survey was counted: what people said, and what follows."""

from collections.abc import Iterator

from flask import Blueprint, abort
from werkzeug.wrappers import Response

from assessments.campaign import Campaign
from services import commenting, surveyed
from services.printing.paper import Block, Heading, Listed, Paper, Table, Words
from services.surveyed import Result
from services.web.papers import survey
from services.web.papers.making import handed_on, paper, served
from services.web.papers.states import called
from services.web.telling.things import named
from services.web.visit import Visit, here
from services.web.when import When
from services.wording import held, time_words
from workflows.kernel.ids import is_id
from workflows.trail import Note

debrief = Blueprint("debrief_paper", __name__)

TALK = (
    "What surprises us?",
    "What do we want to keep?",
    "What is the first thing we change? It becomes an issue on the board, with an owner and a day.",
)
NOBODY = "Nobody asks who said what: these are answers of all together, and they are not to be taken apart."


@debrief.get("/campaign/<stream>/debrief.pdf")
def show(stream: str) -> Response:
    """That it was taken is on the read log; before it was counted there is nothing to talk about."""
    visit, state = here(), None
    if is_id(stream, "campaign"):
        state = visit.house.clerk.memory.get(stream).state
    if not isinstance(state, Campaign) or state.digest is None:
        abort(404)
    unit = next((one for one in state.units if visit.may("read.board", one)), None) or abort(404)
    found = surveyed.result(visit.house, stream, state) or abort(404)
    looking = When("now", visit.today, visit.now)
    visit.house.looks.note(visit.actor, Note(how="exported", what="survey", about=stream))
    made = debrief_paper(handed_on(visit), stream, state, found, looking)
    return served(made, f"debrief-{unit}-{state.closes}", f"/unit/{unit}/surveys#{stream}")


def debrief_paper(visit: Visit, stream: str, campaign: Campaign, found: Result, looking: When) -> Paper:
    title = f"{survey.units_of(visit, campaign)}: {found.instrument.title['en']}"
    under = f"Closed on {time_words.short(campaign.closes, looking.day)}. To talk about together."
    blocks = (
        *survey.told(visit, campaign, found),
        *_beside(found),
        *_written(visit, stream, campaign),
        *_follows(visit, campaign, looking),
    )
    return paper(visit, looking, title=title, under=under, blocks=blocks)


def _beside(found: Result) -> Iterator[Block]:
    if found.held:
        head = held.head(found.held)
        yield Table("By what people do", head, held.rows(found.held), (3, *(2 for _ in head[1:])))


def _written(visit: Visit, stream: str, campaign: Campaign) -> Iterator[Block]:
    said = commenting.told(visit.house, stream, campaign)
    if said:
        yield Heading("In words of their own")
        yield Words("Shown together once enough wrote, without names and in an order that says nothing.", "quiet")
        yield from (Words(one, "quoted") for one in said)


def _follows(visit: Visit, campaign: Campaign, looking: When) -> Iterator[Block]:
    yield Heading("What follows")
    yield Words(NOBODY, "quiet")
    if campaign.keep:
        yield Words(f"We keep: {visit.open([campaign.keep]).of(campaign.keep)}")
    elif campaign.issue:
        yield _worked_on(visit, campaign.issue, looking)
    else:
        yield Words("Nothing was said yet.")
        yield Listed(tuple((question, "") for question in TALK))


def _worked_on(visit: Visit, stream: str, looking: When) -> Block:
    unit = visit.unit_of(stream)
    with visit.look(looking, unit) as look:
        page = look.issue(stream) if visit.sees(stream) and visit.may("read.issue", unit, stream) else None
    if page is None:
        return Words("It is worked on as an issue that whoever made this paper may not read.")
    row = page.issue.row
    owner = visit.names.of(row.matter.owner) if row.matter.owner else "nobody yet"
    due = time_words.short(row.matter.due, looking.day)
    what = named(page.issue, visit.open([row.title]))
    return Table(
        "The issue it is worked on as",
        ("What", "Stands", "Who", "By when"),
        ((what, called(row.state), owner, due),),
        (5, 2, 3, 2),
    )
