"""What can be asked of the hospital."""

from typing import Annotated, Literal

from msgspec import Meta

from workflows.kernel import staffing
from workflows.kernel.grammar import Command, Text, UnitSlug
from workflows.kernel.moments import Day
from workflows.kernel.words import PersonId, Role

Name = Annotated[str, Meta(min_length=1, max_length=120)]

Zone = Annotated[str, Meta(pattern=r"^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$", max_length=64)]

Instrument = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9-]{1,40}$")]
"""As a campaign names it."""

Digest = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]

Setting = Literal["rounds", "team", "figures", "calendar", "brand", "rights"]
"""What is prepared and said on rounds; what a safety team is made of; what is asked for of figures; what is asked in many
hospitals at once; what stands at the head of pages; what roles may do otherwise than they came."""


class Open(Command, frozen=True, kw_only=True):
    """Begin the record of a hospital."""

    VERB = "hospital.open"

    name: Annotated[Name, Meta(title="What is the hospital called?", description="As people say it.")]
    zone: Annotated[Zone, Meta(title="In which time zone is it?", description="For example America/Chicago.")]
    slug: Annotated[UnitSlug, Meta(title="What is its short name?", description="Small letters; it stays for ever.")]

    def stream(self) -> str:
        return "hospital"


class Rename(Command, frozen=True, kw_only=True):
    """Give the hospital another name."""

    VERB = "hospital.rename"

    name: Annotated[Name, Meta(title="What is it called now?", description="The old name stays in its history.")]


class AdoptTerms(Command, frozen=True, kw_only=True):
    """Adopt other terms: days to answer, notices, ladders; what was promised before stays promised."""

    VERB = "hospital.adopt_terms"

    digest: Annotated[Digest, Meta(title="Which terms?", description="SHA-256 of the checked document.")]


class AdoptStandards(Command, frozen=True, kw_only=True):
    """Adopt other standards: what is attested here, by whom, for how long; what was attested before stays attested."""

    VERB = "hospital.adopt_standards"

    digest: Annotated[Digest, Meta(title="Which standards?", description="SHA-256 of the checked document.")]


class AdoptSetting(Command, frozen=True, kw_only=True):
    """Adopt another setting, with the reason: words for rounds, chairs of teams, what figures are asked for, rights."""

    VERB = "hospital.adopt_setting"

    setting: Annotated[Setting, Meta(title="Which setting?", description="The document that another one follows.")]
    digest: Annotated[Digest, Meta(title="Which document?", description="SHA-256 of the checked document.")]
    reason: Annotated[Text, Meta(title="Why is it changed?", description="It stands in the history beside your name.")]


class PublishInstrument(Command, frozen=True, kw_only=True):
    """Publish an instrument of the hospital's own, so that it can be asked; a version stays as it is for ever."""

    VERB = "hospital.publish_instrument"

    instrument: Annotated[
        Instrument, Meta(title="What is it called?", description="Its short name, as it stands in it.")
    ]
    version: Annotated[int, Meta(title="Which version?", description="As it stands in it.", ge=1, le=9999)]
    digest: Annotated[Digest, Meta(title="Which document?", description="SHA-256 of the checked document.")]
    respect: Annotated[
        bool, Meta(title="Does it ask about disrespect or harm?", description="As its items are marked.")
    ]


class Appoint(staffing.Appoint, frozen=True, kw_only=True):
    """Give somebody a role in the whole hospital."""

    VERB = "hospital.appoint"

    role: Annotated[Role, Meta(title="As what?", description="For example quality director.")]


class Dismiss(staffing.Dismiss, frozen=True, kw_only=True):
    """End somebody's role, or their standing in for it, in the hospital."""

    VERB = "hospital.dismiss"


class Deputise(staffing.Deputise, frozen=True, kw_only=True):
    """Name a deputy for a role in the whole hospital, with the day it ends."""

    VERB = "hospital.deputise"


class ReceiveSurveyor(Command, frozen=True, kw_only=True):
    """Let a surveyor read here for some hours; it ends by itself, and each look is on record."""

    VERB = "hospital.receive_surveyor"

    person: Annotated[PersonId, Meta(title="Who?", description="Somebody of the directory, who does not work here.")]
    hours: Annotated[
        int, Meta(title="For how many hours?", description="From now on; at most five days.", ge=1, le=120)
    ]


class SaySurveyorLeft(Command, frozen=True, kw_only=True):
    """Say that a surveyor has left before the time was over; nothing is read from then on."""

    VERB = "hospital.say_surveyor_left"

    person: Annotated[PersonId, Meta(title="Who?", description="Whoever was received.")]


class Pause(Command, frozen=True, kw_only=True):
    """Declare a pause of the whole hospital: what returns every month is not due while it lasts."""

    VERB = "hospital.pause"

    since: Annotated[Day, Meta(title="From when?", description="The first day.")]
    until: Annotated[Day, Meta(title="Until when?", description="The last day, as far as you know.")]
    reason: Annotated[Text, Meta(title="Why?", description="A flood, an attack on the computers, a surge.")]


class EndPause(Command, frozen=True, kw_only=True):
    """Say on which day the latest pause really ended."""

    VERB = "hospital.end_pause"

    until: Annotated[Day, Meta(title="Which was its last day?", description="A day before its first takes it back.")]


class Correct(Command, frozen=True, kw_only=True):
    """Put a slip in the name or zone right; the old one stays, marked as corrected."""

    VERB = "hospital.correct"

    field: Annotated[Literal["name", "zone"], Meta(title="Which field?", description="What was wrong.")]
    now: Annotated[Name, Meta(title="What should it be?", description="For a zone: America/Chicago, for example.")]
