"""A trace in words: hop by hop, each with its facts, or its gap."""

from collections.abc import Iterator

from flask import abort
from msgspec import Struct
from msgspec.structs import replace

from projections.tracer import Hop, HopKey, Stands, hops
from services.reader.answers import IssuePage
from services.web.telling import timeline
from services.web.visit import Visit, Words
from services.web.when import When
from services.wording import time_words
from workflows.kernel.grammar import Fact, Ref
from workflows.kernel.moments import DAY

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
ENDED = {
    "concern.heard": "Whoever spoke said that they were heard.",
    "concern.disputed": "Whoever spoke said that the answer does not hold.",
    "concern.disagreed": "Whoever spoke still disagrees.",
    "concern.fell_silent": "Whoever spoke did not reply.",
    "concern.not_reached": "Whoever spoke could not be reached.",
    "concern.withdrawn": "Whoever spoke took it back.",
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


class Traced(Struct, frozen=True, kw_only=True):
    """One issue, followed; `gaps` is how many hops are missing or overdue, `ahead` how many it has
    not come to, `ended` what whoever spoke said at the last."""

    title: str
    number: int
    unit: str
    hops: tuple[Told, ...]
    gaps: int
    ahead: int
    ended: str

    @property
    def summed(self) -> str:
        return f"{self._hops} {self.ended}".strip()

    @property
    def _hops(self) -> str:
        gaps, ahead = self.gaps, self.ahead
        if not gaps and not ahead:
            return "Every hop is on record, or was not needed."
        missing = ("One hop is a gap." if gaps == 1 else f"{gaps} hops are gaps.") if gaps else ""
        coming = ("One hop is still to come." if ahead == 1 else f"{ahead} hops are still to come.") if ahead else ""
        return f"{missing} {coming}".strip()


def traced(visit: Visit, stream: str, looking: When) -> Traced:
    """404 where it is not there, or not for this reader. What is privileged is in none: a trace is handed on."""
    without = visit.house.rights.shared_without(visit.actor)
    with visit.look(looking) as look:
        found = (None if stream in without else look.issue(stream)) or abort(404)
        visit.must_read(stream)
        counted = [one.stream for one in look.campaigns([found.issue.row.unit]) if one.row.campaign.digest]
    told = timeline.facts(
        visit, [stream, *(one for one in _hanging(visit, found) if one not in without), *counted], looking
    )
    listed = found.issue.row.matter.listed
    late = (
        (one.row.owes, one.row.due)
        for one in found.held
        if one.ended is None and one.row.due and one.row.due < looking.day and one.stream not in without
    )
    passed = hops([one for one in told if one.head.name != "ballots.counted" or one.happened >= listed], late)
    shown = [fact for hop in passed for fact in hop.facts]
    words = visit.open([found.issue.row.title, *timeline.refs(shown), *filter(None, map(_first_words, shown))])
    return Traced(
        title=words.of(found.issue.row.title),
        number=found.issue.row.matter.number,
        unit=visit.names.unit(found.issue.row.unit),
        hops=tuple(_told(visit, passed, words, looking)),
        gaps=sum(hop.stands == "gap" for hop in passed),
        ahead=sum(hop.stands == "not_yet" for hop in passed),
        ended=_ended(passed),
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
            without=f"Overdue since {time_words.short(hop.overdue, looking.day)}."
            if hop.overdue
            else WITHOUT[hop.stands],
            after=_after(before, first),
            lines=tuple(_line(visit, one, words, looking) for one in hop.facts),
        )
        before = first or before


def _ended(passed: tuple[Hop, ...]) -> str:
    """What whoever spoke said of it at the last, each that is so of one of them; "" before."""
    last = {fact.stream: fact.head.name for hop in passed if hop.key == "said" for fact in hop.facts}
    return " ".join(words for name, words in ENDED.items() if name in last.values())


def _line(visit: Visit, fact: Fact, words: Words, looking: When) -> Line:
    step = timeline.step(visit, fact, words, looking)
    said = words.of(_first_words(fact))
    return Line(replace(step, words=said) if said else step, place(visit, fact))


def _first_words(fact: Fact) -> Ref | None:
    """What was said, which a story tells above its facts and a trace beside them."""
    return Ref(fact.seq, "what") if fact.head.name in ("concern.raised", "barrier.logged") else None


def _after(before: Fact | None, fact: Fact | None) -> str:
    """How long after the hop before it began; "" where that was the same day, or it came first."""
    days = (fact.happened - before.happened) // DAY if before and fact else 0
    return f"after {time_words.number_of(days, 'day')}" if days > 0 else ""


def place(visit: Visit, fact: Fact) -> str:
    (leaf,) = visit.house.ledger.leaves(fact.seq - 1, 1)
    return f"entry {fact.seq:,}, {leaf.hex()[:SHORT]}…"
