"""What can be asked of a self-assessment."""

from typing import Annotated, Literal

from msgspec import Meta

from assessments.maturity import DOMAINS, ComponentKey, Domain, Rating
from workflows.kernel.grammar import Command, Text, UnitSlug
from workflows.kernel.moments import Day
from workflows.kernel.words import AboutId, PersonId

LEAST, MOST = 3, 15
"""Of two raters each would know what the other said; more than fifteen come to no consensus in one meeting."""

Criterion = Annotated[str, Meta(pattern=r"^(developing|advancing|approaching)\.[a-z][a-z_]{1,39}$")]
"""One thing that a stage asks for, as the anchors name it."""
Part = Literal["note", "dissent"]
WHICH = Meta(title="Which component?", description="One of the fourteen.")
EVIDENCE = Meta(title="What shows it?", description="Ids of records anybody can look up.", max_length=10)
STAGE = Meta(title="How far have we come?", description="The highest stage for which all is so; or it cannot be said.")


class Open(Command, frozen=True, kw_only=True):
    """Ask leaders how far we have come."""

    VERB = "assessment.open"
    CREATES = ("assessment",)

    unit: Annotated[UnitSlug | None, Meta(title="For which unit?", description="Open for the hospital.")] = None
    raters: Annotated[
        tuple[PersonId, ...],
        Meta(
            title="Who rates?",
            description="Three to fifteen people, the board and those who give care among them.",
            max_length=MOST,
        ),
    ]
    facilitator: Annotated[
        PersonId,
        Meta(title="Who leads the meeting?", description="They bring all to one answer for each component."),
    ]
    closes: Annotated[
        Day, Meta(title="Until when can they rate?", description="Then the ratings are opened, or when all are in.")
    ]
    domains: Annotated[
        tuple[Domain, ...],
        Meta(title="Which domains?", description="All three, unless you say otherwise.", max_length=3),
    ] = DOMAINS


class Rate(Command, frozen=True, kw_only=True):
    """Say how far we have come in one component; nobody sees it before all are in."""

    VERB = "assessment.rate"
    REPEATABLE = True

    component: Annotated[ComponentKey, WHICH]
    rating: Annotated[Rating, STAGE]
    why: Annotated[Text | None, Meta(title="Why?", description="What you saw, in a sentence.")] = None
    evidence: Annotated[tuple[AboutId, ...], EVIDENCE] = ()


class HandIn(Command, frozen=True, kw_only=True):
    """Hand your ratings in; from then on they stand as they are."""

    VERB = "assessment.hand_in"


class Extend(Command, frozen=True, kw_only=True):
    """Give those who rate more time."""

    VERB = "assessment.extend"

    closes: Annotated[Day, Meta(title="Until when can they rate?", description="Later than now.")]


class Reveal(Command, frozen=True, kw_only=True):
    """Open the ratings when the time is over; they open by themselves when all are in."""

    VERB = "assessment.reveal"


class Agree(Command, frozen=True, kw_only=True):
    """Put on record what was agreed on one component."""

    VERB = "assessment.agree"
    REPEATABLE = True

    component: Annotated[ComponentKey, WHICH]
    met: Annotated[
        tuple[Criterion, ...],
        Meta(
            title="What is so here?", description="The stage follows: the highest for which all is so.", max_length=20
        ),
    ] = ()
    not_assessable: Annotated[bool, Meta(title="Can it not be said?", description="Then say why.")] = False
    note: Annotated[Text | None, Meta(title="What was said?", description="In a sentence or two.")] = None
    evidence: Annotated[tuple[AboutId, ...], EVIDENCE] = ()


class Dissent(Command, frozen=True, kw_only=True):
    """Say that you see one component otherwise, in your own name."""

    VERB = "assessment.dissent"

    component: Annotated[ComponentKey, WHICH]
    rating: Annotated[Rating, STAGE]
    why: Annotated[Text, Meta(title="Why?", description="It stands beside what was agreed.")]


class Publish(Command, frozen=True, kw_only=True):
    """Show everybody here what was agreed."""

    VERB = "assessment.publish"


class Correct(Command, frozen=True, kw_only=True):
    """Put words right that stand beside what was agreed; the old ones stay, marked as corrected."""

    VERB = "assessment.correct"
    REPEATABLE = True

    component: Annotated[ComponentKey, WHICH]
    part: Annotated[
        Part, Meta(title="Which words?", description="What was said when it was agreed, or your own why not.")
    ] = "note"
    text: Annotated[Text, Meta(title="What should they say?", description="The whole text, as it should be.")]


class HandOn(Command, frozen=True, kw_only=True):
    """Give a place among those who rate, or the meeting, to somebody else."""

    VERB = "assessment.hand_on"

    to: Annotated[
        PersonId, Meta(title="Who takes it over?", description="Somebody who is not among those who rate yet.")
    ]
    whose: Annotated[PersonId | None, Meta(title="Whose place?", description="Open for whoever leads the meeting.")] = (
        None
    )


class Withdraw(Command, frozen=True, kw_only=True):
    """Take a self-assessment back; it stays on record."""

    VERB = "assessment.withdraw"

    why: Annotated[Text, Meta(title="Why is it taken back?", description="In one sentence.")]
