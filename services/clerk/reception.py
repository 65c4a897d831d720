"""Where people, pages, the API and the terminal ask: may they, does it make sense, and then to the clerk or into the waiting
room; and where somebody speaks whom nobody asks who they are.
"""

import sqlite3
from collections.abc import Callable, Iterable
from uuid import NAMESPACE_DNS, uuid5

from msgspec import Struct
from msgspec.structs import replace

from services.clerk import appointing, sense, teams
from services.clerk.access import Actor
from services.clerk.asking import Asked, Circumstances, Told
from services.clerk.authorship import SPEAKING, UNSIGNED, author
from services.clerk.clerk import Clerk
from services.clerk.floors import Floors
from services.clerk.rights import Rights
from services.clerk.waiting_room import WaitingRoom
from services.intake import Intake, Said, said
from services.ledger.contract import OutcomeUnknown
from services.people import Directory
from workflows import lexicon
from workflows.concern.commands import AddPhoto, LiftWall, Wall
from workflows.kernel.grammar import By, Command, Refused, Via, refused
from workflows.kernel.ids import noun_of
from workflows.privilege.commands import Designate


class Call(Struct, frozen=True, kw_only=True):
    """How a command arrived: its retry key, the way it came, when it happened (None = now), for whom it was given, and the
    version of the stream addressed that the asker has seen (None = any)."""

    id: str
    via: Via
    occurred: str | None = None
    behalf: str | None = None
    expected: int | None = None


class Reception:
    """One hospital's reception. Thread-safe."""

    def __init__(
        self, clerk: Clerk, people: Directory, intake: Intake, rights: Rights, waiting_room: WaitingRoom
    ) -> None:
        self._clerk = clerk
        self._people = people
        self._intake = intake
        self._rights = rights
        self._waiting_room = waiting_room
        self._floors = Floors(clerk, rights)

    def ask(self, actor: Actor, command: Command, call: Call, to: str | None = None) -> Told | Refused:
        """Carries out a person's command, or says why not. A refusal with key `forbidden` is a matter of rights.

        Whoever raises a concern stays out of the facts unless they want to be named; an anonymous one waits in the intake
        (`Told` then gives its waiting id and no position).
        """
        to, command = self._waiting_room.where(to), self._entered(command)
        unit = self._unit(command, to)
        if not self._rights.may(actor, command.VERB, unit, to):
            return refused("forbidden")
        if amiss := self._amiss(actor, command, call, unit, to):
            return amiss
        if isinstance(command, SPEAKING) and command.speaker == "anonymous":
            return self._waiting_room.take_in(said(command, via=call.via), call.id)
        own = to is not None and self._rights.is_own(actor, to)
        by, roles = author(self._rights.access, actor, command, unit, own), actor.here(unit)
        beside = to if command.ALONG is None else getattr(command, command.ALONG)
        if beside is not None and self._waiting_room.waits(beside):
            kept = said(command, by=by, roles=tuple(sorted(roles)), via=call.via)
            told = self._waiting_room.take_in(kept, call.id, beside)
        else:
            behalf = None if by.kind == "voice" else call.behalf
            circumstances = Circumstances(by=by, via=call.via, roles=roles, occurred=call.occurred, behalf=behalf)
            key = self._said_once(actor, command.VERB, to) if isinstance(command, UNSIGNED) else call.id
            asked = Asked(command, to, key, circumstances, call.expected)
            told = self._clerk.give(asked, lambda stream: self._stand(command, stream))
            if isinstance(command, UNSIGNED) and told == refused("command.reused"):
                return refused("message.read_already")
        if isinstance(told, Told):
            self._remember(command, told.stream, actor)
        return told

    def has_said(self, actor: Actor, kind: type[Command], to: str) -> bool:
        """Whether the actor has said once what nobody signs. Only they can be told: who did stands nowhere."""
        return self._clerk.was_given(self._said_once(actor, kind.VERB, to))

    def _said_once(self, actor: Actor, verb: str, to: str | None) -> str:
        return self._clerk.once(verb, to or "", actor.kind, actor.id or "")

    def speak(self, spoken: Said, call: Call, to: str | None = None, *, about: Iterable[str] = ()) -> Told | Refused:
        """Takes in what somebody says whom nobody asks who they are: a new voice (`to` None), or what the speaker of one says
        to it. The retry key of a new voice is the code of its receipt: with it its speaker finds back. Whom a new voice is
        `about` is walled off from it before anybody can read it."""
        command = spoken.asks(lexicon.COMMAND_TYPES[spoken.verb])
        key = str(uuid5(NAMESPACE_DNS, self._intake.id_of(call.id)))
        circumstances = Circumstances(by=By("voice"), via=call.via, behalf=call.behalf)
        asked = Asked(command, self._waiting_room.where(to), key, circumstances)
        if asked.to is None:
            return self._begin(asked, spoken, call, lambda stream: self._people.wall(stream, *about))
        if not self._rights.access.allows("speaker", spoken.verb):
            return refused("forbidden")
        if self._is_anonymous(command, asked.to) or self._waiting_room.waits(asked.to):
            return self._waiting_room.take_in(spoken, call.id, asked.to)
        return self._clerk.give(asked)

    def _begin(self, asked: Asked, spoken: Said, call: Call, before: Callable[[str], None]) -> Told | Refused:
        """One code is one voice: sent again with other words, or under another name, it is refused."""
        if self._intake.is_known(self._intake.id_of(call.id)) and not self._intake.has(spoken, call.id):
            return refused("command.reused")
        if self._is_anonymous(asked.command, None):
            return self._waiting_room.take_in(spoken, call.id, before=before)
        told = self._clerk.give(asked, before)
        if isinstance(told, Told):
            self._intake.remember(call.id, spoken, told.stream)
        return told

    def _entered(self, command: Command) -> Command:
        """With what it names as it is called since it entered."""
        if command.ALONG is None:
            return command
        return replace(command, **{command.ALONG: self._waiting_room.where(getattr(command, command.ALONG))})

    def _amiss(self, actor: Actor, command: Command, call: Call, unit: str | None, to: str | None) -> Refused | None:
        """Why it cannot be done by whoever may do such things, before anybody asks the rules of the nouns."""
        return (
            self._out_of_sight(actor, command)
            or sense.nobody(call.behalf)
            or self._strangers(command, call.behalf)
            or appointing.amiss(self._rights.access, actor, command, unit)
            or appointing.no_guest(actor, command, self._rights.works_here)
            or teams.no_chair(self._clerk.settings.team, command)
            or self._floors.amiss(actor, command)
            or self._no_wall(command, to)
            or sense.no_moment(call.occurred, self._clerk.now(), self._clerk.zone)
            or sense.no_day(command)
        )

    def _out_of_sight(self, actor: Actor, command: Command) -> Refused | None:
        """A command may name other things; what one may not see is not there for it either. Whoever sets records apart need
        not read boards."""
        finds = self._rights.finds if isinstance(command, Designate) else self._rights.sees
        unseen = (
            stream
            for stream in sense.streams_named(command)
            if not (self._rights.sees(actor, stream) or finds(actor, stream))
        )
        return next((refused("unknown", what=noun_of(stream)) for stream in unseen), None)

    def _strangers(self, command: Command, behalf: str | None) -> Refused | None:
        """Nobody is named, and nobody spoken for, who is not known in this hospital; nor a photo that it does not keep."""
        named = (*sense.known_to_all(command), *(() if behalf is None else (behalf,)))
        unknown = (one for one in named if not self._is_known(one))
        unit: str | None = getattr(command, "unit", None)
        if unit is not None and not self._rights.is_there(f"unit-{unit}"):
            return refused("unit.unknown", unit=unit)
        if isinstance(command, AddPhoto) and self._intake.photos.find(command.photo) is None:
            return refused("unknown", what="photo")
        return next((refused("unknown", what=noun_of(one)) for one in unknown), None)

    def _is_known(self, one: str) -> bool:
        """Whoever was erased from the directory is known as long as they have a role, so that it can end."""
        kind, _, rest = one.partition("-")
        if kind in ("person", "party"):
            return self._people.person(one) is not None or self._rights.has_post(one)
        return kind == "role" or self._rights.is_there(f"concern-{rest}" if kind == "voice" else one)

    def _no_wall(self, command: Command, to: str | None) -> Refused | None:
        """Whom a wall names is known here alone: in facts it is sealed."""
        if isinstance(command, LiftWall) and command.person not in self._people.walled(to or ""):
            return refused("concern.no_wall")
        return None

    def _unit(self, command: Command, to: str | None) -> str | None:
        """Where it acts: the unit of the stream addressed, else the one the command names."""
        if to is None or (noun_of(to) not in lexicon.BALLS and noun_of(to) != "waiting"):
            return getattr(command, "unit", None)
        unit: str | None = self._waiting_room.state_of(to).unit
        return unit

    def _is_anonymous(self, command: Command, to: str | None) -> bool:
        if isinstance(command, SPEAKING):
            return command.speaker == "anonymous"
        state = self._waiting_room.state_of(to) if to else None
        voice = getattr(state, "voice", None) or getattr(state, "incident", None)
        return voice is None or voice.speaker == "anonymous"

    def _stand(self, command: Command, voice: str) -> None:
        """A wall that is on record stands, whatever stops the machine in between."""
        if isinstance(command, Wall):
            self._people.wall(voice, command.person)

    def _remember(self, command: Command, voice: str, actor: Actor) -> None:
        """What no fact may say. OutcomeUnknown where the fact is stored and this is not: asked again with the same id, it
        will be."""
        try:
            if isinstance(command, SPEAKING) and actor.id:
                self._people.remember_voice(voice, actor.id)
            elif isinstance(command, Wall):
                self._people.wall(voice, command.person)
            elif isinstance(command, LiftWall):
                self._people.lift_wall(voice, command.person)
        except sqlite3.Error as error:
            raise OutcomeUnknown(f"Whom it is about was not kept ({error}); ask again with the same id.") from error
