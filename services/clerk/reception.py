"""Where people, pages, the API and the terminal ask: who is it, may they, and then to the clerk or to the words.

Every command and every read of the product passes `Access.authorize` here, once.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal
from uuid import NAMESPACE_DNS, uuid5

from msgspec import Struct
from msgspec.structs import replace

from services import clock
from services.clerk import appointing, sense
from services.clerk.access import Access, Actor, Resource
from services.clerk.asking import Asked, Circumstances, Told
from services.clerk.clerk import Clerk
from services.clerk.holding import holds
from services.clerk.waiting_room import Item, WaitingRoom
from services.clerk.walls import Walls
from services.intake import HasEntered, Intake, Said, said
from services.ledger.contract import OutcomeUnknown
from services.people import Directory
from workflows import lexicon
from workflows.concern.commands import LiftWall, Raise, Wall
from workflows.kernel.grammar import By, Command, Compartment, Refused, Via, refused
from workflows.kernel.ids import noun_of
from workflows.kernel.moments import MICRO
from workflows.kernel.roles import DEPUTY, as_deputy
from workflows.respect.commands import Report
from workflows.trail import Disclose, Note, What

SPEAKING = (Raise, Report)
"""The commands by which somebody speaks: who it was stays out of the facts, unless they want to be named."""
SPOKEN = frozenset(kind.CREATES[0] for kind in SPEAKING)

NOBODY = Actor(None, frozenset())
OPERATOR = Actor(None, frozenset({("operator", None)}), "operator")
"""Whoever may run programs on the machine, as the user who owns the hospital's directory."""
_SPEAKER = frozenset({"speaker"})

LOOKED_AGAIN = 5 * 60 * MICRO
"""µs within which a page loaded again is the same look."""

_RESTRICTED_LISTS: dict[str, What] = {"read.respect": "respect", "read.privileged": "privileged"}


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

    def __init__(self, clerk: Clerk, people: Directory, intake: Intake, access: Access) -> None:
        self._clerk = clerk
        self._people = people
        self._intake = intake
        self._access = access
        self._walls = Walls(clerk.memory, people)
        self.room = WaitingRoom(clerk, intake)

    def actor(self, person: str) -> Actor:
        """Whoever signed in, with the roles that facts give them today."""
        roles = {(role, unit) for who, role, unit in self.posts() if who == person}
        actor = Actor(person, frozenset({*roles, ("member", None)}))
        return replace(actor, behind=self._walls.around(person) | self.apart(actor))

    def apart(self, actor: Actor) -> frozenset[str]:
        """What is privileged and so not there for the actor, on no page of any day; what they said themselves is."""
        privileged = self._clerk.privileged()
        if not privileged or self._access.authorize(actor, "read.privileged", Resource(None)):
            return frozenset()
        own = self._people.voices_of(actor.id) if actor.id else ()
        return self._walls.hanging_on(privileged).difference(own)

    def posts(self) -> Iterator[tuple[str, str, str | None]]:
        """Who has which role today, in a unit or (None) the whole hospital; a deputy in the deputy's own."""
        day = clock.day_of(self._clerk.now(), self._clerk.zone)
        for stream in self.places():
            state = self._clerk.memory.get(stream).state
            for held in getattr(state, "roles", ()):
                yield held.person, held.role, state.unit
            for deputy in getattr(state, "deputies", ()):
                if deputy.stands_in(day):
                    yield deputy.person, as_deputy(deputy.role), state.unit

    def places(self) -> Iterable[str]:
        """The streams that give roles: the hospital's and every unit's."""
        yield "hospital"
        yield from self._clerk.ledger.streams("unit")

    def may(self, actor: Actor, action: str, unit: str | None, stream: str | None = None) -> bool:
        """Whether the actor may do or read this, here (and, with a stream, as its speaker or holder)."""
        if stream is not None and self._walls.hide(actor.behind, stream):
            return False
        relations = self._relations(actor, stream) if stream else frozenset()
        if stream and (compartment := self.compartment(stream)) != "open":
            return self._may_apart(actor, action, Resource(unit, relations), compartment)
        if stream and action.startswith("read.") and "speaker" not in relations and self._is_hidden(stream):
            action = "concern.hide"
        return self._access.authorize(actor, action, Resource(unit, relations))

    def compartment(self, stream: str) -> Compartment:
        """Where a stream is today; a voice that was found to be a matter of respect, with those who see to it."""
        item = self.room.item(stream) if noun_of(stream) == "waiting" else None
        if item and item.privileged:
            return "privileged"
        if (compartment := self._clerk.compartment(item.stream if item else stream)) != "open":
            return compartment
        voice = getattr((item.state if item else self._clerk.memory.get(stream).state), "voice", None)
        return "respect" if getattr(voice, "is_restricted", False) else "open"

    def _may_apart(self, actor: Actor, action: str, resource: Resource, compartment: Compartment) -> bool:
        """What is restricted is there for the readers of its compartment alone, whatever else they may; its speaker still
        does and reads what is the speaker's own. Whoever reads the compartment reads all of it, whichever page shows it."""
        speaker = replace(NOBODY, only=actor.only)
        if "speaker" in resource.relations and self._access.authorize(speaker, action, Resource(None, _SPEAKER)):
            return True
        if not self._access.authorize(actor, f"read.{compartment}", Resource(None, resource.relations)):
            return False
        return action.startswith("read.") or self._access.authorize(actor, action, resource)

    def looked(self, actor: Actor, action: str, stream: str | None) -> None:
        """Every page and every answer of the API that shows something to a reader says so here; what is restricted goes on
        record. What its own speaker reads does not."""
        compartment = self.compartment(stream) if stream else "open"
        what = _RESTRICTED_LISTS.get(action) if compartment == "open" else compartment
        if what and not (stream and self.is_own(actor, stream)):
            self.note(
                actor, Note(how="viewed", what=what, about=stream if stream and noun_of(stream) != "waiting" else None)
            )

    def kept_back(self, stream: str) -> Compartment | Literal["board"] | None:
        """From whom a stream is kept although its unit is theirs to read: by its compartment, or (board) by a moderator."""
        compartment = self.compartment(stream)
        return compartment if compartment != "open" else "board" if self._is_hidden(stream) else None

    def is_own(self, actor: Actor, stream: str) -> bool:
        """Whether the actor said it."""
        return "speaker" in self._relations(actor, stream)

    def _is_hidden(self, stream: str) -> bool:
        """Whether a moderator took it off the boards: then those alone read it who may do so, and its speaker."""
        if noun_of(stream) not in ("concern", "waiting"):
            return False
        return getattr(getattr(self.state_of(stream), "voice", None), "hidden", None) is not None

    def ask(self, actor: Actor, command: Command, call: Call, to: str | None = None) -> Told | Refused:
        """Carries out a person's command, or says why not. A refusal with key `forbidden` is a matter of rights.

        Whoever raises a concern stays out of the facts unless they want to be named; an anonymous one waits in the intake
        (`Told` then gives its waiting id and no position).
        """
        to = self.where(to)
        unit = self._unit(command, to)
        if not self.may(actor, command.VERB, unit, to):
            return refused("forbidden")
        misplaced = appointing.amiss(self._access, actor, command, unit)
        amiss = self._out_of_sight(actor, command) or misplaced or self._no_wall(command, to)
        if amiss := amiss or self._senseless(command, call):
            return amiss
        if isinstance(command, SPEAKING) and command.speaker == "anonymous":
            return self._let_wait(said(command, via=call.via), call)
        if to is not None and self.waits(to):
            by, roles = self._by(actor, command, unit, to), tuple(sorted(actor.here(unit)))
            waiting = self._let_wait(said(command, by=by, roles=roles, via=call.via), call, to)
            if isinstance(waiting, Told):
                self._remember(command, to, actor)
            return waiting
        by = self._by(actor, command, unit, to)
        circumstances = Circumstances(
            by=by,
            via=call.via,
            roles=actor.here(unit),
            occurred=call.occurred,
            behalf=None if by.kind == "voice" else call.behalf,
        )
        asked = Asked(command, to, call.id, circumstances, call.expected)
        told = self._clerk.give(asked, lambda stream: self._stand(command, stream))
        if isinstance(told, Told):
            self._remember(command, told.stream, actor)
        return told

    def note(self, actor: Actor, look: Note | Disclose) -> None:
        """Whatever restricted is shown, searched, exported or checked passes here first, so no look is lost; so does what
        leaves with somebody who may take it without saying why. One flush is little for what few people read seldom; the
        same look within five minutes is one entry. LedgerError where it cannot be put on record: then it is not shown."""
        window = self._clerk.now() // LOOKED_AGAIN
        key = uuid5(NAMESPACE_DNS, f"look|{actor.kind}|{actor.id}|{look}|{window}")
        capacity = next((role for role in sorted(actor.here(None)) if role != "member"), None)
        by = By(actor.kind, actor.id, capacity)
        self._clerk.give(
            Asked(look, None, str(key), Circumstances(by=by, via="cli" if actor.kind == "operator" else "page"))
        )

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

    def speak(self, spoken: Said, call: Call, to: str | None = None, *, about: Iterable[str] = ()) -> Told | Refused:
        """Takes in what somebody says whom nobody asks who they are: a new voice (`to` None), or what the speaker of one says
        to it. The retry key of a new voice is the code of its receipt: with it its speaker finds back. Whom a new voice is
        `about` is walled off from it before anybody can read it."""
        command = spoken.asks(lexicon.COMMAND_TYPES[spoken.verb])
        key = str(uuid5(NAMESPACE_DNS, self._intake.id_of(call.id)))
        asked = Asked(command, self.where(to), key, Circumstances(by=By("voice"), via=call.via, behalf=call.behalf))
        if to is None:
            return self._begin(asked, spoken, call, lambda stream: self._people.wall(stream, *about))
        if not self._access.authorize(NOBODY, spoken.verb, Resource(None, _SPEAKER)):
            return refused("forbidden")
        waits = self._is_anonymous(command, asked.to) or self.waits(asked.to or "")
        return self._let_wait(spoken, call, asked.to) if waits else self._clerk.give(asked)

    def _begin(self, asked: Asked, spoken: Said, call: Call, before: Callable[[str], None]) -> Told | Refused:
        """One code is one voice: sent again with other words, or under another name, it is refused."""
        if self._intake.is_known(self._intake.id_of(call.id)) and not self._intake.has(spoken, call.id):
            return refused("command.reused")
        if self._is_anonymous(asked.command, None):
            return self._let_wait(spoken, call, before=before)
        told = self._clerk.give(asked, before)
        if isinstance(told, Told):
            self._intake.remember(call.id, spoken, told.stream)
        return told

    def _is_anonymous(self, command: Command, to: str | None) -> bool:
        if isinstance(command, SPEAKING):
            return command.speaker == "anonymous"
        state = self.state_of(to) if to else None
        voice = getattr(state, "voice", None) or getattr(state, "incident", None)
        return voice is None or voice.speaker == "anonymous"

    def _let_wait(
        self, spoken: Said, call: Call, to: str | None = None, before: Callable[[str], None] | None = None
    ) -> Told | Refused:
        """What could not enter is not taken in: nobody would ever be told. `before` as the clerk's."""
        if self._intake.has(spoken, call.id):
            return Told(to or self._intake.id_of(call.id), 0, 0)
        outcome = self.room.decide(to, spoken) if to else self._clerk.foresee(_asked(spoken), self._clerk.memory)
        if isinstance(outcome, Refused):
            return outcome
        if not outcome and to:
            return Told(to, 0, 0)
        if before is not None:
            before(self._intake.id_of(call.id))
        day = clock.day_of(self._clerk.now(), self._clerk.zone)
        try:
            waiting = self._intake.put(day, spoken, call.id, to)
        except HasEntered as entered:
            waiting = self._intake.put(day, spoken, call.id, entered.stream)
        return Told(to or waiting, 0, 0) if waiting else refused("command.reused")

    def where(self, to: str | None) -> str | None:
        """Where something is today: what waited and has entered is at its stream."""
        return (self._intake.stream_of(to) or to) if to is not None and noun_of(to) == "waiting" else to

    def waits(self, to: str) -> bool:
        """Whether acts on it wait, so that whatever is done with it waits behind them."""
        return noun_of(to) == "waiting" or self._intake.is_acted_on(to)

    def waiting(self, actor: Actor) -> tuple[Item, ...]:
        """What waits, as far as the actor may know that it is there."""
        return tuple(item for item in self.room.items() if self.sees(actor, item.id))

    def state_of(self, stream: str) -> Any:
        """How something stands, with what waits."""
        item = self.room.item(stream) if self.waits(stream) else None
        return item.state if item else self._clerk.memory.get(stream).state

    def sees(self, actor: Actor, stream: str) -> bool:
        """Whether the actor may know that this is there: it is their own, or they may read it where it is."""
        if stream == "hospital" or (actor.id is not None and self._people.speaker_of(stream) == actor.id):
            return True
        if self._walls.hide(actor.behind, stream):
            return False
        if (compartment := self.compartment(stream)) != "open":
            return self.may(actor, f"read.{compartment}", None, stream)
        unit = self.state_of(stream).unit
        if noun_of(stream) == "grievance":
            return self.may(actor, "read.grievances", unit, stream)
        reads = ("read.board", "read.hospital") if unit is None else ("read.issue", "read.board")
        return any(self.may(actor, read, unit, stream) for read in reads)

    def _out_of_sight(self, actor: Actor, command: Command) -> Refused | None:
        """A command may name other things; what one may not see is not there for it either."""
        unseen = (stream for stream in sense.streams_named(command) if not self.sees(actor, stream))
        return next((refused("unknown", what=noun_of(stream)) for stream in unseen), None)

    def _no_wall(self, command: Command, to: str | None) -> Refused | None:
        """Whom a wall names is known here alone: in facts it is sealed."""
        if isinstance(command, Wall) and self._people.person(command.person) is None:
            return refused("unknown", what="person")
        if isinstance(command, LiftWall) and command.person not in self._people.walled(to or ""):
            return refused("concern.no_wall")
        return None

    def _senseless(self, command: Command, call: Call) -> Refused | None:
        moment = sense.no_moment(call.occurred, self._clerk.now(), self._clerk.zone)
        return moment or sense.no_day(command) or sense.nobody(call.behalf)

    def _by(self, actor: Actor, command: Command, unit: str | None, to: str | None) -> By:
        """As a voice where one speaks for oneself, else as the person with the role that allows it; the machine's own are
        always named as such."""
        if actor.kind == "link":
            return By("link", actor.id, "holder")
        if actor.kind != "person":
            return By(actor.kind, None, self._capacity(actor, command.VERB, unit))
        if self._speaks(actor, command, to):
            return By("voice")
        return By("person", actor.id, self._capacity(actor, command.VERB, unit))

    def _speaks(self, actor: Actor, command: Command, to: str | None) -> bool:
        """Whether somebody does for their own voice what its speaker may: then no fact says who that is."""
        if isinstance(command, SPEAKING):
            return command.speaker != "named"
        own = self._people.speaker_of(to or "") == actor.id
        return own and self._access.authorize(NOBODY, command.VERB, Resource(None, _SPEAKER))

    def _unit(self, command: Command, to: str | None) -> str | None:
        """Where it acts: the unit of the stream addressed, else the one the command names."""
        if to is None or (noun_of(to) not in lexicon.BALLS and noun_of(to) != "waiting"):
            return getattr(command, "unit", None)
        unit: str | None = self.state_of(to).unit
        return unit

    def _capacity(self, actor: Actor, action: str, unit: str | None) -> str | None:
        """The role by which it is allowed, for the record; as a deputy only where one's own roles do not allow it."""
        allowed = [
            role
            for role in sorted(actor.here(unit), key=lambda role: (role.startswith(DEPUTY), role))
            if self._access.authorize(Actor(None, frozenset({(role, None)})), action, Resource(unit))
        ]
        return allowed[0] if allowed else None

    def _relations(self, actor: Actor, stream: str) -> frozenset[str]:
        relations = set()
        noun = noun_of(stream)
        if noun in SPOKEN and actor.id and self._people.speaker_of(stream) == actor.id:
            relations.add("speaker")
        if noun == "waiting" and (item := self.room.item(stream)):
            noun = noun_of(item.stream)
        if balls := lexicon.BALLS.get(noun):
            state = self.state_of(stream)
            if any(holds(actor, ball.holder, state.unit) for ball in balls(state)):
                relations.add("holder")
        return frozenset(relations)


def _asked(spoken: Said) -> Asked:
    circumstances = Circumstances(by=spoken.by, via=spoken.via, roles=frozenset(spoken.roles))
    return Asked(spoken.asks(lexicon.COMMAND_TYPES[spoken.verb]), None, "", circumstances)
