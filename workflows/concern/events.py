"""What can have happened to a concern. Ids, days and holders were checked when asked and are plain strings here."""

from typing import get_args

from workflows.concern.commands import Kind, Part, Plain, Route, Speaker
from workflows.kernel.ball import Owes
from workflows.kernel.grammar import Event, Text
from workflows.kernel.words import Brought, Came, Outcome, Source, Who


class Raised(Event, frozen=True, kw_only=True):
    """`unit` is None where it is about no unit, or nobody is sure which."""

    NAME = "concern.raised"
    V = 2

    unit: str | None
    kind: Kind
    what: Text
    idea: Text | None
    source: Source
    speaker: Speaker
    urgent: bool
    rounds: str | None
    due: str
    who: Who
    for_another: bool
    language: str | None
    came: Came
    contact: Text | None


class Acknowledged(Event, frozen=True, kw_only=True):
    NAME = "concern.acknowledged"


class HandedOn(Event, frozen=True, kw_only=True):
    NAME = "concern.handed_on"

    holder: str


class Answered(Event, frozen=True, kw_only=True):
    """`holder` is who brings the answer to the voice, by `due`; `through` the issue that answered all its voices."""

    NAME = "concern.answered"

    answer: Text
    outcome: Outcome
    reason: Text | None
    final: bool
    holder: str
    due: str
    reason_due: str | None
    through: str | None


class ReasonGiven(Event, frozen=True, kw_only=True):
    NAME = "concern.reason_given"

    reason: Text


class Delivered(Event, frozen=True, kw_only=True):
    """`day` it reached the voice; without a reply the loop ends after `due`."""

    NAME = "concern.delivered"

    how: Brought
    day: str
    due: str


class SpeakerAsked(Event, frozen=True, kw_only=True):
    NAME = "concern.speaker_asked"

    question: Text


class PhotoAdded(Event, frozen=True, kw_only=True):
    """`photo` is the digest of the sealed picture among the attachments, `key` what opens it."""

    NAME = "concern.photo_added"

    photo: str
    key: str
    shows: Text | None


class Replied(Event, frozen=True, kw_only=True):
    """The one who spoke replied to a question, or said more."""

    NAME = "concern.replied"

    words: Text


class Hidden(Event, frozen=True, kw_only=True):
    NAME = "concern.hidden"

    why: Text


class Unhidden(Event, frozen=True, kw_only=True):
    NAME = "concern.unhidden"


class Heard(Event, frozen=True, kw_only=True):
    NAME = "concern.heard"


class Disputed(Event, frozen=True, kw_only=True):
    """The `n`-th time; `holder` owes the next answer by `due`."""

    NAME = "concern.disputed"

    why: Text
    n: int
    holder: str
    due: str


class Disagreed(Event, frozen=True, kw_only=True):
    """The last word stays with the voice: both texts stand side by side."""

    NAME = "concern.disagreed"

    why: Text


class Reopened(Event, frozen=True, kw_only=True):
    NAME = "concern.reopened"

    why: Text
    due: str


class NoticeGiven(Event, frozen=True, kw_only=True):
    NAME = "concern.notice_given"

    n: int


class FellSilent(Event, frozen=True, kw_only=True):
    """No reply came; or the sheet says that feedback was given, and nothing of what became of it."""

    NAME = "concern.fell_silent"

    notices: int
    as_the_sheet_says: bool


class NotReached(Event, frozen=True, kw_only=True):
    NAME = "concern.not_reached"

    why: Text


class Withdrawn(Event, frozen=True, kw_only=True):
    NAME = "concern.withdrawn"

    why: Text | None


class Listed(Event, frozen=True, kw_only=True):
    NAME = "concern.listed"

    issue: str


class Merged(Event, frozen=True, kw_only=True):
    NAME = "concern.merged"

    issue: str


class Unmerged(Event, frozen=True, kw_only=True):
    """What was answered through `issue` no longer counts: where it did, a new answer is owed by `due`."""

    NAME = "concern.unmerged"

    issue: str
    due: str


class Left(Event, frozen=True, kw_only=True):
    """Stands in the log of the unit it left."""

    NAME = "concern.left"

    to: str


class Arrived(Event, frozen=True, kw_only=True):
    """Stands in the log of the unit it came to; it `came_from` None where it was about no unit."""

    NAME = "concern.arrived"
    V = 2

    unit: str
    came_from: str | None


class Walled(Event, frozen=True, kw_only=True):
    """Somebody it is about is kept from it. `person` is their id, sealed like what people say."""

    NAME = "concern.walled"

    person: Text


class WallLifted(Event, frozen=True, kw_only=True):
    NAME = "concern.wall_lifted"

    person: Text
    why: Text


class Corrected(Event, frozen=True, kw_only=True):
    NAME = "concern.corrected"

    part: Part | None
    text: Text | None
    field: Plain | None
    was: str | None
    now: str | None


class FellDue(Event, frozen=True, kw_only=True):
    NAME = "concern.fell_due"

    owes: Owes
    due: str
    holder: str


class Triaged(Event, frozen=True, kw_only=True):
    """`holder` owes the answer from now on, by `due`; None where both stay as they are."""

    NAME = "concern.triaged"

    route: Route
    holder: str | None
    due: str | None


class EventLinked(Event, frozen=True, kw_only=True):
    """`number` is that of the hospital's event system; a later one takes its place."""

    NAME = "concern.event_linked"

    number: str


class BecameGrievance(Event, frozen=True, kw_only=True):
    """`holder` owes the answer now, with the letter of `grievance`, by `due`; None where an answer was given before."""

    NAME = "concern.became_grievance"

    grievance: str
    holder: str | None
    due: str | None


class Paged(Event, frozen=True, kw_only=True):
    """`holder` is on call and was called; how and whom is no fact."""

    NAME = "concern.paged"

    holder: str


Happened = (
    Raised
    | Acknowledged
    | HandedOn
    | Answered
    | ReasonGiven
    | Delivered
    | SpeakerAsked
    | Replied
    | PhotoAdded
    | Hidden
    | Unhidden
    | Heard
    | Disputed
    | Disagreed
    | Reopened
    | NoticeGiven
    | FellSilent
    | NotReached
    | Withdrawn
    | Listed
    | Merged
    | Unmerged
    | Left
    | Arrived
    | Walled
    | WallLifted
    | Corrected
    | FellDue
    | Triaged
    | EventLinked
    | BecameGrievance
    | Paged
)

ALL: tuple[type[Event], ...] = get_args(Happened)
