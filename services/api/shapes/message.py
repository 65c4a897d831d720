"""What those who lead told others, and how much of it arrived."""

from msgspec import Struct

from projections.lives import Stint
from projections.messages import MessageRow, MessageState
from projections.share import Share
from services.api.shapes.part import Part, part
from services.api.shapes.words import Instant, Text, Words, instant
from workflows.message.commands import Topic


class Message(Struct, frozen=True, kw_only=True):
    """`sender` told `unit` (null: everybody here). `read`: how many of those it is for read it back; `said` is what they
    understood, in their words, for whoever may send such messages. `why` it was taken back, if it was."""

    id: str
    unit: str | None
    state: MessageState
    topic: Topic
    words: Text
    sender: str | None
    sent: Instant
    read: Part
    said: tuple[Text, ...]
    why: Text


def message(stint: Stint[MessageRow], read: Share, words: Words, *, sends: bool) -> Message:
    row, note = stint.row, stint.row.note
    return Message(
        id=stint.stream,
        unit=note.unit,
        state=row.state,
        topic=note.topic,
        words=words(note.words),
        sender=note.sender,
        sent=instant(note.sent),
        read=part(read),
        said=tuple(map(words, note.said)) if sends else (),
        why=words(note.why),
    )
