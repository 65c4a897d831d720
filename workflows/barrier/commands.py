"""What can be asked of a barrier."""

from typing import Annotated, Literal

from msgspec import Meta

from workflows.kernel import ball, correcting
from workflows.kernel.grammar import Command, Holder, Text, UnitSlug
from workflows.kernel.moments import Day
from workflows.kernel.words import Cents, IssueId, Value

Why = Literal["right_desk", "returned", "left_post", "on_leave", "agreed", "other"]
Part = Literal["what", "evidence", "why"]
Plain = Literal["money"]


class Log(Command, frozen=True, kw_only=True):
    """Log what stands in the way, and who shall remove it."""

    VERB = "barrier.log"
    CREATES = ("barrier",)

    unit: Annotated[
        UnitSlug | None, Meta(title="Which unit is it at home in?", description="Leave it open for the whole hospital.")
    ] = None
    what: Annotated[Text, Meta(title="What stands in the way?", description="What nobody in the unit can solve alone.")]
    issues: Annotated[
        tuple[IssueId, ...],
        Meta(title="Which issues wait for it?", description="Of one unit or of several.", max_length=200),
    ] = ()
    holder: Annotated[
        Holder | None, Meta(title="Who can remove it?", description="The executive partner, if you do not know.")
    ] = None
    due: Annotated[Day | None, Meta(title="Removed by when?", description="The usual time, if left open.")] = None
    money: Annotated[Cents | None, Meta(title="What does it cost, in cents?", description="If money is asked for.")] = (
        None
    )


class BlockAlso(Command, frozen=True, kw_only=True):
    """Say that one more issue waits for this barrier."""

    VERB = "barrier.block_also"

    issue: Annotated[IssueId, Meta(title="Which issue waits for it too?", description="Of any unit.")]


class Unblock(Command, frozen=True, kw_only=True):
    """Say that an issue does not wait for this barrier."""

    VERB = "barrier.unblock"

    issue: Annotated[IssueId, Meta(title="Which issue does not wait for it?", description="One of those it blocks.")]


class Assign(Command, frozen=True, kw_only=True):
    """Hand a barrier on to somebody who can remove it."""

    VERB = "barrier.assign"

    holder: Annotated[Holder, Meta(title="Who can remove it?", description="A person, role, committee or party.")]
    due: Annotated[Day | None, Meta(title="Removed by when?", description="The day in force stays, if left open.")] = (
        None
    )
    why: Annotated[Why, Meta(title="Why is it handed on?", description="The nearest reason.")] = "right_desk"


class Entrust(Command, frozen=True, kw_only=True):
    """Say who answers for a barrier, whoever holds it."""

    VERB = "barrier.entrust"

    answerable: Annotated[
        Holder, Meta(title="Who answers for it?", description="As a rule the executive partner of its unit.")
    ]
    why: Annotated[Why, Meta(title="Why somebody else?", description="The nearest reason.")] = "left_post"


class Accept(Command, frozen=True, kw_only=True):
    """Say yes: this barrier is yours to remove."""

    VERB = "barrier.accept"


class Return(Command, frozen=True, kw_only=True):
    """Give a barrier back because it is not yours to remove."""

    VERB = "barrier.return"

    reason: Annotated[Text, Meta(title="Why is it not yours?", description="And who could remove it, if you know.")]


class WaitOn(Command, frozen=True, kw_only=True):
    """Say on whom you wait; you stay answerable."""

    VERB = "barrier.wait_on"

    whom: Annotated[Holder, Meta(title="On whom do you wait?", description="A person, role, committee or party.")]
    until: Annotated[Day, Meta(title="Until when?", description="The day they decide or deliver.")]
    reason: Annotated[Text, Meta(title="What do you wait for?", description="So that the unit understands.")]


class Resume(Command, frozen=True, kw_only=True):
    """Say that the waiting is over."""

    VERB = "barrier.resume"


class PromiseNewDate(Command, frozen=True, kw_only=True):
    """Promise another day; the first one stays in the record."""

    VERB = "barrier.promise_new_date"

    due: Annotated[Day, Meta(title="Removed by when?", description="A day you can keep.")]
    reason: Annotated[Text, Meta(title="Why does the day move?", description="So that the unit understands.")]


class Climb(Command, frozen=True, kw_only=True):
    """Take a barrier that stays overdue up one step."""

    VERB = "barrier.climb"


class ClaimRemoved(Command, frozen=True, kw_only=True):
    """Say that the barrier is removed; the unit checks it."""

    VERB = "barrier.claim_removed"

    evidence: Annotated[Text, Meta(title="How can the unit see it?", description="What is there now that was not.")]


class Verify(Command, frozen=True, kw_only=True):
    """Say, as the unit, that the barrier is gone."""

    VERB = "barrier.verify"


class Reject(Command, frozen=True, kw_only=True):
    """Say, as the unit, that the barrier is still there."""

    VERB = "barrier.reject"

    why: Annotated[Text, Meta(title="What is still in the way?", description="What you see at the bedside.")]


class AcceptAsRisk(Command, frozen=True, kw_only=True):
    """Say that the barrier stays, and when that is looked at again."""

    VERB = "barrier.accept_as_risk"

    review_on: Annotated[Day, Meta(title="Looked at again when?", description="A risk is never accepted for ever.")]
    why: Annotated[Text, Meta(title="Why does it stay?", description="So that those who wait understand.")]


class Withdraw(Command, frozen=True, kw_only=True):
    """Take back a barrier that was none."""

    VERB = "barrier.withdraw"

    why: Annotated[Text | None, Meta(title="Why?", description="For example: logged twice by mistake.")] = None


class Move(Command, frozen=True, kw_only=True):
    """Move a barrier to the unit it is at home in, or to the whole hospital."""

    VERB = "barrier.move"

    unit: Annotated[
        UnitSlug | None, Meta(title="Which unit is it at home in?", description="Leave it open for the whole hospital.")
    ] = None


class Correct(correcting.Correct, frozen=True, kw_only=True):
    """Put a slip right; the old words stay, marked as corrected."""

    VERB = "barrier.correct"

    part: Annotated[Part | None, correcting.WORDS] = None
    field: Annotated[Plain | None, correcting.FIELD] = None
    now: Annotated[Value | None, Meta(title="What should it be?", description="Cents, as a whole number.")] = None


class FallDue(ball.FallDue, frozen=True, kw_only=True):
    """Note that something owed here was not done in time."""

    VERB = "barrier.fall_due"
