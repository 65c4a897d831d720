"""What can be asked of a partnership between a unit and an executive."""

from typing import Annotated, Literal, get_args

from msgspec import Meta

from workflows.kernel import correcting
from workflows.kernel.grammar import Command, Holder, Text, UnitSlug
from workflows.kernel.ids import named
from workflows.kernel.moments import Day
from workflows.kernel.words import PersonId, RoundsId, WaiverId

Rank = Literal["board_member", "ceo", "vice_president", "director", "other"]
ELIGIBLE: frozenset[Rank] = frozenset({"board_member", "ceo", "vice_president"})
"""Ranks of a vice-president or above."""
Colour = Literal["executive", "deputy", "team"]
NotHeld = Literal["unit_emergency", "leader_absent", "no_staff_free", "other"]
Leaving = Literal["left_hospital", "left_post", "unit_closed", "by_agreement", "other"]
Clause = Literal["learn_from", "listen_to", "work_with"]
CLAUSES: tuple[Clause, ...] = get_args(Clause)
Part = Literal["interest"]
Plain = Literal["rank", "clinician", "colour"]


def stream_of(unit: str, executive: str) -> str:
    """A unit and an executive have one partnership, however often it begins anew."""
    return named("partnership", unit, executive)


class Nominate(Command, frozen=True, kw_only=True):
    """Name an executive as the partner of a unit."""

    VERB = "partnership.nominate"

    unit: Annotated[UnitSlug, Meta(title="Which unit?", description="Where they will meet with the team.")]
    executive: Annotated[PersonId, Meta(title="Who?", description="An executive who can move what the unit cannot.")]
    rank: Annotated[Rank, Meta(title="What is their rank?", description="Vice-president or above, where there is one.")]
    clinician: Annotated[
        bool, Meta(title="Are they a clinician?", description="It does not matter; what counts is that they listen.")
    ] = False
    interest: Annotated[
        Text | None, Meta(title="Why do they want to?", description="In their own words, for the team.")
    ] = None

    def stream(self) -> str:
        return stream_of(self.unit, self.executive)


class Confirm(Command, frozen=True, kw_only=True):
    """Confirm that the executive can be the partner."""

    VERB = "partnership.confirm"

    waiver: Annotated[
        WaiverId | None,
        Meta(title="Under which waiver?", description="Where the rank is lower: the one that sets the rule aside."),
    ] = None


class Sign(Command, frozen=True, kw_only=True):
    """Sign the agreement of the partnership."""

    VERB = "partnership.sign"

    learn_from: Annotated[
        bool, Meta(title="Will you learn from the staff?", description="I come to understand their work.")
    ]
    listen_to: Annotated[
        bool, Meta(title="Will you listen to them?", description="I let them finish, and hold nothing against them.")
    ]
    work_with: Annotated[
        bool, Meta(title="Will you work with them?", description="I take on what stands in their way.")
    ]


class ScheduleMeeting(Command, frozen=True, kw_only=True):
    """Plan the next meeting of the team with its partner."""

    VERB = "partnership.schedule_meeting"

    day: Annotated[Day, Meta(title="On which day?", description="Once in every month.")]


class MoveMeeting(Command, frozen=True, kw_only=True):
    """Move the meeting to another day."""

    VERB = "partnership.move_meeting"

    day: Annotated[Day, Meta(title="To which day?", description="The first day stays in the record.")]
    reason: Annotated[Text, Meta(title="Why?", description="So that the team knows.")]


class HoldMeeting(Command, frozen=True, kw_only=True):
    """Say that the team met, and who came for the leadership."""

    VERB = "partnership.hold_meeting"

    colour: Annotated[
        Colour, Meta(title="Who came for the leadership?", description="Team means that nobody of it came.")
    ]
    attendees: Annotated[
        tuple[Holder, ...], Meta(title="Who was there?", description="People or roles.", max_length=60)
    ] = ()
    agreed: Annotated[Text | None, Meta(title="What was agreed?", description="In two or three lines.")] = None


class SayMeetingNotHeld(Command, frozen=True, kw_only=True):
    """Say that the meeting was not held, and why; the month still counts."""

    VERB = "partnership.say_meeting_not_held"

    reason: Annotated[NotHeld, Meta(title="Why was it not held?", description="The nearest reason.")]
    note: Annotated[Text | None, Meta(title="What happened?", description="Only if needed.")] = None


class CountRounds(Command, frozen=True, kw_only=True):
    """Count rounds with the team as its meeting, where the hospital does so."""

    VERB = "partnership.count_rounds"

    rounds: Annotated[RoundsId, Meta(title="Which rounds?", description="Those that were held.")]
    colour: Annotated[Colour, Meta(title="Who came for the leadership?", description="As the rounds say.")]


class CloseMonth(Command, frozen=True, kw_only=True):
    """Note how a month ended in which the partner did not come in time."""

    VERB = "partnership.close_month"

    until: Annotated[Day, Meta(title="Until which day?", description="The last of the time that was due.")]


class HandOver(Command, frozen=True, kw_only=True):
    """Hand the partnership over to an executive who has signed."""

    VERB = "partnership.hand_over"

    executive: Annotated[PersonId, Meta(title="To whom?", description="Somebody named for this unit who has signed.")]


class ProposeGraduation(Command, frozen=True, kw_only=True):
    """Propose that the team no longer needs to meet with its partner every month."""

    VERB = "partnership.propose_graduation"

    why: Annotated[Text, Meta(title="What shows that the team is ready?", description="Goals met, and how you know.")]
    waiver: Annotated[
        WaiverId | None,
        Meta(title="Under which waiver?", description="Where fewer months in a row were met than the rule asks for."),
    ] = None


class AgreeGraduation(Command, frozen=True, kw_only=True):
    """Agree that the team graduates; it takes the executive and quality."""

    VERB = "partnership.agree_graduation"


class DeclineGraduation(Command, frozen=True, kw_only=True):
    """Say that it is too early to graduate, and why."""

    VERB = "partnership.decline_graduation"

    reason: Annotated[Text, Meta(title="Why is it too early?", description="What would have to be so first.")]


class RevokeGraduation(Command, frozen=True, kw_only=True):
    """Go back to meeting every month."""

    VERB = "partnership.revoke_graduation"

    why: Annotated[Text, Meta(title="Why?", description="What slipped since; it is nobody's fault to need help.")]


class FlagRelapse(Command, frozen=True, kw_only=True):
    """Note that something slipped since the team graduated."""

    VERB = "partnership.flag_relapse"

    why: Annotated[Text, Meta(title="What slipped?", description="So that it is seen in time; nothing else follows.")]


class End(Command, frozen=True, kw_only=True):
    """End the partnership."""

    VERB = "partnership.end"

    reason: Annotated[Leaving, Meta(title="Why does it end?", description="The nearest reason.")]
    note: Annotated[Text | None, Meta(title="Anything to add?", description="Only if needed.")] = None


class Withdraw(Command, frozen=True, kw_only=True):
    """Take back a nomination that was a mistake."""

    VERB = "partnership.withdraw"

    why: Annotated[Text, Meta(title="Why?", description="For example: the wrong person.")]


class Correct(correcting.Correct, frozen=True, kw_only=True):
    """Put a slip right; what it said before stays, marked as corrected."""

    VERB = "partnership.correct"

    part: Annotated[Part | None, correcting.WORDS] = None
    field: Annotated[
        Plain | None, Meta(title="Which field?", description="Who came is that of the latest meeting.")
    ] = None
