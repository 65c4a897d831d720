"""What can be asked of a standard. Those that may begin one name it by its item and whom it is for: the same is one stream."""

from typing import Annotated, Literal

from msgspec import Meta

from workflows.kernel import ball
from workflows.kernel.grammar import Command, Holder, Text, UnitSlug
from workflows.kernel.ids import named
from workflows.kernel.moments import Day
from workflows.kernel.words import AboutId, PersonId, StandardId

ItemKey = Annotated[str, Meta(pattern=r"^[a-z][a-z_]{1,59}$")]
Mark = Annotated[str, Meta(pattern=r"^[a-z][a-z_]{1,39}$")]
Says = Literal["endorsed", "asked_for_more"]
Part = Literal["words", "more", "why"]


def stream_of(item: str, unit: str | None = None, person: str | None = None, of: str | None = None) -> str:
    """The one stream of an item in a unit or (None) the hospital, of a person, or of an entry it belongs to."""
    return named("standard", item, unit, person, of)


class OfAnItem(Command, frozen=True, kw_only=True):
    """What begins where nothing was said of an item yet."""

    item: Annotated[ItemKey, Meta(title="What is it about?", description="An item of the standards of the house.")]
    unit: Annotated[UnitSlug | None, Meta(title="For which unit?", description="Open for the hospital.")] = None
    person: Annotated[PersonId | None, Meta(title="For whom?", description="If it is about a person.")] = None
    of: Annotated[StandardId | None, Meta(title="Of which entry?", description="If it belongs to one.")] = None


class Said(OfAnItem, frozen=True, kw_only=True):
    """What is said when something is attested."""

    words: Annotated[Text | None, Meta(title="What is in place?", description="As it is done here.")] = None
    more: Annotated[Text | None, Meta(title="What else belongs to it?", description="If the item asks for it.")] = None
    marks: Annotated[
        tuple[Mark, ...], Meta(title="Of which kind?", description="If the item asks for it.", max_length=9)
    ] = ()
    owner: Annotated[Holder | None, Meta(title="Who sees to it?", description="They renew it too.")] = None
    day: Annotated[Day | None, Meta(title="Which day belongs to it?", description="If the item asks for one.")] = None
    evidence: Annotated[
        tuple[AboutId, ...], Meta(title="Where can one see it?", description="Records that show it.", max_length=20)
    ] = ()


class Attest(Said, frozen=True, kw_only=True):
    """Say that something is in place."""

    VERB = "standard.attest"
    REPEATABLE = True

    def stream(self) -> str:
        return stream_of(self.item, self.unit, self.person, self.of)


class Pledge(OfAnItem, frozen=True, kw_only=True):
    """Give one's own word."""

    VERB = "standard.pledge"
    REPEATABLE = True

    words: Annotated[Text | None, Meta(title="In your own words?", description="Everyone here may read them.")] = None

    def stream(self) -> str:
        return stream_of(self.item, self.unit, self.person, self.of)


class Add(Said, frozen=True, kw_only=True):
    """Add one of several: a goal, a way of working, a resistance to expect."""

    VERB = "standard.add"
    CREATES = ("standard",)


class NoteGap(OfAnItem, frozen=True, kw_only=True):
    """Say that something is not in place yet, who sees to it and by when."""

    VERB = "standard.note_gap"

    owner: Annotated[Holder, Meta(title="Who sees to it?", description="A person, role, committee or party.")]
    due: Annotated[Day, Meta(title="By when?", description="A day they can keep.")]
    why: Annotated[Text | None, Meta(title="What is missing?", description="In one sentence.")] = None

    def stream(self) -> str:
        return stream_of(self.item, self.unit, self.person, self.of)


class HandOn(Command, frozen=True, kw_only=True):
    """Give the gap, or the renewal, to somebody else."""

    VERB = "standard.hand_on"

    owner: Annotated[Holder, Meta(title="Who sees to it now?", description="A person, role, committee or party.")]


class Renew(Command, frozen=True, kw_only=True):
    """Say that it is still so."""

    VERB = "standard.renew"
    REPEATABLE = True

    words: Annotated[Text | None, Meta(title="What did you look at?", description="In one sentence.")] = None
    day: Annotated[Day | None, Meta(title="Which day belongs to it now?", description="Open if it stays.")] = None


class AskRenewal(Command, frozen=True, kw_only=True):
    """Note that it is time to look at it again."""

    VERB = "standard.ask_renewal"


class Lapse(Command, frozen=True, kw_only=True):
    """Note that it was not renewed in time."""

    VERB = "standard.lapse"


class FallDue(ball.FallDue, frozen=True, kw_only=True):
    """Note that a gap was not closed by its day."""

    VERB = "standard.fall_due"

    owes: Annotated[ball.Owes, Meta(title="What was owed?", description="By whoever holds it.")]
    due: Annotated[Day, Meta(title="By when?", description="The day that passed.")]


class Withdraw(Command, frozen=True, kw_only=True):
    """Say that it is no longer so."""

    VERB = "standard.withdraw"

    reason: Annotated[Text, Meta(title="Why is it no longer so?", description="In one sentence.")]


class TakeBack(OfAnItem, frozen=True, kw_only=True):
    """Take one's own word back."""

    VERB = "standard.take_back"

    def stream(self) -> str:
        return stream_of(self.item, self.unit, self.person, self.of)


class Correct(Command, frozen=True, kw_only=True):
    """Put a slip right; the old words stay, marked as corrected."""

    VERB = "standard.correct"
    REPEATABLE = True

    part: Annotated[Part, Meta(title="Which words?", description="Those that are wrong.")] = "words"
    text: Annotated[Text, Meta(title="What should they say?", description="The whole text, as it should be.")]


class Show(Command, frozen=True, kw_only=True):
    """Note to whom it was shown."""

    VERB = "standard.show"

    to: Annotated[Holder, Meta(title="To whom was it shown?", description="A person, role or committee.")]


class TakeReply(Command, frozen=True, kw_only=True):
    """Note what they said to it."""

    VERB = "standard.take_reply"
    REPEATABLE = True

    to: Annotated[Holder, Meta(title="Who said so?", description="Somebody it was shown to.")]
    says: Annotated[Says, Meta(title="What did they say?", description="The nearest one.")]
    words: Annotated[Text | None, Meta(title="In their words?", description="If they asked for more, for what.")] = None


class Activate(Command, frozen=True, kw_only=True):
    """Set it in motion."""

    VERB = "standard.activate"

    why: Annotated[Text, Meta(title="What has come?", description="That what it was kept for has come about.")]


class Use(Command, frozen=True, kw_only=True):
    """Note that it was used in a case."""

    VERB = "standard.use"
    REPEATABLE = True

    what: Annotated[Text, Meta(title="For what was it used?", description="Name nobody.")]


class Meet(Command, frozen=True, kw_only=True):
    """Note that what was expected has come, and what came of it."""

    VERB = "standard.meet"

    came: Annotated[Day, Meta(title="When did it come?", description="The first day of it.")]
    outcome: Annotated[Text, Meta(title="What came of it?", description="Name nobody.")]
