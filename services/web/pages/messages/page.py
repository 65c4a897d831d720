"""`/messages`: what leaders told a unit (`?unit=`) or everybody, and how many read it back; never who did not."""

from flask import Blueprint
from msgspec import Struct

from projections.lives import Stint
from projections.messages import MessageRow, Reach, Readers, reach, read, readers
from projections.units import HOSPITAL
from services import clock
from services.web import when
from services.web.doing.actions import Action
from services.web.framing import Ledger, ledger, shown
from services.web.phrases import choice
from services.web.telling.messages import is_asked, refs, told
from services.web.telling.stories import signed
from services.web.visit import Visit, Words, here
from services.web.when import When
from services.wording import time_words

messages = Blueprint("messages", __name__)


class Said(Struct, frozen=True, kw_only=True):
    """A message as it stands in the list; `understood` is what people said it means for them."""

    topic: str
    words: str
    whose: str
    to: str
    arrived: str
    why: str
    understood: tuple[str, ...]
    actions: tuple[Action, ...]


@messages.get("/messages")
def show() -> str:
    visit = here()
    room, looking = ledger(visit), when.when(visit)
    with visit.look(looking, room.slug) as look:
        everybody = readers(one.row for one in look.units())
        units = look.lineage(room.slug) if room.slug else room.units
        found = [one for one in look.messages(sorted({*units, HOSPITAL})) if visit.sees(one.stream)]
    ours = [one for one in found if one.row.unit in {*room.units, HOSPITAL}]
    waiting = [] if looking.past else [one for one in ours if one.row.state == "sent" and is_asked(visit, one)]
    words = visit.open([*refs(found), *(ref for one in found for ref in (*one.row.note.said, one.row.note.why))])
    zone = visit.house.plate.zone
    come = reach((one.row for one in ours), everybody, looking.day, lambda moment: clock.day_of(moment, zone))
    return shown(
        "messages/messages.html",
        place=room.place,
        room=room,
        views=room.views("Messages"),
        notices=looking.notices,
        moment=when.control(visit, looking, (("unit", room.slug),) if room.slug else ()),
        figures=_figures(come) if ours else [],
        waiting=told(visit, waiting, words, looking),
        back=f"/messages{room.query}",
        said=[_said(visit, one, everybody, words, looking) for one in found if one not in waiting],
        send=_send(visit, room, looking),
    )


def _figures(come: Reach) -> list[tuple[str, str]]:
    sent = (str(come.month), f"{'message' if come.month == 1 else 'messages'} sent this month")
    return [sent, (f"{come.read.percent} %", "read back, of all they were for")] if come.read.whole else [sent]


def _send(visit: Visit, room: Ledger, looking: When) -> str:
    may = visit.may("message.send", room.slug) if room.slug else visit.may_anywhere("message.send")
    unit = f"unit={room.slug}&" if room.slug else ""
    return f"/do/message/send?{unit}next=/messages{room.query}" if may and not looking.past else ""


def _said(visit: Visit, one: Stint[MessageRow], everybody: Readers, words: Words, looking: When) -> Said:
    note = one.row.note
    sends = visit.may("message.send", note.unit)
    return Said(
        topic=choice(note.topic, "topic"),
        words=words.of(note.words),
        whose=signed(visit, note.sender, note.sent, looking),
        to="Everybody here" if note.unit is None else visit.names.unit(note.unit),
        arrived=_arrived(one.row, everybody),
        why=words.of(note.why),
        understood=tuple(map(words.of, note.said)) if sends else (),
        actions=() if looking.past or note.why else _actions(visit, one),
    )


def _arrived(row: MessageRow, everybody: Readers) -> str:
    share = read(row, everybody)
    return f"Read back by {share.part} of {time_words.number_of(share.whole, 'person', 'people')}"


def _actions(visit: Visit, one: Stint[MessageRow]) -> tuple[Action, ...]:
    if one.row.note.sender != visit.person:
        return ()
    offered = (("message.correct", "Correct"), ("message.take_back", "Take it back"))
    return tuple(
        Action(label, f"/do/{verb.replace('.', '/')}?to={one.stream}&next=/messages")
        for verb, label in offered
        if visit.may(verb, one.row.note.unit, one.stream)
    )
