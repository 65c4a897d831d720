"""`/conduct`: what somebody did, looked at by the path of a just culture, for the few who read it; `/conduct/<id>`: one."""

from flask import Blueprint, abort

from projections.conducts import LEAST, ConductRow, mix
from projections.lives import Stint
from services.web import when
from services.web.doing.actions import Action
from services.web.framing import shown
from services.web.layout import Line
from services.web.paths import its_id
from services.web.phrases import choice
from services.web.telling import timeline
from services.web.telling.desks import headline
from services.web.telling.stories import day
from services.web.visit import Visit, Words, here
from services.web.when import When
from services.wording import time_words
from workflows.conduct.state import Conduct
from workflows.kernel.grammar import Ref

conduct = Blueprint("conduct", __name__)

CHIPS = {
    "opened": ("owed", "The house is looked at first"),
    "looked": ("in_work", "To be judged"),
    "judged": ("in_work", "To be done"),
    "followed": ("resolved", "Done"),
    "closed": ("closed", "Closed"),
    "withdrawn": ("withdrawn", "There was nothing"),
}
NEXT = {
    "opened": "Look at how things are set up: would others have done the same?",
    "looked": "Judge what was done, and not what came of it. What follows, follows from that.",
    "judged": "Do what follows, and say what was done.",
    "followed": "It can be closed.",
}
OFFERS: dict[str, tuple[tuple[str, str, bool], ...]] = {
    "opened": (("look_at_house", "What made it likely", True), ("withdraw", "There was nothing", False)),
    "looked": (("judge", "Judge what was done", True), ("look_at_house", "What made it likely", False)),
    "judged": (("follow", "It was done", True),),
    "followed": (("close", "Close", True),),
}
CORRECT = ("correct", "Correct", False)


@conduct.get("/conduct")
def show_all() -> str:
    visit = here()
    visit.must("read.respect")
    looking = when.when(visit)
    with visit.look(looking) as look:
        found = look.conducts()
    words = visit.open(ref for one in found for ref in (one.row.title, one.row.conduct.person))
    counted = mix(one.row for one in found)
    return shown(
        "conduct/all.html",
        place="Respect",
        notices=looking.notices,
        moment=when.control(visit, looking),
        lines=[_line(visit, one, words, looking) for one in found],
        mix=[(str(count), choice(one, "response").lower()) for one, count in counted.items()] if counted else [],
        least=LEAST,
        begin="/do/conduct/open?next=/conduct" if visit.may("conduct.open") and not looking.past else "",
    )


def _line(visit: Visit, one: Stint[ConductRow], words: Words, looking: When) -> Line:
    known = one.row.conduct
    state, label = CHIPS[known.stage]
    owed = known.stage in ("opened", "looked", "judged")
    return Line(
        href=f"/conduct/{one.stream}{looking.query}",
        title=headline(words.of(known.did)),
        where=visit.names.of(words.of(known.person)),
        state=state,
        words=label,
        due=time_words.due(known.due, looking.day) if owed else "",
        late=owed and known.due < looking.day,
    )


@conduct.get("/conduct/<stream>")
def show(stream: str) -> str:
    visit = here()
    if not stream.startswith("conduct-") or not visit.house.clerk.memory.get(stream).version:
        abort(404)
    visit.must("read.respect", None, stream)
    looking = when.when(visit)
    with visit.look(looking) as look:
        found = next((one for one in look.conducts() if one.stream == stream), None) or abort(404)
    known = found.row.conduct
    told = timeline.facts(visit, [stream], looking)
    words = visit.open([*_refs(known), *timeline.refs(told)])
    return shown(
        "conduct/one.html",
        place="Respect",
        notices=looking.notices,
        moment=when.control(visit, looking),
        title=headline(words.of(known.did), 60),
        chip=CHIPS[known.stage],
        said=(words.of(known.did), f"{visit.names.of(words.of(known.person))}, {day(visit, known.opened, looking)}"),
        next=NEXT.get(known.stage, "Nothing: it has come to its end."),
        facts=[*_facts(visit, known, words, looking), *its_id(stream)],
        steps=timeline.steps(visit, told, words, looking),
        actions=() if looking.past else _actions(visit, stream, known),
    )


def _refs(known: Conduct) -> list[Ref | None]:
    return [known.person, known.did, known.in_unit, known.found, known.why, known.note]


def _facts(visit: Visit, known: Conduct, words: Words, looking: When) -> list[tuple[str, str]]:
    pairs = (
        ("About", visit.names.of(words.of(known.person))),
        ("Unit", visit.names.unit(words.of(known.in_unit)) if known.in_unit else ""),
        ("What made it likely", words.of(known.found)),
        ("What kind of act", choice(known.behaviour, "behaviour") if known.behaviour else ""),
        ("Why", words.of(known.why)),
        ("What follows", choice(known.response, "response") if known.response else ""),
        ("What was done", words.of(known.note)),
        ("By", time_words.short(known.due, looking.day)),
    )
    return [(name, value) for name, value in pairs if value]


def _actions(visit: Visit, stream: str, known: Conduct) -> tuple[Action, ...]:
    offers = OFFERS.get(known.stage, ())
    return tuple(
        Action(label, f"/do/conduct/{verb}?to={stream}", first)
        for verb, label, first in (*offers, *((CORRECT,) if offers else ()))
        if visit.may(f"conduct.{verb}", None, stream)
    )
