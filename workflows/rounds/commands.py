"""What can be asked of rounds."""

from typing import Annotated, Literal

from msgspec import Meta

from workflows.kernel import ball, correcting
from workflows.kernel.grammar import Command, Holder, Text, UnitSlug
from workflows.kernel.moments import Day, Time
from workflows.kernel.words import IssueId, PersonId

Colour = Literal["executive", "deputy", "team"]
Finding = Literal["still_so", "better", "fixed"]
Reason = Literal["unit_emergency", "leader_absent", "no_staff_free", "other"]
Kind = Literal["staff", "patient"]
Shift = Literal["day", "evening", "night", "weekend"]
Exchange = Literal["question", "dialogue", "commitment"]
Side = Literal["executive", "staff"]
Part = Literal["summary", "thanks", "where"]
Plain = Literal["colour", "kind", "shift"]
HeadCount = Annotated[int, Meta(ge=0, le=2_000)]


class Schedule(Command, frozen=True, kw_only=True):
    """Schedule safety rounds in a unit."""

    VERB = "rounds.schedule"
    CREATES = ("rounds",)

    unit: Annotated[UnitSlug, Meta(title="Which unit?", description="Where you will walk.")]
    day: Annotated[Day, Meta(title="On which day?", description="They may move later, never vanish.")]
    time: Annotated[Time | None, Meta(title="At what time?", description="For example 14:00.")] = None
    kind: Annotated[Kind, Meta(title="Whom will you talk with?", description="Staff, or patients and families.")] = (
        "staff"
    )
    shift: Annotated[Shift, Meta(title="On which shift?", description="Nights and weekends are heard too.")] = "day"
    where: Annotated[Text | None, Meta(title="Where do you meet?", description="Also what one has to wear there.")] = (
        None
    )
    partner: Annotated[
        Holder | None, Meta(title="Who comes?", description="The executive partner of the unit, if left open.")
    ] = None
    guide: Annotated[Holder | None, Meta(title="Who guides?", description="Somebody of the unit.")] = None


class Prepare(Command, frozen=True, kw_only=True):
    """Tick off one thing that is ready for the rounds."""

    VERB = "rounds.prepare"

    item: Annotated[str, Meta(title="What is ready?", description="From the list of things to prepare.", max_length=80)]
    note: Annotated[Text | None, Meta(title="Anything to know about it?", description="Only if needed.")] = None


class NameGuide(Command, frozen=True, kw_only=True):
    """Say who of the unit shows the way."""

    VERB = "rounds.name_guide"

    guide: Annotated[Holder, Meta(title="Who guides?", description="Somebody who works here and knows the way round.")]


class PreBrief(Command, frozen=True, kw_only=True):
    """Say that you sat down with the executive before the rounds."""

    VERB = "rounds.pre_brief"

    note: Annotated[Text | None, Meta(title="What did you speak about?", description="Only if needed.")] = None


class BriefProviders(Command, frozen=True, kw_only=True):
    """Say how many of those who work here were told what the rounds are for."""

    VERB = "rounds.brief_providers"

    briefed: Annotated[HeadCount, Meta(title="How many were told?", description="At huddles, by mail, in person.")]
    of: Annotated[HeadCount, Meta(title="Of how many?", description="All who give care here.")]


class Orient(Command, frozen=True, kw_only=True):
    """Tell a visitor where to go, who meets them and what to wear."""

    VERB = "rounds.orient"
    REPEATABLE = True

    visitor: Annotated[
        PersonId | None, Meta(title="Whom?", description="The executive partner of the rounds, if left open.")
    ] = None
    where: Annotated[Text, Meta(title="Where do they go?", description="Door, floor, and where to wait.")]
    wear: Annotated[Text, Meta(title="What do they wear?", description="Gown, gloves, mask; no tie, sleeves up.")]
    privacy: Annotated[
        Text | None, Meta(title="What do they keep to themselves?", description="Doors they do not open, names.")
    ] = None


class AcknowledgeOrientation(Command, frozen=True, kw_only=True):
    """Say that you have read where to go and what to wear."""

    VERB = "rounds.acknowledge_orientation"


class Reschedule(Command, frozen=True, kw_only=True):
    """Move the rounds to another day."""

    VERB = "rounds.reschedule"

    day: Annotated[Day, Meta(title="To which day?", description="The first day stays in the record.")]
    time: Annotated[Time | None, Meta(title="At what time?", description="The same as before, if left open.")] = None
    reason: Annotated[Text, Meta(title="Why?", description="So that the team knows.")]


class Entrust(Command, frozen=True, kw_only=True):
    """Entrust the rounds to another partner."""

    VERB = "rounds.entrust"

    partner: Annotated[
        Holder, Meta(title="Who comes instead?", description="Somebody who can move what the unit cannot.")
    ]
    reason: Annotated[Text, Meta(title="Why?", description="So that the team knows.")]


class Hold(Command, frozen=True, kw_only=True):
    """Say that the rounds were held, and who was there."""

    VERB = "rounds.hold"

    attendees: Annotated[
        tuple[Holder, ...], Meta(title="Who was there?", description="People or roles.", max_length=60)
    ] = ()
    colour: Annotated[
        Colour, Meta(title="Who came for the leadership?", description="Team means that nobody of it came.")
    ]
    none_raised: Annotated[bool, Meta(title="Was nothing new raised?", description="Say yes only if you asked.")] = (
        False
    )


class NoteExchange(Command, frozen=True, kw_only=True):
    """Note that the two sides spoke with each other."""

    VERB = "rounds.note_exchange"
    REPEATABLE = True

    kind: Annotated[Exchange, Meta(title="What was it?", description="A question, a talk, or somebody took it on.")]
    by: Annotated[Side, Meta(title="Who began?", description="The leader who came, or somebody who works here.")]
    words: Annotated[Text | None, Meta(title="What was it about?", description="Only if needed. Leave out names.")] = (
        None
    )


class Review(Command, frozen=True, kw_only=True):
    """Say how an old issue looks now, seen on the rounds."""

    VERB = "rounds.review"

    issue: Annotated[IssueId, Meta(title="Which issue?", description="One from the log.")]
    finding: Annotated[Finding, Meta(title="How does it look now?", description="What you saw, not what was planned.")]


class LookOver(Command, frozen=True, kw_only=True):
    """Say that the rest of the log was looked over as a sheet."""

    VERB = "rounds.look_over"

    issues: Annotated[
        tuple[IssueId, ...], Meta(title="Which issues?", description="Those not seen one by one.", max_length=500)
    ]


class AgreePriorities(Command, frozen=True, kw_only=True):
    """Agree with the team, before you leave, on what comes first."""

    VERB = "rounds.agree_priorities"

    issues: Annotated[
        tuple[IssueId, ...],
        Meta(title="Which issues come first?", description="Two or three, the first one first.", max_length=3),
    ]


class SayNotHeld(Command, frozen=True, kw_only=True):
    """Say that the rounds were not held, and why; they still count as due."""

    VERB = "rounds.say_not_held"

    reason: Annotated[Reason, Meta(title="Why were they not held?", description="The nearest reason.")]
    note: Annotated[Text | None, Meta(title="What happened?", description="Only if needed.")] = None


class Summarise(Command, frozen=True, kw_only=True):
    """Tell the unit what came of the rounds."""

    VERB = "rounds.summarise"

    summary: Annotated[Text, Meta(title="What came of the rounds?", description="For those who were not there.")]
    priorities: Annotated[
        tuple[IssueId, ...], Meta(title="Which issues come first?", description="Up to three.", max_length=3)
    ] = ()
    thanks: Annotated[Text | None, Meta(title="Whom do you thank, and what for?", description="Without names.")] = None


class Withdraw(Command, frozen=True, kw_only=True):
    """Take back rounds that were scheduled by mistake."""

    VERB = "rounds.withdraw"

    why: Annotated[Text, Meta(title="Why?", description="For example: entered twice.")]


class Correct(correcting.Correct, frozen=True, kw_only=True):
    """Put a slip right; the old words stay, marked as corrected."""

    VERB = "rounds.correct"

    part: Annotated[Part | None, correcting.WORDS] = None
    field: Annotated[Plain | None, correcting.FIELD] = None


class FallDue(ball.FallDue, frozen=True, kw_only=True):
    """Note that something owed here was not done in time."""

    VERB = "rounds.fall_due"
