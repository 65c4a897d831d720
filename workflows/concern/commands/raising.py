"""Saying it, and putting right what was said."""

from typing import Annotated, Literal

from msgspec import Meta

from workflows.kernel import correcting
from workflows.kernel.grammar import Command, Holder, OfSheet, Text, UnitSlug
from workflows.kernel.moments import Day
from workflows.kernel.words import (
    Came,
    Category,
    Language,
    Rank,
    RoundsId,
    Source,
    Who,
)

Kind = Literal["concern", "suggestion", "idea", "question", "thanks", "good_catch"]

Speaker = Literal["named", "confidential", "anonymous", "unknown"]

Part = Literal["what", "idea", "answer", "reason"]

Plain = Literal["kind", "speaker", "source"]

PhotoId = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]

KeyId = Annotated[str, Meta(pattern=r"^key-[0-9a-z]{26}$")]


class Raise(Command, frozen=True, kw_only=True):
    """Say what worries you, or what could be better."""

    VERB = "concern.raise"
    CREATES = ("concern",)

    unit: Annotated[
        UnitSlug | None, Meta(title="Where is it?", description="The unit it is about; none, if you are not sure.")
    ] = None
    kind: Annotated[Kind, Meta(title="What is it?", description="Thanks and good catches count too.")] = "concern"
    what: Annotated[Text, Meta(title="What did you see or hear?", description="In your own words. Leave out names.")]
    idea: Annotated[
        Text | None,
        Meta(title="What would help?", description="Only if you have an idea; we ask, we do not expect one."),
    ] = None
    source: Annotated[Source, Meta(title="Where was it said?", description="Between rounds, if you are not sure.")] = (
        "between"
    )
    speaker: Annotated[
        Speaker, Meta(title="Who may know it was you?", description="Anonymous keeps nothing that points to you.")
    ] = "confidential"
    urgent: Annotated[bool, Meta(title="Can it not wait?", description="For danger now, call first.")] = False
    rounds: Annotated[RoundsId | None, Meta(title="During which rounds?", description="If it was said on rounds.")] = (
        None
    )
    who: Annotated[Who, Meta(title="Who are you?", description="You need not say.")] = "no_answer"
    for_another: Annotated[
        bool, Meta(title="Do you speak for somebody else?", description="For somebody who cannot, or would rather not.")
    ] = False
    language: Annotated[
        Language | None, Meta(title="Do you want an interpreter?", description="The code of the language, such as es.")
    ] = None
    came: Annotated[
        Came, Meta(title="How did it come?", description="By phone or on paper, if you enter it for them.")
    ] = "page"
    contact: Annotated[
        Text | None,
        Meta(
            title="How can we reach you?", description="Only if you want to be. It is locked away from what you said."
        ),
    ] = None


class Fix(Command, frozen=True, kw_only=True):
    """Note a concern that was fixed where it was said, with the answer that was given there."""

    VERB = "concern.fix"
    CREATES = ("concern", "issue")

    unit: Annotated[UnitSlug, Meta(title="Where is it?", description="The unit it is about.")]
    what: Annotated[Text, Meta(title="What was said?", description="In the speaker's words. Leave out names.")]
    idea: Annotated[Text | None, Meta(title="Was there an idea?", description="If the speaker had one.")] = None
    did: Annotated[Text, Meta(title="What did you do about it?", description="This is also the answer given.")]
    category: Annotated[Category | None, Meta(title="What is it about?", description="Leave it open if unsure.")] = None
    speaker: Annotated[Speaker, Meta(title="Who may know who spoke?", description="If unsure: confidential.")] = (
        "confidential"
    )
    rounds: Annotated[RoundsId | None, Meta(title="During which rounds?", description="If it was said on rounds.")] = (
        None
    )


class Note(Command, frozen=True, kw_only=True):
    """Note a concern that somebody said and put it on the tracking log."""

    VERB = "concern.note"
    CREATES = ("concern", "issue")

    unit: Annotated[UnitSlug, Meta(title="Where is it?", description="The unit it is about.")]
    what: Annotated[Text, Meta(title="What was said?", description="In the speaker's words. Leave out names.")]
    idea: Annotated[Text | None, Meta(title="Was there an idea?", description="If the speaker had one.")] = None
    needs: Annotated[Text | None, Meta(title="What does it need?", description="People, things, money, space.")] = None
    category: Annotated[Category | None, Meta(title="What is it about?", description="Leave it open if unsure.")] = None
    source: Annotated[Source, Meta(title="Where was it said?", description="Between rounds, if you are not sure.")] = (
        "between"
    )
    rounds: Annotated[RoundsId | None, Meta(title="During which rounds?", description="If it was said on rounds.")] = (
        None
    )
    speaker: Annotated[Speaker, Meta(title="Who may know who spoke?", description="If unsure: confidential.")] = (
        "confidential"
    )
    owner: Annotated[Holder | None, Meta(title="Who looks after it?", description="The unit, until you know.")] = None
    due: Annotated[Day | None, Meta(title="Resolved by when?", description="The usual time, if left open.")] = None
    rank: Annotated[
        Rank | None, Meta(title="Which place among the others?", description="1 comes first; leave it open if unsure.")
    ] = None
    sheet: Annotated[OfSheet | None, Meta(title="What else does the sheet say?", description="An import knows.")] = None


class AddPhoto(Command, frozen=True, kw_only=True):
    """Add a photo that was redrawn and sealed; the page that takes it in does both."""

    VERB = "concern.add_photo"

    photo: Annotated[PhotoId, Meta(title="Which photo?", description="SHA-256 of the sealed picture.")]
    key: Annotated[KeyId, Meta(title="Which key?", description="The id of the key that seals it.")]
    shows: Annotated[Text | None, Meta(title="What does it show?", description="For those who cannot see it.")] = None


class Correct(correcting.Correct, frozen=True, kw_only=True):
    """Put a slip right; the old words stay, marked as corrected."""

    VERB = "concern.correct"

    part: Annotated[Part | None, correcting.WORDS] = None
    field: Annotated[Plain | None, correcting.FIELD] = None
