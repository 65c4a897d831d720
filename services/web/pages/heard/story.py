"""A voice as its speaker reads it: plain words, days, and nothing of who did what."""

from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter

from msgspec import Struct
from msgspec.structs import replace

from projections.answers import VoiceRow
from services import clock
from services.clerk import meanwhile
from services.clerk.stand_ins import Item
from services.house import House
from services.ledger.entry import inner, leaf, line
from services.web.public.catalogue import Says
from services.web.public.outside import short, spoken
from services.web.telling.watched import opened, read_apart
from workflows.concern.state import Said
from workflows.kernel.grammar import Fact, Ref
from workflows.kernel.moments import Day
from workflows.respect.state import Addressed, Known, Reported
from workflows.respect.state import Ended as Over

WINDOW = 100
"""Entries among which a voice is said to be: no finer than it must be."""
MAY = {
    "owed": frozenset({"reply", "withdraw"}),
    "answered": frozenset({"reply", "withdraw"}),
    "delivered": frozenset({"heard", "dispute", "reply", "withdraw"}),
    "no_reply": frozenset({"heard"}),
    "cannot_be_reached": frozenset({"heard"}),
    "reported": frozenset({"withdraw"}),
    "responded": frozenset({"withdraw"}),
}
"""What its speaker may say to it, by where it stands."""

Words = Callable[[Ref | None], str]


class Told(Struct, frozen=True, kw_only=True):
    """All a speaker sees. The number of `proof` is empty while it waits."""

    state: str
    said: str
    answer: str
    reason: str = ""
    next: str
    asked: bool = False
    talk: tuple[tuple[str, str], ...] = ()
    steps: tuple[tuple[str, str], ...]
    watched: tuple[str, ...] = ()
    proof: tuple[str, str]

    @property
    def may(self) -> frozenset[str]:
        return MAY.get(self.state, frozenset())


def told(house: House, place: str, say: Says) -> Told | None:
    """What stands at `place`, a waiting id or a stream; None where there is nothing anybody said."""
    item = _whole(house, place)
    if item is None:
        return None
    texts = house.door.open([Ref(fact.seq, part) for fact in item.facts for part in _parts(fact)])

    def words(ref: Ref | None) -> str:
        return "" if ref is None else texts.get(ref, say("heard.erased"))

    steps, proof = tuple(_steps(house, item, say)), _proof(house, place, say)
    if isinstance(item.state, Known):
        return replace(_incident(item.state, words, say, steps, proof), watched=_watched(house, item, say))
    stint = meanwhile.voice(item)
    if stint is None:
        return None
    return replace(_voice(stint.row, words, say, steps, proof), watched=_watched(house, item, say))


def _parts(fact: Fact) -> Iterator[str]:
    """The parts of a fact that hold words: as it is stored, a part's value is its own name."""
    return (name for name in fact.event.__struct_fields__ if getattr(fact.event, name) == name)


def _whole(house: House, place: str) -> Item | None:
    """All of it that is in the ledger, and all that waits."""
    waiting = house.waiting_room.item(place)
    entered = tuple(house.clerk.mapper.fact(row) for row in house.ledger.stream_rows(place))
    facts = (*entered, *(waiting.facts if waiting else ()))
    if not facts:
        return None
    state = waiting.state if waiting else house.clerk.memory.get(place).state
    return Item(place, facts[0].stream, "", state, facts, waiting.words if waiting else {})


def _voice(row: VoiceRow, words: Words, say: Says, steps: tuple[tuple[str, str], ...], proof: tuple[str, str]) -> Told:
    voice, answer = row.voice, row.answer
    return Told(
        state=row.state,
        said=words(voice.what),
        answer=words(answer.text) if answer else "",
        reason=words(answer.reason) if answer else "",
        next=_next(row.state, row.due, say),
        asked=voice.asked,
        talk=tuple(_talk(voice.talk, words, say)),
        steps=steps,
        proof=proof,
    )


def _incident(
    state: Known, words: Words, say: Says, steps: tuple[tuple[str, str], ...], proof: tuple[str, str]
) -> Told:
    """Its reporter learns that it was dealt with, and not how."""
    match state:
        case Reported():
            stands = "reported"
        case Addressed() | Over(how="closed"):
            stands = "addressed"
        case Over():
            stands = "withdrawn"
        case _:
            stands = "responded"
    incident = state.incident
    due = state.due if isinstance(state, Reported) else None
    return Told(
        state=stands,
        said=words(incident.what),
        answer=words(incident.answer),
        next=_next(stands, due, say),
        steps=steps,
        proof=proof,
    )


def _next(state: str, due: Day | None, say: Says) -> str:
    return say(f"heard.next.{state}", day=spoken(due, say) if due else "")


def _talk(talk: Iterable[Said], words: Words, say: Says) -> Iterator[tuple[str, str]]:
    for turn in talk:
        yield say("heard.they_asked" if turn.by else "heard.you_replied"), words(turn.words)


def _steps(house: House, item: Item, say: Says) -> Iterator[tuple[str, str]]:
    """What became of it, and when two people opened the name behind it: as what they did so, never who they are."""
    told = [(fact.happened, say(key)) for fact in item.facts if (key := f"story.{fact.head.name}") in say.words]
    for _, shown, (one, other) in opened(house, (item.stream,)):
        told.append((shown, say("story.identity.shown", one=say(f"role.{one}"), other=say(f"role.{other}"))))
    for moment, words in sorted(told, key=itemgetter(0)):
        yield short(clock.day_of(moment, house.plate.zone), say), words


def _watched(house: House, item: Item, say: Says) -> tuple[str, ...]:
    """In which roles it was read behind the board, and on which days; each once."""
    with house.views.look() as look:
        seen = [
            (clock.day_of(at, house.plate.zone), say.words.get(f"role.{role}") or say("role.somebody"))
            for _, at, role in read_apart(look, (item.stream,))
        ]
    return tuple(say("heard.looked", day=spoken(day, say), who=who) for day, who in dict.fromkeys(seen))


def _proof(house: House, place: str, say: Says) -> tuple[str, str]:
    """The leaf of what was said, and among which entries it is. The leaf commits to sealed words under salts that nobody is
    shown: it tells nothing of them, and since every leaf is there for whoever checks the record, having one shows nothing of
    who spoke."""
    row = next(iter(house.ledger.stream_rows(place)), None)
    if row is None:
        return "", say("heard.proof_waits")
    seq, unit, unit_seq, at, _, _, head, body = row
    number = leaf(line(house.plate.slug, seq, unit, unit_seq, at), inner(head, body)).hex()
    first = (seq - 1) // WINDOW * WINDOW + 1
    return number, say("heard.proof_text", first=first, last=first + WINDOW - 1)
