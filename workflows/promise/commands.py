"""What can be asked of a promise."""

from typing import Annotated, Literal

from msgspec import Meta

from workflows.kernel import correcting
from workflows.kernel.grammar import Command, Holder, Text, UnitSlug
from workflows.kernel.moments import Day
from workflows.kernel.standards import Work
from workflows.kernel.words import AboutId, Cents, SpreadId

Kind = Literal["commitment", "ask", "access", "question", "plan_step", "spread"]
ACCESS: Kind = "access"
"""A talk that somebody asked for, known to the two of them alone."""

OFFERED: Kind = "spread"
"""A lesson or a way of working that was offered to a unit: it says how it does it, or why not."""


class Make(Command, frozen=True, kw_only=True):
    """Promise something to somebody by a day."""

    VERB = "promise.make"
    CREATES = ("promise",)

    kind: Annotated[Kind, Meta(title="What kind of promise is it?", description="The nearest one.")] = "commitment"
    unit: Annotated[UnitSlug | None, Meta(title="Which unit is it for?", description="Open for the hospital.")] = None
    holder: Annotated[Holder, Meta(title="Who promises?", description="A person, role, committee or party.")]
    to: Annotated[Holder, Meta(title="To whom?", description="Who may ask for it.")]
    what: Annotated[Text, Meta(title="What is promised?", description="So that one can see whether it was kept.")]
    due: Annotated[Day, Meta(title="By when?", description="A day you can keep.")]
    about: Annotated[AboutId | None, Meta(title="What is it about?", description="If it belongs to something.")] = None
    money: Annotated[Cents | None, Meta(title="How much, in cents?", description="If money is asked for.")] = None
    work: Annotated[
        Work | None, Meta(title="Which kind of work is it?", description="A step of a plan is one or the other.")
    ] = None


class Offer(Command, frozen=True, kw_only=True):
    """Offer a lesson or a way of working to another unit, which fits it to itself or says why not."""

    VERB = "promise.offer"
    CREATES = ("promise",)

    unit: Annotated[
        UnitSlug | None, Meta(title="Which unit offers it?", description="Open if it is the hospital’s.")
    ] = None
    about: Annotated[
        SpreadId, Meta(title="What is offered?", description="A lesson of the library, or a way of working.")
    ]
    to_unit: Annotated[UnitSlug, Meta(title="To which unit?", description="Its leaders answer.")]
    why: Annotated[Text, Meta(title="Why might it help them?", description="In one or two sentences.")]


class AskAccess(Command, frozen=True, kw_only=True):
    """Ask somebody who leads for a talk; only you two see it."""

    VERB = "promise.ask_access"
    CREATES = ("promise",)

    holder: Annotated[Holder, Meta(title="Whom would you like to talk to?", description="Somebody who leads here.")]
    what: Annotated[Text, Meta(title="What is it about?", description="In a few words; only the two of you read them.")]


class OfferTime(Command, frozen=True, kw_only=True):
    """Say when you have time for whoever asked."""

    VERB = "promise.offer_time"

    day: Annotated[Day, Meta(title="On which day?", description="A day you can keep.")]
    words: Annotated[Text | None, Meta(title="When and where?", description="They read it.")] = None


class Keep(Command, frozen=True, kw_only=True):
    """Say that a promise was kept."""

    VERB = "promise.keep"


class Grant(Command, frozen=True, kw_only=True):
    """Say yes to what was asked for."""

    VERB = "promise.grant"

    money: Annotated[Cents | None, Meta(title="How much, in cents?", description="Open for all of it.")] = None
    words: Annotated[Text | None, Meta(title="What do you say to it?", description="They read it.")] = None


class Refuse(Command, frozen=True, kw_only=True):
    """Say no to what was asked for, with the reason."""

    VERB = "promise.refuse"

    reason: Annotated[Text, Meta(title="Why not?", description="So that whoever asked can understand it.")]
    instead: Annotated[Text | None, Meta(title="What can they do instead?", description="If there is a way.")] = None


class Renegotiate(Command, frozen=True, kw_only=True):
    """Agree on another day; the first one stays in the record."""

    VERB = "promise.renegotiate"

    due: Annotated[Day, Meta(title="By when?", description="A day you can keep.")]
    reason: Annotated[Text, Meta(title="Why does the day move?", description="So that the other side understands.")]


class HandOn(Command, frozen=True, kw_only=True):
    """Hand a promise on to somebody who keeps it; the day in force stays."""

    VERB = "promise.hand_on"

    holder: Annotated[Holder, Meta(title="Who keeps it now?", description="A person, role, committee or party.")]
    reason: Annotated[Text, Meta(title="Why is it handed on?", description="So that the other side understands.")]


class Release(Command, frozen=True, kw_only=True):
    """Let somebody off a promise that is no longer needed."""

    VERB = "promise.release"

    reason: Annotated[Text, Meta(title="Why is it no longer needed?", description="In one sentence.")]


class Break(Command, frozen=True, kw_only=True):
    """Note that a promise was not kept in time."""

    VERB = "promise.break"


class Correct(correcting.Correct, frozen=True, kw_only=True):
    """Put a slip right; the old words stay, marked as corrected."""

    VERB = "promise.correct"

    part: Annotated[Literal["what"] | None, correcting.WORDS] = None
    field: Annotated[Literal["kind"] | None, correcting.FIELD] = None
