"""What an issue, a barrier and a voice have in common on their pages: promises, speakers, who held the ball."""

from collections.abc import Callable
from typing import TypeVar

from flask import abort

from projections.answers import VoiceRow
from projections.lives import Row, Stint
from services import clock
from services.reader.views import Look
from services.web import when
from services.web.visit import Visit
from services.web.when import When
from services.wording import time_words

Kept = TypeVar("Kept", bound=Row)


def record(
    visit: Visit, noun: str, stream: str, ask: Callable[[Look, str], Stint[Kept] | None]
) -> tuple[Stint[Kept], When]:
    """One record of a kind at the moment asked about; 404 where it was not, or is not the reader's to read."""
    if not stream.startswith(f"{noun}-") or not visit.house.clerk.memory.get(stream).version:
        abort(404)
    visit.must_read(stream)
    looking = when.when(visit)
    with visit.look(looking) as look:
        return ask(look, stream) or abort(404), looking


def promises(first: str, now: str, moves: int, looking: When) -> str:
    """So: "12 May → 30 Jun, moved 2 times", or the one day there ever was."""
    if first == now:
        return time_words.short(now, looking.day)
    return f"{time_words.short(first, looking.day)} → {time_words.short(now, looking.day)}, moved {time_words.times(moves)}"


def speaker(visit: Visit, stint: Stint[VoiceRow]) -> str:
    """A name only where the person wanted to be named."""
    voice = stint.row.voice
    if voice.speaker == "named" and (person := visit.house.people.speaker_of(stint.stream)):
        return visit.names.of(person)
    said = {"anonymous": "somebody, anonymously", "unknown": "nobody knows who"}
    return said.get(voice.speaker, "name not shown")


def day(visit: Visit, moment: int, looking: When) -> str:
    """The day of a moment, in the hospital's zone."""
    return time_words.short(clock.day_of(moment, visit.house.plate.zone), looking.day)


def signed(visit: Visit, by: str | None, moment: int, looking: When) -> str:
    """Whose words, and of which day."""
    when = day(visit, moment, looking)
    return f"{visit.names.of(by)}, {when}" if by else when
