"""What can be asked of an issue."""

from typing import Annotated, Literal

from msgspec import Meta

from workflows.kernel import ball, correcting
from workflows.kernel.grammar import Command, Holder, Text, UnitSlug
from workflows.kernel.moments import Day
from workflows.kernel.words import Brought, Category, ConcernId, IssueId, Outcome, Rank, RoundsId, Source

How = Literal["fixed", "practice_changed", "no_longer_happens"]
Part = Literal["title", "suggestion", "needs", "plan", "evidence", "reason"]
Plain = Literal["category", "source"]
Side = Literal["executive", "unit"]
"""On whose behalf somebody is an author of a plan: of those who lead the hospital, or of those who work on the unit."""
Degree = Annotated[int, Meta(ge=1, le=5)]


class List(Command, frozen=True, kw_only=True):
    """Put an issue on the tracking log."""

    VERB = "issue.list"
    CREATES = ("issue",)

    unit: Annotated[UnitSlug, Meta(title="Which unit?", description="The log it stands on.")]
    title: Annotated[Text, Meta(title="What is the problem?", description="One line, without names.")]
    from_concern: Annotated[
        ConcernId | None, Meta(title="Which concern is it?", description="If somebody raised it; they are told.")
    ] = None
    category: Annotated[Category | None, Meta(title="What is it about?", description="Leave it open if unsure.")] = None
    source: Annotated[Source, Meta(title="Where was it said?", description="Between rounds, if you are not sure.")] = (
        "between"
    )
    rounds: Annotated[
        RoundsId | None, Meta(title="During which rounds?", description="If it was listed on rounds.")
    ] = None
    suggestion: Annotated[Text | None, Meta(title="What could solve it?", description="As it was suggested.")] = None
    needs: Annotated[Text | None, Meta(title="What does it need?", description="People, things, money, space.")] = None
    owner: Annotated[Holder | None, Meta(title="Who looks after it?", description="The unit, until you know.")] = None
    due: Annotated[Day | None, Meta(title="Resolved by when?", description="The usual time, if left open.")] = None
    rank: Annotated[
        Rank | None, Meta(title="Which place among the others?", description="1 comes first; leave it open if unsure.")
    ] = None


class Triage(Command, frozen=True, kw_only=True):
    """Say what an issue is about and how much it weighs."""

    VERB = "issue.triage"

    category: Annotated[Category, Meta(title="What is it about?", description="The nearest one.")]
    severity: Annotated[Degree, Meta(title="How bad could it be?", description="1 a nuisance, 5 a death.")]
    likelihood: Annotated[Degree, Meta(title="How likely is it?", description="1 rare, 5 every day.")]
    ease: Annotated[Degree, Meta(title="How easy is it to solve?", description="1 very hard, 5 today.")]


class Prioritise(Command, frozen=True, kw_only=True):
    """Give an issue its place among the others of its unit."""

    VERB = "issue.prioritise"

    rank: Annotated[Rank, Meta(title="Which place among the others?", description="1 comes first.")]


class Assign(Command, frozen=True, kw_only=True):
    """Say who looks after an issue, and by when it shall be resolved."""

    VERB = "issue.assign"

    owner: Annotated[Holder, Meta(title="Who looks after it?", description="A person, role, committee or party.")]
    due: Annotated[Day | None, Meta(title="Resolved by when?", description="The day in force stays, if left open.")] = (
        None
    )


class Plan(Command, frozen=True, kw_only=True):
    """Say what will be done."""

    VERB = "issue.plan"
    REPEATABLE = True

    plan: Annotated[Text, Meta(title="What will be done?", description="A newer plan takes the place of an older one.")]


class CoAuthor(Command, frozen=True, kw_only=True):
    """Put your name to a plan, so that it is one of the unit and of whoever leads."""

    VERB = "issue.co_author"


class Answer(Command, frozen=True, kw_only=True):
    """Answer everyone who raised this issue at once."""

    VERB = "issue.answer"

    answer: Annotated[Text, Meta(title="What is your answer?", description="Each of them reads it as their own.")]
    outcome: Annotated[Outcome, Meta(title="What came of it?", description="An honest no is an answer too.")]
    reason: Annotated[
        Text | None, Meta(title="If it is not possible: why?", description="Without it you owe the reason.")
    ] = None
    final: Annotated[bool, Meta(title="Is this the whole answer?", description="Say no if there is more to come.")] = (
        True
    )


class Resolve(Command, frozen=True, kw_only=True):
    """Say that an issue is resolved, and how one can see it."""

    VERB = "issue.resolve"

    evidence: Annotated[
        Text | None,
        Meta(title="How can one see that it is resolved?", description="What you saw, not what is planned."),
    ] = None
    how: Annotated[How, Meta(title="How was it resolved?", description="The nearest one.")] = "fixed"


class Settle(Command, frozen=True, kw_only=True):
    """Say that an issue is resolved and that everyone who raised it was told."""

    VERB = "issue.settle"

    evidence: Annotated[
        Text | None,
        Meta(title="How can one see that it is resolved?", description="What you saw, not what is planned."),
    ] = None
    how: Annotated[How, Meta(title="How was it resolved?", description="The nearest one.")] = "fixed"
    answer: Annotated[Text, Meta(title="What were they told?", description="As you said it to them.")]
    told: Annotated[Brought, Meta(title="How did the answer reach them?", description="The way it was said.")] = (
        "in_person"
    )


class Decline(Command, frozen=True, kw_only=True):
    """Say no to an issue."""

    VERB = "issue.decline"

    reason: Annotated[Text | None, Meta(title="Why not?", description="Without it the reason is owed.")] = None


class GiveReason(Command, frozen=True, kw_only=True):
    """Give the reason for a no."""

    VERB = "issue.give_reason"

    reason: Annotated[Text, Meta(title="Why not?", description="So that those who raised it understand.")]


class Defer(Command, frozen=True, kw_only=True):
    """Put an issue off until a day, and say why."""

    VERB = "issue.defer"

    until: Annotated[Day, Meta(title="Until when?", description="On that day it is due again.")]
    reason: Annotated[Text, Meta(title="Why not now?", description="So that those who raised it understand.")]


class Close(Command, frozen=True, kw_only=True):
    """Close an issue whose barriers are gone and whose voices were all answered to the end."""

    VERB = "issue.close"


class Reopen(Command, frozen=True, kw_only=True):
    """Take an issue up again."""

    VERB = "issue.reopen"

    why: Annotated[Text, Meta(title="What is new?", description="What was done before stays in its history.")]


class Unlist(Command, frozen=True, kw_only=True):
    """Undo a listing; everyone who raised it is owed an answer of their own again."""

    VERB = "issue.unlist"

    why: Annotated[Text | None, Meta(title="Why?", description="For example: listed twice by mistake.")] = None


class MarkSame(Command, frozen=True, kw_only=True):
    """Flag that another issue looks like the same problem."""

    VERB = "issue.mark_same"

    other: Annotated[IssueId, Meta(title="Which issue looks the same?", description="Both stay; they show each other.")]


class Move(Command, frozen=True, kw_only=True):
    """Move an issue to the unit it belongs to."""

    VERB = "issue.move"

    unit: Annotated[UnitSlug, Meta(title="Which unit is it about?", description="Its whole history goes with it.")]


class Correct(correcting.Correct, frozen=True, kw_only=True):
    """Put a slip right; the old words stay, marked as corrected."""

    VERB = "issue.correct"

    part: Annotated[Part | None, correcting.WORDS] = None
    field: Annotated[Plain | None, correcting.FIELD] = None


class FallDue(ball.FallDue, frozen=True, kw_only=True):
    """Note that something owed here was not done in time."""

    VERB = "issue.fall_due"
