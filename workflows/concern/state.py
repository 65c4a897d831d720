"""Where a concern can stand: owed an answer, answered, delivered, ended. What everyone needs to know of it is its `Voice`."""

from typing import Literal

from msgspec import Struct

from workflows.concern.commands import Kind, Route, Speaker
from workflows.kernel.ball import Fallen
from workflows.kernel.grammar import Correction, Ref
from workflows.kernel.moments import Moment
from workflows.kernel.noun import Nothing
from workflows.kernel.words import Brought, Came, Outcome, Source, Who

End = Literal["heard", "disagreed", "no_reply", "cannot_be_reached", "withdrawn"]


class Answer(Struct, frozen=True, kw_only=True):
    """One answer: given by person `by`, brought to the voice by `holder` until `due`; `reason` is where a no says why."""

    text: Ref
    outcome: Outcome
    reason: Ref | None
    reason_due: str | None
    by: str | None
    holder: str
    at: Moment
    due: str
    through: str | None = None

    @property
    def lacks_reason(self) -> bool:
        return self.outcome == "not_possible" and self.reason is None


FRONT_DOOR = "role-quality-director"
"""Who answers what is about no unit, or finds the unit it belongs to."""


class Said(Struct, frozen=True):
    """One turn of a conversation: words of the voice, or a question of person `by`."""

    words: Ref
    at: Moment
    by: str | None = None


class Photo(Struct, frozen=True):
    """A sealed picture: its digest, the id of its key, where it is said what it shows."""

    id: str
    key: str
    shows: Ref | None


class Voice(Struct, frozen=True, kw_only=True):
    """What stays with a concern wherever it stands. `id` is the holder of the voice's own balls; `answers` are those that
    were disputed, reopened or unmerged; `issue` is the one issue it is listed as or merged with; `route` is what triage found
    it to be, `event` its number in the event system, `grievance` what a complaint became, `paged` when whoever is on call was
    called; `talk` are the questions asked of it and what it replied, `hidden` is where it says why no board shows it."""

    id: str
    unit: str | None
    kind: Kind
    what: Ref
    idea: Ref | None
    source: Source
    speaker: Speaker
    urgent: bool
    rounds: str | None
    raised: Moment
    answerer: str
    who: Who
    for_another: bool
    language: str | None
    came: Came
    contact: Ref | None
    acknowledged: Moment | None = None
    issue: str | None = None
    route: Route | None = None
    event: str | None = None
    grievance: str | None = None
    paged: Moment | None = None
    answers: tuple[Answer, ...] = ()
    disputes: tuple[Ref, ...] = ()
    talk: tuple[Said, ...] = ()
    hidden: Ref | None = None
    photos: tuple[Photo, ...] = ()
    corrections: tuple[Correction, ...] = ()
    fallen: Fallen = ()

    @property
    def asked(self) -> bool:
        """Whether a question waits for a reply."""
        return bool(self.talk) and self.talk[-1].by is not None

    @property
    def number(self) -> int:
        """Ours, for other systems: where its first words lie; 0 while it waits to enter."""
        first = next((one.was for one in self.corrections if one.of == "what"), self.what)
        return max(first.seq, 0) if isinstance(first, Ref) else 0

    @property
    def is_restricted(self) -> bool:
        """Whether it was found to be a matter of respect."""
        return self.route == "respect"


class Standing(Struct, frozen=True, kw_only=True):
    """What every state of a concern has: its voice, and the moment (happened) it came to stand so."""

    voice: Voice
    since: Moment

    @property
    def unit(self) -> str | None:
        """What is a matter of respect is in no unit: only those who see to it know of it."""
        return None if self.voice.is_restricted else self.voice.unit

    @property
    def began(self) -> Moment:
        return self.voice.raised


class Owed(Standing, frozen=True, kw_only=True):
    """A final answer is owed by `due`; `so_far` is one that was given on the way, `brought` when it reached the voice."""

    due: str
    why: str | None = None
    so_far: Answer | None = None
    brought: Moment | None = None


class Answered(Standing, frozen=True, kw_only=True):
    """The answer exists and has not reached the voice."""

    answer: Answer


class Delivered(Standing, frozen=True, kw_only=True):
    """The answer reached the voice on `day`; a reply may come until `due`. The last of its `notices` went out at `noticed`."""

    answer: Answer
    how: Brought
    day: str
    due: str
    notices: int = 0
    noticed: Moment | None = None


class Ended(Standing, frozen=True, kw_only=True):
    """The loop ended as `how`; `why` is where that is said, `answer` the last one given."""

    how: End
    why: Ref | None = None
    answer: Answer | None = None
    as_the_sheet_says: bool = False


Known = Owed | Answered | Delivered | Ended
State = Nothing | Known


def first_to_answer(unit: str | None) -> str:
    """Whose the answer is until somebody hands it on."""
    return FRONT_DOOR if unit is None else f"unit-{unit}"


def answer_of(state: Known) -> Answer | None:
    """The answer that counts now, if one was given."""
    return state.so_far if isinstance(state, Owed) else state.answer
