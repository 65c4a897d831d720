"""`/decisions`: what is to be decided and what was, with how well it is weighed; `/decision/<id>`: one."""

from flask import Blueprint

from projections.decisions import DecisionRow
from projections.lives import Stint
from projections.weighed import weighed
from services import clock
from services.reader.views import Look
from services.web import when
from services.web.doing.deciding import of_decision
from services.web.framing import ledger, shown
from services.web.layout import Line
from services.web.pages.decisions import telling, weights
from services.web.telling import timeline
from services.web.telling.desks import headline
from services.web.telling.stories import record
from services.web.visit import Visit, Words, here
from services.web.when import When
from services.wording import time_words

decisions = Blueprint("decisions", __name__)

SHELVES = (
    ("To be decided", ("proposed",)),
    ("In force, still to be looked at again", ("decided",)),
    ("Looked at, and settled", ("confirmed", "reversed")),
    ("Taken back", ("withdrawn",)),
)


@decisions.get("/decisions")
def every() -> str:
    visit = here()
    room, looking = ledger(visit), when.when(visit)
    with visit.look(looking, room.slug) as look:
        found = look.decisions(room.units)
    found = tuple(one for one in found if visit.sees(one.stream))
    words = visit.open(one.row.title for one in found)
    lines = {
        state: [_line(visit, one, words, looking) for one in found if one.row.state in state] for _, state in SHELVES
    }
    counted = weighed((one.row for one in found), looking.day, lambda at: clock.day_of(at, visit.house.plate.zone))
    return shown(
        "decisions/every.html",
        place=room.place,
        room=room,
        views=room.views("Decisions"),
        notices=looking.notices,
        moment=when.control(visit, looking, (("unit", room.slug),) if room.slug else ()),
        figures=weights.figures(counted),
        bars=weights.bars(counted) if counted.rated.whole else (),
        parts_of_it=weights.PARTS,
        table=(weights.HEAD, weights.table(counted)),
        lots=[(name, lines[states]) for name, states in SHELVES],
        propose=_propose(visit, room.slug, looking),
    )


def _propose(visit: Visit, slug: str | None, looking: When) -> str:
    may = visit.may("decision.propose", slug) if slug else visit.may_anywhere("decision.propose")
    unit = f"?unit={slug}" if slug else ""
    return f"/do/decision/propose{unit}" if may and not looking.past else ""


def _line(visit: Visit, one: Stint[DecisionRow], words: Words, looking: When) -> Line:
    row = one.row
    due = telling.next_day(row)
    return Line(
        href=f"/decision/{one.stream}{looking.query}",
        title=headline(words.of(row.title)),
        where=f"{visit.names.unit(row.proposal.unit)} · {visit.names.of(row.proposal.decider)}",
        state=row.state,
        words=telling.chip(row),
        due=time_words.due(due, looking.day) if due else "",
        late=due is not None and due < looking.day,
    )


@decisions.get("/decision/<stream>")
def show(stream: str) -> str:
    visit = here()
    found, looking = record(visit, "decision", stream, Look.decision)
    row = found.row
    told = timeline.facts(visit, [stream], looking)
    words = visit.open([*telling.refs(row), *timeline.refs(told)])
    due = telling.next_day(row)
    return shown(
        "decisions/one.html",
        place="Hospital" if visit.may("read.figures") else "Unit",
        notices=looking.notices,
        moment=when.control(visit, looking),
        title=headline(words.of(row.title), 60),
        state=row.state,
        said_of_state=telling.chip(row),
        late=time_words.due(due, looking.day) if due and due < looking.day else "",
        said=telling.said(visit, row, words, looking),
        next=telling.next_step(visit, row, looking),
        marks=weights.marks(row.proposal),
        rows=weights.rows(visit, row.proposal, words),
        decided=telling.decided(visit, row, words, looking),
        evidence=telling.evidence(visit, row, words, looking),
        facts=telling.facts(visit, stream, row, words, looking),
        steps=timeline.steps(visit, told, words, looking),
        actions=() if looking.past else of_decision(visit, stream, row),
    )
