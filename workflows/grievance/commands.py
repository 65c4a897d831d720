"""What can be asked of a grievance."""

from typing import Annotated, Literal

from msgspec import Meta

from workflows.kernel import ball, correcting
from workflows.kernel.grammar import Command, Holder, Text, UnitSlug
from workflows.kernel.moments import Day
from workflows.kernel.words import Brought, Outcome, SpokenId, Value

Language = Literal["en", "es"]
"""Languages a letter can be written in: those its form is there for."""
Way = Literal["letter", "mail", "in_person"]
"""How a written notice goes out."""
Part = Literal["complaint", "contact", "steps", "results"]
Plain = Literal["language", "completed"]


class Open(Command, frozen=True, kw_only=True):
    """Open a grievance: the complaint was not settled on the spot and is owed a letter."""

    VERB = "grievance.open"
    CREATES = ("grievance",)
    ALONG = "concern"

    unit: Annotated[UnitSlug | None, Meta(title="Which unit is it about?", description="As the concern says.")] = None
    concern: Annotated[SpokenId, Meta(title="From which concern does it come?", description="A complaint.")]
    complaint: Annotated[
        Text, Meta(title="What do they complain of?", description="As they say it themselves. Leave out names.")
    ]
    language: Annotated[
        Language, Meta(title="In which language is the letter?", description="The one the family reads.")
    ] = "en"


class Acknowledge(Command, frozen=True, kw_only=True):
    """Say that the family knows their complaint is being looked at."""

    VERB = "grievance.acknowledge"

    how: Annotated[Brought, Meta(title="How were they told?", description="Where they truly met it.")]


class NoteStep(Command, frozen=True, kw_only=True):
    """Note a step that was taken for the patient."""

    VERB = "grievance.note_step"
    REPEATABLE = True

    what: Annotated[Text, Meta(title="What was done?", description="Whom you spoke with by role, what you looked at.")]


class HandOn(Command, frozen=True, kw_only=True):
    """Hand the grievance on to somebody who sees to it."""

    VERB = "grievance.hand_on"

    holder: Annotated[Holder, Meta(title="Who sees to it?", description="A person or a role of this hospital.")]


class Extend(Command, frozen=True, kw_only=True):
    """Take longer than promised; the family was told until when, and why."""

    VERB = "grievance.extend"

    due: Annotated[Day, Meta(title="Until when?", description="A day you can keep.")]
    reason: Annotated[Text, Meta(title="Why does it take longer?", description="As you told the family.")]
    told: Annotated[Day, Meta(title="When were they told?", description="Tell them first, then note it here.")]


class WriteLetter(Command, frozen=True, kw_only=True):
    """Write the letter; it is also the answer to the concern."""

    VERB = "grievance.write_letter"

    contact: Annotated[
        Text, Meta(title="Whom can they turn to?", description="Name, role and telephone number of one person.")
    ]
    steps: Annotated[Text, Meta(title="What was done to look into it?", description="In plain words.")]
    results: Annotated[Text, Meta(title="What came of it?", description="As you would say it to the family.")]
    outcome: Annotated[Outcome, Meta(title="In one word?", description="An honest no is an answer too.")]
    completed: Annotated[Day, Meta(title="On which day was it completed?", description="The day you knew the result.")]


class SendLetter(Command, frozen=True, kw_only=True):
    """Say that the letter is on its way."""

    VERB = "grievance.send_letter"

    how: Annotated[Way, Meta(title="How did it go out?", description="In writing, whatever they said they want.")]
    to: Annotated[
        Text, Meta(title="To whom, and to which address?", description="Locked away; the letter is kept with it.")
    ]


class Close(Command, frozen=True, kw_only=True):
    """Close the grievance: the letter is out and nothing more is to be done."""

    VERB = "grievance.close"


class Withdraw(Command, frozen=True, kw_only=True):
    """Note that the family takes the complaint back."""

    VERB = "grievance.withdraw"

    why: Annotated[Text, Meta(title="What did they say?", description="In their words, as far as you have them.")]


class Correct(correcting.Correct, frozen=True, kw_only=True):
    """Put a slip right; the old words stay, marked as corrected."""

    VERB = "grievance.correct"

    part: Annotated[Part | None, correcting.WORDS] = None
    field: Annotated[Plain | None, correcting.FIELD] = None
    now: Annotated[Value | None, Meta(title="What should it be?", description="A day, or en or es.")] = None


class Climb(Command, frozen=True, kw_only=True):
    """Take an overdue grievance up one step."""

    VERB = "grievance.climb"


class FallDue(ball.FallDue, frozen=True, kw_only=True):
    """Note that something owed here was not done in time."""

    VERB = "grievance.fall_due"
