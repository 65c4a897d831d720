"""`/trace?number=118` finds an issue by its number; `/trace/<issue>` follows it from the voice to the answer, on paper too.

What is privileged or restricted is not in it, and who looked is on record.
"""

from collections.abc import Iterator

from flask import Blueprint, abort, redirect, request
from msgspec import Struct
from msgspec.structs import replace
from werkzeug.wrappers import Response

from projections.tracer import Hop, HopKey, Stands, hops
from services.reader.answers import IssuePage
from services.web import when
from services.web.framing import hospital_tabs, shown
from services.web.telling import log_head, timeline
from services.web.visit import Visit, Words, here
from services.web.when import When
from services.wording import time_words
from workflows.kernel.grammar import Fact, Ref
from workflows.kernel.moments import DAY
from workflows.trail import Note

trace = Blueprint("trace", __name__)

NAMES: dict[HopKey, str] = {
    "spoke": "Somebody spoke",
    "rounds": "It was heard on rounds",
    "listed": "It was listed",
    "barrier": "Something stood in the way",
    "taken_on": "Somebody was to remove it",
    "claimed": "It was said to be gone",
    "verified": "The unit looked",
    "settled": "It was settled",
    "answered": "Whoever spoke was answered",
    "delivered": "The answer was brought to them",
    "said": "They said whether they were heard",
    "asked": "The unit was asked how safe it is",
}
WITHOUT: dict[Stands, str] = {
    "on_record": "",
    "gap": "Nothing is on record.",
    "not_yet": "It has not come to this yet.",
    "not_needed": "None, as far as is on record.",
}
SHORT = 16
"""Characters of a leaf by which people find it; the evidence gives all of it."""


class Line(Struct, frozen=True):
    """A fact of a hop; `place` is its number in the log and the beginning of its leaf."""

    step: timeline.Step
    place: str


class Told(Struct, frozen=True, kw_only=True):
    """A hop: `after` says how long after the one before."""

    name: str
    gap: bool
    without: str
    after: str
    lines: tuple[Line, ...]


@trace.get("/trace")
def find() -> Response | str:
    visit = here()
    visit.must("read.hospital")
    number = request.args.get("number", "").strip().lstrip("#")
    rows = (
        visit.house.ledger.rows(int(number) - 1, 1) if number.isascii() and number.isdecimal() and int(number) else []
    )
    stream = visit.house.clerk.mapper.fact(rows[0]).stream if rows else ""
    if stream.startswith("issue-") and visit.sees(stream):
        return redirect(f"/trace/{stream}")
    return shown(
        "trace/find.html",
        place="Hospital",
        title=visit.house.plate.name,
        tabs=hospital_tabs(visit, "Trace one concern"),
        number=number,
    )


@trace.get("/trace/<stream>")
def show(stream: str) -> str:
    visit = here()
    looking = when.when(visit)
    with visit.look(looking) as look:
        found = look.issue(stream) or abort(404)
        visit.must_read(stream)
        counted = [one.stream for one in look.campaigns([found.issue.row.unit]) if one.row.campaign.digest]
    visit.house.looks.note(visit.actor, Note(how="viewed", what="trace", about=stream))
    told = timeline.facts(visit, [stream, *_hanging(visit, found), *counted], looking)
    listed = found.issue.row.matter.listed
    passed = hops([one for one in told if one.head.name != "ballots.counted" or one.happened >= listed])
    shown_facts = [fact for hop in passed for fact in hop.facts]
    words = visit.open(
        [found.issue.row.title, *timeline.refs(shown_facts), *filter(None, map(_first_words, shown_facts))]
    )
    return shown(
        "trace/trace.html",
        place="Hospital" if visit.may("read.hospital") else "Unit",
        notices=looking.notices,
        moment=when.control(visit, looking),
        title=words.of(found.issue.row.title),
        number=found.issue.row.matter.number,
        unit=visit.names.unit(found.issue.row.unit),
        home=f"/issue/{stream}{looking.query}",
        hops=list(_told(visit, passed, words, looking)),
        gaps=sum(hop.stands == "gap" for hop in passed),
        log=log_head.told(visit),
        printed=time_words.short(visit.today, visit.today),
    )


def _hanging(visit: Visit, found: IssuePage) -> list[str]:
    """Voices, barriers, and the rounds where it was said or met; of what is restricted, nothing."""
    voices = [one for one in found.voices if visit.sees(one.stream)]
    met = (found.issue.row.matter.rounds, *(one.row.voice.rounds for one in voices))
    rounds = dict.fromkeys(one for one in met if one and visit.sees(one))
    return [*(one.stream for one in voices), *(one.stream for one in found.barriers), *rounds]


def _told(visit: Visit, passed: tuple[Hop, ...], words: Words, looking: When) -> Iterator[Told]:
    before: Fact | None = None
    for hop in passed:
        first = hop.facts[0] if hop.facts else None
        yield Told(
            name=NAMES[hop.key],
            gap=hop.stands == "gap",
            without=WITHOUT[hop.stands],
            after=_after(before, first),
            lines=tuple(_line(visit, one, words, looking) for one in hop.facts),
        )
        before = first or before


def _line(visit: Visit, fact: Fact, words: Words, looking: When) -> Line:
    step = timeline.step(visit, fact, words, looking)
    said = words.of(_first_words(fact))
    return Line(replace(step, words=said) if said else step, _place(visit, fact))


def _first_words(fact: Fact) -> Ref | None:
    """What was said, which a story tells above its facts and a trace beside them."""
    return Ref(fact.seq, "what") if fact.head.name in ("concern.raised", "barrier.logged") else None


def _after(before: Fact | None, fact: Fact | None) -> str:
    """How long after the hop before it began; "" where that was the same day, or it came first."""
    days = (fact.happened - before.happened) // DAY if before and fact else 0
    return f"after {time_words.number_of(days, 'day')}" if days > 0 else ""


def _place(visit: Visit, fact: Fact) -> str:
    (leaf,) = visit.house.ledger.leaves(fact.seq - 1, 1)
    return f"entry {fact.seq:,}, {leaf.hex()[:SHORT]}…"
