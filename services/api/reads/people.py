"""What is asked of people: what do I owe, to whom, by when; what became of what I said."""

from flask import Response
from msgspec import Struct

from services.api.places import holder_of, stream_of
from services.api.problems import unknown
from services.api.reading import AtAMoment, Paged, Reading, shown
from services.api.reads.asking import Read
from services.api.shapes.holding import Owed, owed
from services.api.shapes.voice import Voice, voice
from services.api.shapes.words import Position
from services.clerk import holding
from services.reader.answers import Owing

ME = "me"


class Desk(Struct, frozen=True):
    """What waits on these holders, what is due first first. `holders` are the ids that were looked for."""

    at: Position
    holders: tuple[str, ...]
    owed: tuple[Owed, ...]
    next: str | None


class Said(Struct, frozen=True):
    """What the caller said, and what became of it."""

    at: Position
    voices: tuple[Voice, ...]
    next: str | None


class VoiceShown(Struct, frozen=True):
    """A voice."""

    at: Position
    voice: Voice


def desk(seen: Reading, holder: str) -> Response:
    """What waits on a holder: `me` for oneself and the roles one has, else what the caller may see of it."""
    if holder == ME:
        seen.must("desk", "read.own", None)
    holders = mine(seen) if holder == ME else (holder_of(holder),)
    found = [one for one in seen.look.desk(holders) if _is_shown(seen, one, own=holder == ME)]
    part, cursor = seen.part(found)
    words = seen.words(*(one.about for one in part))
    return shown(Desk(seen.at, holders, tuple(owed(one, words, seen.asked.until) for one in part), cursor), seen.at)


def said(seen: Reading) -> Response:
    """What became of what I said."""
    streams = seen.house.people.voices_of(seen.actor.id or "") if seen.may("read.own", None) else ()
    part, cursor = seen.part(seen.look.said(streams))
    words = seen.words(*part)
    return shown(Said(seen.at, tuple(voice(stint, words) for stint in part), cursor), seen.at)


def a_voice(seen: Reading, stream: str) -> Response:
    """What became of a voice."""
    known = seen.house.clerk.memory.get(stream_of("concern", stream))
    own = seen.house.people.speaker_of(stream) == seen.actor.id
    seen.must("concern", "read.own" if own else "read.issue", known.state.unit, stream)
    found = seen.look.said([stream])
    if not found:
        raise unknown("concern")
    return shown(VoiceShown(seen.at, voice(found[0], seen.words(found))), known.version)


def mine(seen: Reading) -> tuple[str, ...]:
    """The holders a person answers for: themselves, their roles, the units they lead, their own voices."""
    said = seen.house.people.voices_of(seen.actor.id or "")
    voices = [f"voice-{one.removeprefix('concern-')}" for one in said]
    return (*holding.holders(seen.actor), *voices)


def _is_shown(seen: Reading, one: Owing, *, own: bool) -> bool:
    """One's own ball always is; that of a role, where one has it; anybody else's, where one may look."""
    held = one.held.row
    if own and not held.holder.startswith("role-"):
        return True
    unit = held.unit or None
    mine = own and holding.holds(seen.actor, held.holder, unit)
    return mine or (seen.may("read.issue", unit) and seen.sees(one.held.stream))


READS = (
    Read(id="desks", path="/desks/<string:holder>", shape=Desk, ask=desk, noun="holder", query=Paged),
    Read(id="answers", path="/answers", shape=Said, ask=said, query=Paged),
    Read(
        id="concerns", path="/concerns/<string:concern>", shape=VoiceShown, ask=a_voice, noun="concern", query=AtAMoment
    ),
)
