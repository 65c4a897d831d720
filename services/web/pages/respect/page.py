"""`/respect`: every incident its reader may know of, with its clock; `/respect/<id>`: one with all that was done."""

from flask import Blueprint, abort, redirect
from werkzeug.wrappers import Response

from projections.lives import Stint
from projections.respect import RespectRow
from services import clock
from services.web import when
from services.web.doing import actions
from services.web.framing import shown
from services.web.layout import Card
from services.web.pages.respect import figures
from services.web.paths import its_id
from services.web.phrases import choice
from services.web.telling import incidents, timeline
from services.web.telling.desks import headline
from services.web.telling.stories import day
from services.web.visit import Visit, Words, here
from services.web.when import When
from services.wording import time_words

respect = Blueprint("respect", __name__)

CHIPS = {
    "reported": ("owed", "First response owed"),
    "responded": ("in_work", "Step to choose"),
    "weighed": ("in_work", "Step chosen"),
    "addressed": ("resolved", "Addressed"),
    "closed": ("closed", "Closed"),
    "withdrawn": ("withdrawn", "Taken back"),
}
SPEAKERS = {
    "named": "reported under their name",
    "confidential": "reported in confidence",
    "anonymous": "reported anonymously",
}
LOTS = (("Waiting", "open", "owed"), ("Addressed", "addressed", "plain"), ("Come to their end", "ended", "done"))


@respect.get("/respect")
def show_all() -> str:
    visit = here()
    if not incidents.enters(visit):
        abort(404)
    visit.opening.looked("read.respect", None)
    looking = when.when(visit)
    found = incidents.seen(visit, looking)
    words = visit.open(stint.row.title for stint in found)
    by_shelf = {
        shelf: [_card(visit, one, words, looking) for one in found if one.row.shelf == shelf] for _, shelf, _ in LOTS
    }
    counted = figures.counted(visit, found, looking)
    late = sum(one.row.due is not None and one.row.due < looking.day for one in found)
    return shown(
        "respect/respect.html",
        place="Respect",
        notices=looking.notices,
        moment=when.control(visit, looking),
        lots=[(title, tone, by_shelf[shelf]) for title, shelf, tone in LOTS if by_shelf[shelf]],
        figures=figures.figures(counted, late),
        tiers=(figures.HEAD, figures.tiers(counted)),
        hidden=figures.hidden(counted),
        past=looking.past,
        conduct=visit.may("read.respect"),
    )


@respect.get("/respect/<stream>")
def show(stream: str) -> str | Response:
    visit = here()
    looking = when.when(visit)
    if entered := visit.entered(stream, lambda there: visit.may("read.respect", None, there)):
        return redirect(f"/respect/{entered}", 303)
    visit.must("read.respect", None, stream)
    found = next((one for one in incidents.seen(visit, looking) if one.stream == stream), None) or abort(404)
    row, incident = found.row, found.row.incident
    told = timeline.facts(visit, [stream], looking) or timeline.waiting_facts(visit, stream)
    said = [incident.what, incident.unit, incident.where, incident.who, incident.answer, incident.why, row.note]
    words = visit.open([*said, *timeline.refs(told)])
    state, label = CHIPS[row.state]
    return shown(
        "respect/incident.html",
        place="Respect",
        notices=looking.notices,
        moment=when.control(visit, looking),
        title=headline(words.of(incident.what), 60),
        chip=(state, label),
        late=time_words.due(row.due, looking.day) if row.due and row.due < looking.day else "",
        danger=incident.danger and row.shelf == "open",
        said=(words.of(incident.what), f"{SPEAKERS[incident.speaker]}, {day(visit, incident.reported, looking)}"),
        answer=words.of(incident.answer),
        next=next_of(visit, row, looking),
        facts=[*_facts(visit, row, words, looking), *its_id(stream)],
        steps=timeline.steps(visit, told, words, looking),
        actions=() if looking.past else actions.of_respect(visit, stream, row),
    )


def next_of(visit: Visit, row: RespectRow, looking: When) -> str:
    """What happens next with an incident, as a sentence."""
    holder = visit.names.of(row.incident.holder)
    by = f"by {time_words.short(row.due, looking.day)} ({time_words.due(row.due, looking.day)})" if row.due else ""
    match row.state:
        case "reported":
            return f"{holder} owes whoever reported it a first response {by}."
        case "responded":
            return f"{holder} chooses the step that fits; it is to be addressed {by}."
        case "weighed":
            return f"{holder} sees that it is addressed {by}."
        case "addressed":
            return "It can be closed. If it happens again, a firmer step is owed."
        case _:
            return "Nothing: it has come to its end."


def _card(visit: Visit, stint: Stint[RespectRow], words: Words, looking: When) -> Card:
    row = stint.row
    state, label = CHIPS[row.state]
    return Card(
        number=0,
        href=f"/respect/{stint.stream}{looking.query}",
        title=headline(words.of(row.title), 70),
        state=state,
        words=label,
        desk=visit.names.of(row.incident.holder),
        note=choice(row.incident.kind),
        held=time_words.held(row.incident.reported, looking.until) if row.due else "",
        due=time_words.due(row.due, looking.day),
        overdue=row.due is not None and row.due < looking.day,
        ours=visit.holds(row.incident.holder, None),
    )


def _facts(visit: Visit, row: RespectRow, words: Words, looking: When) -> list[tuple[str, str]]:
    incident = row.incident
    pairs = (
        ("What it is", choice(incident.kind)),
        ("Who did it", words.of(incident.who)),
        ("Unit", visit.names.unit(words.of(incident.unit)) if incident.unit else ""),
        ("Where and when", words.of(incident.where)),
        ("Lies with", visit.names.of(incident.holder)),
        ("Lay with before it climbed", ", ".join(map(visit.names.of, incident.below))),
        ("First response", _first_response(visit, row, looking)),
        ("Step", choice(incident.tier) if incident.tier else ""),
        ("Why this step", words.of(incident.why)),
        ("Grave, or a matter of law", "yes, so it must be referred" if incident.grave else ""),
        ("Happened again", time_words.times(len(incident.recurred)) if incident.recurred else ""),
        ("What was done", words.of(row.note)),
    )
    return [(name, value) for name, value in pairs if value]


def _first_response(visit: Visit, row: RespectRow, looking: When) -> str:
    incident = row.incident
    promised = f"promised for {time_words.short(incident.first_due, looking.day)}"
    if incident.responded is None:
        return promised
    on, since = (clock.day_of(one, visit.house.plate.zone) for one in (incident.responded, incident.reported))
    days = time_words.left(on, since)
    after = f"after {time_words.number_of(days, 'day')}" if days else "the same day"
    return f"{time_words.short(on, looking.day)}, {after}; {promised}"
