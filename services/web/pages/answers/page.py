"""`/answers`: what became of what I said; the one place where its speaker says heard, or that it does not hold."""

from collections.abc import Iterable, Iterator, Mapping

from flask import Blueprint
from msgspec import Struct

from projections.answers import VoiceRow
from projections.lives import Stint
from services.web import when
from services.web.doing import actions
from services.web.doing.actions import Action
from services.web.framing import shown
from services.web.paths import and_back
from services.web.telling import desks
from services.web.telling.desks import Desk
from services.web.telling.stories import day, signed
from services.web.telling.watched import watched
from services.web.visit import Visit, Words, here
from services.web.when import When
from services.wording import time_words
from workflows.kernel.grammar import Ref
from workflows.kernel.ids import noun_of
from workflows.respect.hearing_back import heard_back
from workflows.respect.state import Known as Reported

answers = Blueprint("answers", __name__)

REPORTED = {
    "waiting": ("owed", ""),
    "answered": ("in_work", "Somebody deals with it"),
    "addressed": ("heard", "It was addressed"),
    "withdrawn": ("withdrawn", "Taken back"),
}
ORDER = ("delivered", "answered", "owed")
"""What waits for me first, then what I wait for, then what has ended, the latest first."""


class Mine(Struct, frozen=True):
    """Something I said, and the answer."""

    href: str
    said: str
    where: str
    desk: Desk
    state: str
    answer: str
    whose: str
    reason: str
    due: str
    actions: tuple[Action, ...]
    watched: tuple[str, ...]


class Report(Struct, frozen=True):
    """A respect incident I reported: what I hear of it, and no more."""

    said: str
    when: str
    chip: tuple[str, str]
    answer: str
    whose: str
    actions: tuple[Action, ...]
    watched: tuple[str, ...]


@answers.get("/answers")
def show() -> str:
    visit = here()
    visit.must("read.own")
    looking = when.when(visit)
    streams = visit.house.people.voices_of(visit.person)
    with visit.look(looking) as look:
        found = look.said(streams)
        seen = watched(visit.house, look, streams, visit.today) if streams else {}
    words = visit.open(ref for one in found for ref in _refs(one.row))
    mine = [_mine(visit, one, words, looking, seen.get(one.stream, ())) for one in sorted(found, key=_rank)]
    return shown(
        "answers/answers.html",
        place="My answers",
        notices=looking.notices,
        moment=when.control(visit, looking),
        lots=(
            ("An answer for you", [one for one in mine if one.state == "delivered"]),
            ("You wait for an answer", [one for one in mine if one.state in ("answered", "owed")]),
            ("Come to its end", [one for one in mine if one.state not in ORDER]),
        ),
        reports=() if looking.past else tuple(_reports(visit, streams, looking, seen)),
        empty=not mine and not any(noun_of(stream) == "respect" for stream in streams),
        past=looking.past,
    )


def _rank(stint: Stint[VoiceRow]) -> tuple[int, int]:
    state = stint.row.state
    return (ORDER.index(state) if state in ORDER else len(ORDER), -stint.row.since)


def _refs(row: VoiceRow) -> list[Ref | None]:
    answer = row.answer
    return [row.voice.what, *((answer.text, answer.reason) if answer else ())]


def _mine(visit: Visit, stint: Stint[VoiceRow], words: Words, looking: When, watched: tuple[str, ...]) -> Mine:
    row, answer = stint.row, stint.row.answer
    offered = () if looking.past else actions.of_voice(visit, stint.stream, row)
    return Mine(
        href=f"/voice/{stint.stream}{looking.query}",
        said=words.of(row.voice.what),
        where=f"{visit.names.unit(row.voice.unit)}, {day(visit, row.voice.raised, looking)}",
        desk=desks.of_voice(row),
        state=row.state,
        answer=words.of(answer.text) if answer else "",
        whose=signed(visit, answer.by, answer.at, looking) if answer else "",
        reason=words.of(answer.reason) if answer else "",
        due=row.due or "",
        actions=tuple(
            Action(one.label, and_back(one.href, "/answers"), one.first) for one in offered if _is_mine_to_say(one.href)
        ),
        watched=watched,
    )


def _reports(
    visit: Visit, streams: Iterable[str], looking: When, seen: Mapping[str, tuple[str, ...]]
) -> Iterator[Report]:
    for stream in streams:
        state = visit.house.waiting_room.state_of(stream)
        if not isinstance(state, Reported):
            continue
        heard, what = heard_back(state), state.incident.what
        words = visit.open([what, heard.answer])
        yield Report(
            said=words.of(what),
            when=day(visit, heard.reported, looking),
            chip=(REPORTED[heard.stage][0], time_words.due(heard.due, looking.day) or REPORTED[heard.stage][1]),
            answer=words.of(heard.answer),
            whose=f"first response, {day(visit, heard.responded, looking)}" if heard.responded else "",
            actions=actions.of_report(visit, stream, heard.stage),
            watched=seen.get(stream, ()),
        )


def _is_mine_to_say(href: str) -> bool:
    return any(f"/concern/{verb.partition('.')[2]}?" in href for verb in (*actions.THE_VOICES_OWN, "concern.reopen"))
