"""What can be asked of a unit."""

from typing import Annotated, Literal

from msgspec import Meta

from workflows.kernel import staffing
from workflows.kernel.grammar import Command, Text, UnitSlug
from workflows.kernel.moments import Day
from workflows.kernel.practices import Practice
from workflows.kernel.words import Discipline, PersonId, Role

Digest = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
Told = Literal["answers", "figures"]
"""Of a past survey: what each person answered, or only figures of all together."""
Name = Annotated[str, Meta(min_length=1, max_length=80)]


class Open(Command, frozen=True, kw_only=True):
    """Open a unit."""

    VERB = "unit.open"

    slug: Annotated[UnitSlug, Meta(title="What is its short name?", description="Small letters; it stays for ever.")]
    name: Annotated[Name, Meta(title="What is it called?", description="As people say it.")]

    def stream(self) -> str:
        return f"unit-{self.slug}"


class Rename(Command, frozen=True, kw_only=True):
    """Give a unit another name."""

    VERB = "unit.rename"

    name: Annotated[Name, Meta(title="What is it called now?", description="The old name stays in its history.")]


class Close(Command, frozen=True, kw_only=True):
    """Close a unit; nothing new begins in it, what is open goes on."""

    VERB = "unit.close"


class GoOnAs(Command, frozen=True, kw_only=True):
    """Say as which units it goes on, merged or split: it closes, and its log, figures and trends stand in those."""

    VERB = "unit.go_on_as"

    into: Annotated[
        tuple[UnitSlug, ...],
        Meta(
            title="As which units does it go on?",
            description="One: it was merged into it. Several: it was split. Open the new ones first.",
            min_length=1,
            max_length=6,
        ),
    ]
    since: Annotated[Day, Meta(title="Since when?", description="The first day; today or one that has passed.")]


class Reopen(Command, frozen=True, kw_only=True):
    """Open a closed unit again."""

    VERB = "unit.reopen"


class Appoint(staffing.Appoint, frozen=True, kw_only=True):
    """Give somebody a role in this unit."""

    VERB = "unit.appoint"

    role: Annotated[Role, Meta(title="As what?", description="For example team leader.")]


class Dismiss(staffing.Dismiss, frozen=True, kw_only=True):
    """End somebody's role, or their standing in for it, in this unit."""

    VERB = "unit.dismiss"


class Deputise(staffing.Deputise, frozen=True, kw_only=True):
    """Name a deputy for a role of this unit, with the day it ends."""

    VERB = "unit.deputise"


class JoinTeam(Command, frozen=True, kw_only=True):
    """Give somebody a chair in the unit's safety team."""

    VERB = "unit.join_team"

    person: Annotated[PersonId, Meta(title="Who?", description="Somebody of the directory, a patient partner too.")]
    discipline: Annotated[Discipline, Meta(title="For which discipline?", description="Each sees other things.")]
    since: Annotated[Day, Meta(title="Since when?", description="The first day in the team.")]


class LeaveTeam(Command, frozen=True, kw_only=True):
    """Free somebody's chair in the unit's safety team."""

    VERB = "unit.leave_team"

    person: Annotated[PersonId, Meta(title="Who leaves?", description="The chair shows as empty from then on.")]


class RecogniseLeader(Command, frozen=True, kw_only=True):
    """Recognise somebody who leads here without a post."""

    VERB = "unit.recognise_leader"

    person: Annotated[PersonId, Meta(title="Who?", description="Anybody, at any rank, on any shift.")]
    what: Annotated[Text, Meta(title="How do they lead?", description="What others do because of them.")]


class WithdrawRecognition(Command, frozen=True, kw_only=True):
    """Take somebody off the list of those who lead without a post."""

    VERB = "unit.withdraw_recognition"

    person: Annotated[PersonId, Meta(title="Who?", description="They moved on, or would rather not be named.")]


class AdoptPractice(Command, frozen=True, kw_only=True):
    """Take up a practice in this unit, from a day on."""

    VERB = "unit.adopt_practice"

    practice: Annotated[Practice, Meta(title="Which practice?", description="Figures count from that day on.")]
    since: Annotated[Day, Meta(title="From when?", description="The first day; it may be one to come.")]


class EndPractice(Command, frozen=True, kw_only=True):
    """Set a practice aside in this unit; from then on it is not counted as missed."""

    VERB = "unit.end_practice"

    practice: Annotated[Practice, Meta(title="Which practice?", description="What was counted before stays counted.")]
    since: Annotated[Day, Meta(title="From when?", description="The first day without it.")]


class EnterSurvey(Command, frozen=True, kw_only=True):
    """Enter what people of this unit said before it was asked here: a past survey, as it was counted elsewhere."""

    VERB = "unit.enter_survey"

    instrument: Annotated[
        str,
        Meta(title="What was asked?", description="The instrument’s short name.", pattern=r"^[a-z][a-z0-9-]{1,40}$"),
    ]
    version: Annotated[int, Meta(title="In which version?", description="Of its words.", ge=1, le=9_999)]
    instrument_digest: Annotated[
        Digest, Meta(title="Under which digest do its words lie?", description="SHA-256 of the instrument.")
    ]
    closed: Annotated[Day, Meta(title="When did it close?", description="The last day on which people answered.")]
    told: Annotated[
        Told, Meta(title="What is there of it?", description="What each person answered, or figures of all together.")
    ]
    digest: Annotated[Digest, Meta(title="Under which digest does it lie?", description="SHA-256 of what was brought.")]


class TakeBackSurvey(Command, frozen=True, kw_only=True):
    """Take a past survey back that was entered wrongly; it can be entered anew."""

    VERB = "unit.take_back_survey"

    instrument: Annotated[
        str,
        Meta(title="What was asked?", description="The instrument’s short name.", pattern=r"^[a-z][a-z0-9-]{1,40}$"),
    ]
    closed: Annotated[Day, Meta(title="When did it close?", description="The day under which it was entered.")]
    reason: Annotated[Text, Meta(title="What was wrong with it?", description="In one sentence. Name nobody.")]


class CountCommitment(Command, frozen=True, kw_only=True):
    """Note how many of the unit's staff are in, counted from cards that nobody can put a name to."""

    VERB = "unit.count_commitment"

    at_least: Annotated[
        int, Meta(title="How many at least?", description="In steps, never one by one.", ge=0, le=10_000)
    ]
    of: Annotated[int, Meta(title="Of how many cards?", description="As many as were dealt.", ge=0, le=10_000)]


class Correct(Command, frozen=True, kw_only=True):
    """Put a slip in the name right; the old one stays, marked as corrected."""

    VERB = "unit.correct"

    field: Annotated[Literal["name"], Meta(title="Which field?", description="What was misspelt.")] = "name"
    now: Annotated[Name, Meta(title="What should it be?", description="As people say it.")]
