"""Who somebody is, what they may do and read, and what is there for them at all.

Every command and every read of the product passes `Access.authorize` here, once.
"""

from typing import Any, Literal

from msgspec.structs import replace

from assessments import rating, self_assessment
from assessments.campaign import Campaign
from services.clerk.access import SURVEYOR, Access, Actor, Resource
from services.clerk.authorship import SPOKEN
from services.clerk.clerk import Clerk
from services.clerk.holding import holds
from services.clerk.posts import Posts
from services.clerk.stand_ins import Item
from services.clerk.waiting_room import WaitingRoom
from services.clerk.walls import Walls
from services.people import Directory
from workflows import lexicon
from workflows.kernel.grammar import Compartment
from workflows.kernel.ids import noun_of
from workflows.kernel.noun import Nothing
from workflows.kernel.roles import stood_for
from workflows.learning.state import Learned, kept_by
from workflows.learning.state import Standing as Written
from workflows.message.state import Note
from workflows.privilege.commands import Designate
from workflows.promise.state import Pledge
from workflows.standard.state import Standing


class Rights:
    """One hospital's. Thread-safe."""

    def __init__(self, clerk: Clerk, people: Directory, posts: Posts, waiting_room: WaitingRoom) -> None:
        self._clerk = clerk
        self._people = people
        self._posts = posts
        self._waiting_room = waiting_room
        self._walls = Walls(clerk.memory, people)

    @property
    def access(self) -> Access:
        """Who may do what, today."""
        return self._clerk.settings.access

    def actor(self, person: str) -> Actor:
        """Whoever signed in, with the roles that facts give them today. Whoever was let in from outside is no member: they
        read, and do nothing."""
        roles = {(role, unit) for who, role, unit in self._posts.held() if who == person}
        outside = roles <= {(SURVEYOR, None)} and self._posts.surveying(person) is not None
        actor = Actor(person, frozenset(roles if outside else {*roles, ("member", None)}))
        return replace(actor, behind=self._walls.around(person) | self.apart(actor))

    def has_post(self, person: str) -> bool:
        """Whether they have a role, or stand in for one, today."""
        return any(who == person for who, _, _ in self._posts.held())

    def works_here(self, person: str) -> bool:
        """Whether they have a role today that is not that of a surveyor."""
        return any(who == person and role != SURVEYOR for who, role, _ in self._posts.given())

    def held(self) -> frozenset[str]:
        """The roles that somebody has today; who stands in for one has it too."""
        return frozenset(stood_for(role) for _, role, _ in self._posts.given())

    def is_over(self, person: str) -> bool:
        """Whether the time for which somebody from outside was let in has run out."""
        return self._posts.is_over(person)

    def apart(self, actor: Actor) -> frozenset[str]:
        """What is privileged and so not there for the actor, on no page of any day; what they said themselves is."""
        privileged = self._clerk.privileged()
        if not privileged or self.access.authorize(actor, "read.privileged", Resource(None)):
            return frozenset()
        own = self._people.voices_of(actor.id) if actor.id else ()
        return self._walls.hanging_on(privileged).difference(own)

    def shared_without(self, actor: Actor) -> frozenset[str]:
        """What is no part of a page made to be handed on: what is not there for the actor, and all that is privileged."""
        return actor.behind | self._walls.hanging_on(self._clerk.privileged())

    def may(self, actor: Actor, action: str, unit: str | None, stream: str | None = None) -> bool:
        """Whether the actor may do or read this, here (and, with a stream, as its speaker or holder)."""
        if not stream:
            return self.access.authorize(actor, action, Resource(unit))
        if self._walls.hide(actor.behind, stream) or self._is_anothers(actor, stream):
            return False
        state = self._waiting_room.state_of(stream)
        resource = Resource(unit, self._relations(actor, stream, state))
        if (two := self._between(stream)) is not None and actor.kind == "person":
            return self._may_between(actor, action, two, resource)
        if (compartment := self.compartment(stream)) != "open":
            return self._may_apart(actor, action, resource, compartment)
        if action.startswith("read.") and "speaker" not in resource.relations and _is_hidden(state):
            action = "concern.hide"
        return self.access.authorize(actor, action, resource)

    def sees(self, actor: Actor, stream: str) -> bool:
        """Whether the actor may know that this is there: it is their own, or they may read it where it is."""
        if stream == "hospital" or self.is_own(actor, stream):
            return True
        state = self._state_of(stream)
        if isinstance(state, Nothing) or self._walls.hide(actor.behind, stream):
            return False
        if (compartment := self.compartment(stream)) != "open":
            return self.may(actor, f"read.{compartment}", None, stream)
        if self._is_anothers(actor, stream):
            return False
        unit = state.unit
        if noun_of(stream) == "grievance":
            return self.may(actor, "read.grievances", unit, stream)
        if noun_of(stream) == "notice":
            return self.may(actor, "read.notices", None, stream)
        if self._is_for_few(stream):
            return self.may(actor, "read.resistance", unit, stream)
        if self._is_in_library(stream) and self.may(actor, "read.lessons", None, stream):
            return True
        reads = ("read.board", "read.hospital") if unit is None else ("read.issue", "read.board")
        places = state.units if isinstance(state, Campaign) else (unit,)
        return any(self.may(actor, read, place, stream) for place in places for read in reads)

    def finds(self, actor: Actor, stream: str) -> bool:
        """Whether the actor may know that a voice, an issue or a lesson is there, to set it apart as privileged: without
        reading boards, and never what is about them, restricted, somebody's own, or waiting to enter."""
        known = noun_of(stream) in ("concern", "issue", "learning")
        if not known or self._walls.hide(actor.behind, stream) or self._author_of(stream) is not None:
            return False
        there = not isinstance(self._clerk.memory.get(stream).state, Nothing)
        return (
            there
            and self.compartment(stream) == "open"
            and self.access.authorize(actor, Designate.VERB, Resource(None))
        )

    def is_there(self, stream: str) -> bool:
        """Whether anything is on record of it, or waits to be."""
        return not isinstance(self._state_of(stream), Nothing)

    def _state_of(self, stream: str) -> Any:
        """How it stands, with what waits; Nothing where no noun of ours has such a stream."""
        known = noun_of(stream) in lexicon.BALLS or noun_of(stream) == "waiting"
        return self._waiting_room.state_of(stream) if known else Nothing()

    def waiting(self, actor: Actor) -> tuple[Item, ...]:
        """What waits, as far as the actor may know that it is there."""
        return tuple(item for item in self._waiting_room.items() if self.sees(actor, item.id))

    def is_own(self, actor: Actor, stream: str) -> bool:
        """Whether it is what they said themselves, or wrote for themselves."""
        if actor.id is None:
            return False
        speaker = self._people.speaker_of(stream) if noun_of(stream) in (*SPOKEN, "waiting") else None
        return actor.id in (speaker, self._author_of(stream))

    def compartment(self, stream: str) -> Compartment:
        """Where a stream is today; a voice that was found to be a matter of respect, with those who see to it."""
        item = self._waiting_room.item(stream) if noun_of(stream) == "waiting" else None
        if item and item.privileged:
            return "privileged"
        if (compartment := self._clerk.compartment(item.stream if item else stream)) != "open":
            return compartment
        voice = getattr((item.state if item else self._clerk.memory.get(stream).state), "voice", None)
        return "respect" if getattr(voice, "is_restricted", False) else "open"

    def kept_back(self, stream: str) -> Compartment | Literal["board", "resistance", "own"] | None:
        """From whom a stream is kept although its unit is theirs to read: by its compartment, by a moderator (board), because
        few read what is expected to be resisted, or because somebody wrote it for themselves (own)."""
        if self._kept_by(stream):
            return "own"
        compartment = self.compartment(stream)
        if compartment != "open":
            return compartment
        hidden = _is_hidden(self._waiting_room.state_of(stream))
        return "board" if hidden else "resistance" if self._is_for_few(stream) else None

    def _may_apart(self, actor: Actor, action: str, resource: Resource, compartment: Compartment) -> bool:
        """What is restricted is there for the readers of its compartment alone, whatever else they may; its speaker still
        does and reads what is the speaker's own. Whoever reads the compartment reads all of it, whichever page shows it."""
        within = actor.only is None or action in actor.only
        if within and "speaker" in resource.relations and self.access.allows("speaker", action):
            return True
        if not self.access.authorize(actor, f"read.{compartment}", Resource(None, resource.relations)):
            return False
        return action.startswith("read.") or self.access.authorize(actor, action, resource)

    def _between(self, stream: str) -> tuple[str, str] | None:
        """The two who alone know of a stream: who was asked for a talk, and who asked. Of nearly every stream None."""
        state = self._clerk.memory.get(stream).state if noun_of(stream) == "promise" else None
        return state.between if isinstance(state, Pledge) else None

    def _may_between(self, actor: Actor, action: str, two: tuple[str, str], resource: Resource) -> bool:
        """Both read all of it; each does what is theirs to do, and nobody else does anything."""
        holder, asker = two
        if not (actor.id == asker or holds(actor, holder, None)):
            return False
        return action.startswith("read.") or self.access.authorize(actor, action, resource)

    def _is_for_all(self, actor: Actor, message: str) -> bool:
        """Whether it was said to the whole hospital, and the actor has a role anywhere in it."""
        here = any(role != "member" for role, _ in actor.roles)
        return here and isinstance(note := self._clerk.memory.get(message).state, Note) and note.unit is None

    def _is_in(self, actor: Actor, assessment: str) -> bool:
        """Whether the actor rates in it, or leads its meeting."""
        state = self._clerk.memory.get(assessment).state
        here = isinstance(state, self_assessment.Standing)
        return here and actor.id in (state.setting.facilitator, *state.setting.raters)

    def _is_for_few(self, stream: str) -> bool:
        if noun_of(stream) != "standard":
            return False
        standing = self._clerk.memory.get(stream).state
        return isinstance(standing, Standing) and standing.standard.few

    def _is_in_library(self, stream: str) -> bool:
        """Whether it is a lesson that stands in the library."""
        learned = self._clerk.memory.get(stream).state if noun_of(stream) == "learning" else None
        return isinstance(learned, Learned) and learned.lesson.is_for_all

    def _is_anothers(self, actor: Actor, stream: str) -> bool:
        """Whether somebody else wrote it for themselves: then nobody reads it or does anything with it."""
        return self._kept_by(stream) is not None and not self.is_own(actor, stream)

    def _author_of(self, stream: str) -> str | None:
        """Who wrote it about themselves, opened up or not."""
        if noun_of(stream) not in ("learning", "rating"):
            return None
        match self._clerk.memory.get(stream).state:
            case Written(lesson=lesson):
                return lesson.author
            case rating.Sheet(rater=rater):
                return rater
            case _:
                return None

    def _kept_by(self, stream: str) -> str | None:
        """Who wrote it for themselves: a reflection until it is opened up, a sheet of ratings for good."""
        if noun_of(stream) == "rating":
            return self._author_of(stream)
        return kept_by(self._clerk.memory.get(stream).state) if noun_of(stream) == "learning" else None

    def _relations(self, actor: Actor, stream: str, state: Any) -> frozenset[str]:
        relations = set()
        noun = noun_of(stream)
        if noun == "promise" and (two := self._between(stream)) and two[1] == actor.id:
            relations.add("asker")
        if noun == "message" and self._is_for_all(actor, stream):
            relations.add("addressee")
        if noun == "assessment" and self._is_in(actor, stream):
            relations.add("rater")
        if noun in SPOKEN and self.is_own(actor, stream):
            relations.add("speaker")
        if actor.id is not None and self._author_of(stream) == actor.id:
            relations.add("author")
        if noun == "waiting" and (item := self._waiting_room.item(stream)):
            noun = noun_of(item.stream)
        balls = lexicon.BALLS.get(noun)
        if balls and any(holds(actor, ball.holder, state.unit) for ball in balls(state)):
            relations.add("holder")
        return frozenset(relations)


def _is_hidden(state: Any) -> bool:
    """Whether a moderator took this voice off the boards: then those alone read it who may do so, and its speaker."""
    return getattr(getattr(state, "voice", None), "hidden", None) is not None
