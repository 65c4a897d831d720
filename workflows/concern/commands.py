"""What can be asked of a concern."""

from typing import Annotated, Literal

from msgspec import Meta

from workflows.kernel.ball import Owes
from workflows.kernel.grammar import Command, Holder, Text, UnitSlug
from workflows.kernel.moments import Day
from workflows.kernel.words import (
    Brought,
    Came,
    Category,
    EventNumber,
    IssueId,
    Language,
    Outcome,
    PersonId,
    Rank,
    RoundsId,
    Source,
    Value,
    Who,
)

Kind = Literal["concern", "suggestion", "idea", "question", "thanks", "good_catch"]
Speaker = Literal["named", "confidential", "anonymous", "unknown"]
Route = Literal["danger", "event", "complaint", "respect", "concern"]
"""What a concern is, asked once and first: who sees to it follows from that."""
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


class Acknowledge(Command, frozen=True, kw_only=True):
    """Let the voice know that it has been read."""

    VERB = "concern.acknowledge"


class HandOn(Command, frozen=True, kw_only=True):
    """Hand the answer on to somebody who can give it."""

    VERB = "concern.hand_on"

    holder: Annotated[Holder, Meta(title="Who will answer?", description="A person or a role of this hospital.")]


class Answer(Command, frozen=True, kw_only=True):
    """Answer the voice."""

    VERB = "concern.answer"

    answer: Annotated[Text, Meta(title="What is your answer?", description="As you would say it to the person.")]
    outcome: Annotated[Outcome, Meta(title="What came of it?", description="An honest no is an answer too.")]
    reason: Annotated[
        Text | None, Meta(title="If it is not possible: why?", description="Without it you owe the reason.")
    ] = None
    final: Annotated[bool, Meta(title="Is this the whole answer?", description="Say no if there is more to come.")] = (
        True
    )


class GiveReason(Command, frozen=True, kw_only=True):
    """Give the reason for a no."""

    VERB = "concern.give_reason"

    reason: Annotated[Text, Meta(title="Why is it not possible?", description="As you would say it to the person.")]


class Deliver(Command, frozen=True, kw_only=True):
    """Say that the answer has reached the person who spoke."""

    VERB = "concern.deliver"

    how: Annotated[Brought, Meta(title="How did the answer reach them?", description="Where they truly met it.")]


class AskSpeaker(Command, frozen=True, kw_only=True):
    """Ask the person who spoke a question."""

    VERB = "concern.ask_speaker"

    question: Annotated[
        Text,
        Meta(title="What do you want to know?", description="They see it with their code. Never ask who they are."),
    ]


class Reply(Command, frozen=True, kw_only=True):
    """Reply to a question, or add to what you said."""

    VERB = "concern.reply"
    REPEATABLE = True

    words: Annotated[Text, Meta(title="What do you want to say?", description="In your own words. Leave out names.")]


class Hide(Command, frozen=True, kw_only=True):
    """Take it off the boards; it stays on record and is counted."""

    VERB = "concern.hide"

    why: Annotated[Text, Meta(title="Why is it hidden?", description="Whoever looks after boards reads this.")]


class Unhide(Command, frozen=True, kw_only=True):
    """Show it on the boards again."""

    VERB = "concern.unhide"


class SayHeard(Command, frozen=True, kw_only=True):
    """Say that you were heard."""

    VERB = "concern.say_heard"


class Dispute(Command, frozen=True, kw_only=True):
    """Say that the answer does not hold."""

    VERB = "concern.dispute"

    why: Annotated[Text, Meta(title="What is wrong with the answer?", description="It will be looked at again.")]
    to: Annotated[
        Holder | None,
        Meta(title="Who should answer next?", description="From the second time on it is a different leader."),
    ] = None


class Reopen(Command, frozen=True, kw_only=True):
    """Open it again because something new is known."""

    VERB = "concern.reopen"

    why: Annotated[Text, Meta(title="What is new?", description="The old answer stays beside the new one.")]


class GiveNotice(Command, frozen=True, kw_only=True):
    """Remind the voice that an answer waits for its reply."""

    VERB = "concern.give_notice"

    n: Annotated[int, Meta(title="Which notice is it?", description="1 for the first.", ge=1, le=20)]


class AddPhoto(Command, frozen=True, kw_only=True):
    """Add a photo that was redrawn and sealed; the page that takes it in does both."""

    VERB = "concern.add_photo"

    photo: Annotated[PhotoId, Meta(title="Which photo?", description="SHA-256 of the sealed picture.")]
    key: Annotated[KeyId, Meta(title="Which key?", description="The id of the key that seals it.")]
    shows: Annotated[Text | None, Meta(title="What does it show?", description="For those who cannot see it.")] = None


class EndNoReply(Command, frozen=True, kw_only=True):
    """End the loop because no reply came in the time promised."""

    VERB = "concern.end_no_reply"


class EndCannotBeReached(Command, frozen=True, kw_only=True):
    """End the loop because the person cannot be reached."""

    VERB = "concern.end_cannot_be_reached"

    why: Annotated[Text, Meta(title="Why can they not be reached?", description="What was tried, and when.")]


class Withdraw(Command, frozen=True, kw_only=True):
    """Take back what you said."""

    VERB = "concern.withdraw"

    why: Annotated[Text | None, Meta(title="Why?", description="You need not say.")] = None


class Merge(Command, frozen=True, kw_only=True):
    """Put this voice with an issue that is about the same thing; it is still owed its answer."""

    VERB = "concern.merge"

    issue: Annotated[IssueId, Meta(title="Which issue is the same?", description="An open issue of any unit.")]


class Unmerge(Command, frozen=True, kw_only=True):
    """Take this voice out of its issue again; it is owed an answer of its own."""

    VERB = "concern.unmerge"


class Move(Command, frozen=True, kw_only=True):
    """Move it to the unit it belongs to."""

    VERB = "concern.move"

    unit: Annotated[UnitSlug, Meta(title="Which unit is it about?", description="Its whole history goes with it.")]


class Wall(Command, frozen=True, kw_only=True):
    """Keep a leader it is about from reading it; who that is stands in no fact that can be read."""

    VERB = "concern.wall"
    REPEATABLE = True

    person: Annotated[PersonId, Meta(title="Whom is it about?", description="For them it will not be there.")]


class LiftWall(Command, frozen=True, kw_only=True):
    """Let somebody read it again who was kept from it."""

    VERB = "concern.lift_wall"
    REPEATABLE = True

    person: Annotated[PersonId, Meta(title="Who may read it again?", description="Somebody who is kept from it.")]
    why: Annotated[Text, Meta(title="Why?", description="Say how you know that it is not about them.")]


class Correct(Command, frozen=True, kw_only=True):
    """Put a slip right; the old words stay, marked as corrected."""

    VERB = "concern.correct"
    REPEATABLE = True

    part: Annotated[Part | None, Meta(title="Which words?", description="Or choose a field below.")] = None
    text: Annotated[
        Text | None, Meta(title="What should they say?", description="The whole text, as it should be.")
    ] = None
    field: Annotated[Plain | None, Meta(title="Which field?", description="If it is not about words.")] = None
    now: Annotated[Value | None, Meta(title="What should it be?", description="One of its choices.")] = None


class FallDue(Command, frozen=True, kw_only=True):
    """Note that something owed here was not done in time."""

    VERB = "concern.fall_due"

    owes: Annotated[Owes, Meta(title="What was owed?", description="As it stands in the due list.")]
    due: Annotated[Day, Meta(title="By when?", description="The day it was promised for.")]


class Triage(Command, frozen=True, kw_only=True):
    """Say what kind of concern it is, so that it goes where it is seen to."""

    VERB = "concern.triage"

    route: Annotated[Route, Meta(title="What is it?", description="If it was a slip, say it again as it should be.")]


class LinkEvent(Command, frozen=True, kw_only=True):
    """Note the number it has in the event system."""

    VERB = "concern.link_event"

    number: Annotated[
        EventNumber,
        Meta(
            title="Which number does it have there?", description="As the event system writes it, such as E-2025-118."
        ),
    ]


class Settle(Command, frozen=True, kw_only=True):
    """Say that a complaint was settled on the spot."""

    VERB = "concern.settle"

    did: Annotated[
        Text, Meta(title="What was done, there and then?", description="This is also the answer they were given.")
    ]


class Page(Command, frozen=True, kw_only=True):
    """Call whoever is on call, because it cannot wait."""

    VERB = "concern.page"
