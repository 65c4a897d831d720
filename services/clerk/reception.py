"""Where people, pages, the API and the terminal ask: who is it, may they, and then to the clerk or to the words.

Every command and every read of the product passes `Access.authorize` here, once.
"""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.json import encode

from services import clock
from services.clerk import sense
from services.clerk.access import Access, Actor, Resource
from services.clerk.asking import Asked, Circumstances, Told
from services.clerk.clerk import Clerk
from services.intake import Intake
from services.people import Directory
from workflows import lexicon
from workflows.concern.commands import Raise
from workflows.kernel.ball import Ball
from workflows.kernel.grammar import By, Command, Refused, Via, refused
from workflows.kernel.ids import noun_of

LEADING = frozenset({"team_leader", "unit_champion", "unit_manager"})
"""Roles that act for their unit when the ball lies with it."""

NOBODY = Actor(None, frozenset())
CLOCK = Actor(None, frozenset({("clock", None)}), "clock")
OPERATOR = Actor(None, frozenset({("operator", None)}), "operator")
"""Whoever may run programs on the machine, as the user who owns the hospital's directory."""


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

    def actor(self, person: str) -> Actor:
        """Whoever signed in, with the roles that facts give them today."""
        roles = {("member", None)}
        for stream in self.places():
            state = self._clerk.memory.get(stream).state
            held = getattr(state, "roles", ())
            roles.update((one.role, state.unit) for one in held if one.person == person)
        return Actor(person, frozenset(roles))

    def places(self) -> Iterable[str]:
        """The streams that give roles: the hospital's and every unit's."""
        yield "hospital"
        yield from self._clerk.ledger.streams("unit")

    def may(self, actor: Actor, action: str, unit: str | None, stream: str | None = None) -> bool:
        """Whether the actor may do or read this, here (and, with a stream, as its speaker or holder)."""
        relations = self._relations(actor, stream) if stream else frozenset()
        return self._access.authorize(actor, action, Resource(unit, relations))

    def ask(self, actor: Actor, command: Command, call: Call, to: str | None = None) -> Told | Refused:
        """Carries out a person's command, or says why not. A refusal with key `forbidden` is a matter of rights.

        Whoever raises a concern stays out of the facts unless they want to be named; an anonymous one waits in the intake
        (`Told` then gives its waiting id and no position).
        """
        unit = self._unit(command, to)
        if not self.may(actor, command.VERB, unit, to):
            return refused("forbidden")
        if senseless := self._senseless(command, call):
            return senseless
        if isinstance(command, Raise) and command.speaker == "anonymous":
            day = clock.day_of(self._clerk.now(), self._clerk.zone)
            return Told(self._intake.put(day, encode(command), call.id), 0, 0)
        by = self._by(actor, command, unit, to)
        circumstances = Circumstances(
            by=by,
            via=call.via,
            roles=actor.here(unit),
            occurred=call.occurred,
            behalf=None if by.kind == "voice" else call.behalf,
        )
        told = self._clerk.give(Asked(command, to, call.id, circumstances, call.expected))
        if isinstance(command, Raise) and isinstance(told, Told) and actor.id:
            self._people.remember_voice(told.stream, actor.id)
        return told

    def _senseless(self, command: Command, call: Call) -> Refused | None:
        moment = sense.no_moment(call.occurred, self._clerk.now(), self._clerk.zone)
        return moment or sense.no_day(command) or sense.nobody(call.behalf)

    def _by(self, actor: Actor, command: Command, unit: str | None, to: str | None) -> By:
        """As a voice where one speaks for oneself, else as the person with the role that allows it; the
        machine's own are always named as such."""
        if actor.kind != "person":
            return By(actor.kind, None, self._capacity(actor, command.VERB, unit))
        if self._speaks(actor, command, to):
            return By("voice")
        return By("person", actor.id, self._capacity(actor, command.VERB, unit))

    def _speaks(self, actor: Actor, command: Command, to: str | None) -> bool:
        """Whether somebody does for their own voice what its speaker may: then no fact says who that is."""
        if isinstance(command, Raise):
            return command.speaker != "named"
        own = self._people.speaker_of(to or "") == actor.id
        return own and self._access.authorize(NOBODY, command.VERB, Resource(None, frozenset({"speaker"})))

    def _unit(self, command: Command, to: str | None) -> str | None:
        """Where it acts: the unit of the stream addressed, else the one the command names."""
        if to is None or noun_of(to) not in lexicon.BALLS:
            return getattr(command, "unit", None)
        unit: str | None = self._clerk.memory.get(to).state.unit
        return unit

    def _capacity(self, actor: Actor, action: str, unit: str | None) -> str | None:
        """The role by which it is allowed, for the record."""
        allowed = [
            role
            for role in sorted(actor.here(unit))
            if self._access.authorize(Actor(None, frozenset({(role, None)})), action, Resource(unit))
        ]
        return allowed[0] if allowed else None

    def _relations(self, actor: Actor, stream: str) -> frozenset[str]:
        relations = set()
        noun = noun_of(stream)
        if noun == "concern" and actor.id and self._people.speaker_of(stream) == actor.id:
            relations.add("speaker")
        if any(self.holds(actor, ball.holder) for ball in self._balls(stream)):
            relations.add("holder")
        return frozenset(relations)

    def _balls(self, stream: str) -> tuple[Ball, ...]:
        balls = lexicon.BALLS.get(noun_of(stream))
        return balls(self._clerk.memory.get(stream).state) if balls else ()

    def holds(self, actor: Actor, holder: str) -> bool:
        """Whether a holder's id means this person: by name, by a role held, or as a leader of the unit."""
        kind, _, rest = holder.partition("-")
        match kind:
            case "person":
                return holder == actor.id
            case "role":
                return any(role.replace("_", "-") == rest for role, _ in actor.roles)
            case "unit":
                return any(role in LEADING and where == rest for role, where in actor.roles)
            case _:
                return False
