"""Where a message can stand, and how it came there."""

from typing import assert_never, cast

from msgspec import Struct
from msgspec.structs import replace

from workflows.kernel.grammar import Correction, Fact, Ref
from workflows.kernel.moments import Moment
from workflows.kernel.noun import Nothing
from workflows.message.commands import Topic
from workflows.message.events import Corrected, Happened, ReadBack, Sent, TakenBack

KEPT = 12
"""So many of what people said last are kept at hand: a message to a thousand people is still a small thing."""


class Note(Struct, frozen=True, kw_only=True):
    """A message. `read`: how many read it back; `said`: what they understood, the latest last. `why`: it was taken back."""

    unit: str | None
    topic: Topic
    words: Ref
    sender: str | None
    sent: Moment
    since: Moment
    read: int = 0
    said: tuple[Ref, ...] = ()
    why: Ref | None = None
    corrections: tuple[Correction, ...] = ()


State = Nothing | Note


def evolve(state: State, fact: Fact) -> State:
    event = cast(Happened, fact.event)
    if isinstance(event, Sent):
        return _sent(event, fact)
    return state if isinstance(state, Nothing) else _changed(state, event, fact)


def _sent(event: Sent, fact: Fact) -> Note:
    return Note(
        unit=event.unit,
        topic=event.topic,
        words=Ref(fact.seq, "words"),
        sender=fact.head.by.id,
        sent=fact.happened,
        since=fact.happened,
    )


def _changed(state: Note, event: Happened, fact: Fact) -> Note:
    match event:
        case Sent():
            return state
        case ReadBack(words=words):
            said = state.said if words is None else (*state.said, Ref(fact.seq, "words"))[-KEPT:]
            return replace(state, read=state.read + 1, said=said)
        case TakenBack():
            return replace(state, why=Ref(fact.seq, "reason"), since=fact.happened)
        case Corrected():
            return _corrected(state, event, fact)
        case _:
            assert_never(event)


def _corrected(state: Note, event: Corrected, fact: Fact) -> Note:
    if event.part is not None:
        corrections = (*state.corrections, Correction("words", state.words, fact.happened))
        return replace(state, words=Ref(fact.seq, "text"), corrections=corrections)
    corrections = (*state.corrections, Correction("topic", event.was, fact.happened))
    return replace(state, topic=event.now, corrections=corrections)
