"""What can be asked of a respect incident."""

from typing import Annotated, Literal

from msgspec import Meta

from workflows.kernel import ball, correcting
from workflows.kernel.grammar import Command, Text, UnitSlug

Kind = Literal["colleague", "visitor", "retaliation"]
"""By somebody who works here, by a patient or visitor, or against somebody because they spoke."""

Speaker = Literal["named", "confidential", "anonymous"]
Tier = Literal["conversation", "awareness", "plan", "referral"]
"""The steps in their order: an informal talk, showing a pattern, a plan with a leader, or referral to those who must decide."""

Keeper = Literal["professionalism_lead", "house_supervisor", "privacy_officer", "counsel"]
"""The roles it can lie with. Never a person and never a unit: its holder stands in clear."""

Rung = Annotated[str, Meta(pattern=r"^role-[a-z0-9-]{1,60}$")]
"""A role an incident can climb to, as a holder."""

Part = Literal["what", "where", "who"]


class Report(Command, frozen=True, kw_only=True):
    """Report that somebody was treated without respect, threatened, or punished for speaking up."""

    VERB = "respect.report"
    CREATES = ("respect",)

    kind: Annotated[Kind, Meta(title="What was it?", description="The nearest one; it decides who reads this.")]
    what: Annotated[Text, Meta(title="What happened?", description="What you saw or heard, in your own words.")]
    unit: Annotated[
        UnitSlug | None, Meta(title="Which unit was it in?", description="Locked away; leave it open if unsure.")
    ] = None
    where: Annotated[Text | None, Meta(title="Where and when?", description="As closely as you care to say.")] = None
    who: Annotated[
        Text | None, Meta(title="Who did it?", description="Locked away; only those who deal with it can read it.")
    ] = None
    danger: Annotated[
        bool, Meta(title="Is somebody still at risk?", description="For danger now, call security first.")
    ] = False
    speaker: Annotated[
        Speaker, Meta(title="Who may know it was you?", description="Anonymous keeps nothing that points to you.")
    ] = "confidential"


class Acknowledge(Command, frozen=True, kw_only=True):
    """Give the first response to the person who reported it."""

    VERB = "respect.acknowledge"

    answer: Annotated[
        Text, Meta(title="What do you tell them?", description="That it was read, and what you do next; no outcome.")
    ]


class HandOn(Command, frozen=True, kw_only=True):
    """Hand the incident on to another role that can deal with it."""

    VERB = "respect.hand_on"

    keeper: Annotated[Keeper, Meta(title="Who deals with it?", description="Not whoever it is about.")]
    why: Annotated[Text | None, Meta(title="Why?", description="Only those who deal with it read this.")] = None


class Weigh(Command, frozen=True, kw_only=True):
    """Choose the step that fits what happened."""

    VERB = "respect.weigh"

    tier: Annotated[Tier, Meta(title="Which step fits?", description="The mildest that will do; a pattern needs more.")]
    grave: Annotated[
        bool, Meta(title="Is it grave, or a matter of law?", description="Then it must be referred, whoever it is.")
    ] = False
    why: Annotated[Text, Meta(title="Why this step?", description="Only those who deal with it read this.")]


class Converse(Command, frozen=True, kw_only=True):
    """Record that the conversation was held."""

    VERB = "respect.converse"
    REPEATABLE = True

    note: Annotated[Text, Meta(title="What was said?", description="In two sentences, without judging.")]


class Address(Command, frozen=True, kw_only=True):
    """Say that it has been addressed; the person who reported it learns that, and not how."""

    VERB = "respect.address"

    note: Annotated[Text, Meta(title="What was done?", description="Only those who deal with it read this.")]


class Close(Command, frozen=True, kw_only=True):
    """Close an incident that has been addressed."""

    VERB = "respect.close"


class Recur(Command, frozen=True, kw_only=True):
    """Record that it has happened again; a firmer step is owed."""

    VERB = "respect.recur"

    what: Annotated[Text, Meta(title="What happened again?", description="What was seen or heard.")]


class Withdraw(Command, frozen=True, kw_only=True):
    """Take the report back."""

    VERB = "respect.withdraw"

    why: Annotated[Text | None, Meta(title="Why?", description="You need not say.")] = None


class Correct(correcting.Correct, frozen=True, kw_only=True):
    """Put a slip right; the old words stay, marked as corrected."""

    VERB = "respect.correct"

    part: Annotated[Part | None, correcting.WORDS] = None
    field: Annotated[Literal["kind"] | None, correcting.FIELD] = None


class FallDue(ball.FallDue, frozen=True, kw_only=True):
    """Note that something owed here was not done in time."""

    VERB = "respect.fall_due"


class Climb(Command, frozen=True, kw_only=True):
    """Give what stayed overdue to the next role of the ladder; done by the clock."""

    VERB = "respect.climb"

    past: Annotated[
        tuple[Rung, ...],
        Meta(title="Which steps are left out?", description="Where nobody can be asked.", max_length=9),
    ] = ()
