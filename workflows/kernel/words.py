"""Words that several nouns share: where something came from, and the kinds of ids a command may name."""

from typing import Annotated, Literal

from msgspec import Meta

from workflows.kernel.ids import SLUG, TAIL

Source = Literal["rounds", "huddle", "between", "import", "on_the_spot"]
"""Where it was heard: during rounds, at a huddle, between, in an imported sheet, or fixed where it was said."""

Outcome = Literal["done", "partly", "not_possible", "explained"]
"""What an answer says came of it."""

Brought = Literal["in_person", "page", "mail", "phone", "huddle", "letter", "sheet"]
"""How an answer reached the person who spoke."""

Who = Literal["staff", "patient", "family", "visitor", "no_answer"]
"""Who speaks, as far as they care to say."""

Came = Literal["page", "phone", "paper"]
"""How a voice came here: typed by the speaker, or entered by staff from a call or a card."""

Language = Annotated[str, Meta(pattern=r"^[a-z]{2,3}$")]
"""A language by its code in ISO 639: `es`, `vi`, `hmn`."""

Category = Literal[
    "communication",
    "environment",
    "equipment",
    "infection_prevention",
    "medication",
    "patient_voice",
    "staffing",
    "supplies",
    "training",
    "other",
]
"""What an issue is about. Respect has its own, restricted place and is no category here."""

PersonId = Annotated[str, Meta(pattern=r"^person-[a-z0-9-]{1,60}$")]
Role = Annotated[str, Meta(pattern=r"^[a-z][a-z_]{1,39}$")]
"""A role as config names it: `team_leader`, `executive_partner`; its holder id is `role-team-leader`."""

Discipline = Annotated[str, Meta(pattern=r"^[a-z][a-z_]{1,31}$")]
"""What somebody does in a safety team, as config names it: `pharmacist`, `patient_partner`."""

RuleKey = Annotated[str, Meta(pattern=r"^[a-z][a-z_.]{2,60}$")]
"""A rule of practice that a waiver sets aside: `partnership.rank`, `leader.cmo`."""

Rank = Annotated[int, Meta(ge=1, le=99)]
"""A place among the issues of a unit; 1 comes first."""

Cents = Annotated[int, Meta(ge=0, le=10**12)]
Amount = Annotated[str, Meta(pattern=r"^\d{1,7}(\.\d{1,3})?$")]
"""A number as people type it: `60`, `2.5`."""
Value = Annotated[str, Meta(max_length=80)]
"""What a plain field is corrected to."""

EventNumber = Annotated[str, Meta(pattern=r"^([A-Za-z]{1,8}[-/.]?)?[0-9][A-Za-z0-9./-]{0,30}$")]
"""A number of the hospital's event-reporting system, as that system writes it; never words."""

ConcernId = Annotated[str, Meta(pattern=f"^concern-{TAIL}$")]
SpokenId = Annotated[str, Meta(pattern=f"^(concern|waiting)-{TAIL}$")]
"""A concern, also while it waits to enter; what is done with it then waits along."""
IssueId = Annotated[str, Meta(pattern=f"^issue-{TAIL}$")]
BarrierId = Annotated[str, Meta(pattern=f"^barrier-{TAIL}$")]
RoundsId = Annotated[str, Meta(pattern=f"^rounds-{TAIL}$")]
StandardId = Annotated[str, Meta(pattern=f"^standard-{TAIL}$")]
LearningId = Annotated[str, Meta(pattern=f"^learning-{TAIL}$")]
StoryId = Annotated[str, Meta(pattern=f"^story-{TAIL}$")]
AboutId = Annotated[
    str,
    Meta(pattern=f"^((concern|issue|barrier|rounds|promise|decision|standard|measure|learning)-{TAIL}$|unit-{SLUG}$)"),
]
"""Anything a promise or a waiver can be about."""

SpreadId = Annotated[str, Meta(pattern=f"^(learning|standard)-{TAIL}$")]
"""What one unit can offer to another: a lesson, or a way of working."""

DesignableId = Annotated[str, Meta(pattern=f"^(concern|issue|learning)-{TAIL}$")]
"""What can be set apart as privileged."""

StreamId = Annotated[
    str,
    Meta(
        pattern="^(concern|issue|barrier|rounds|promise|waiver|grievance|respect|partnership|decision|standard|message"
        f"|focus|measure|panel|learning|story|presentation|notice|conduct|assessment|rating|goal|campaign)-{TAIL}$"
    ),
]
"""Any record that holds words of people."""

WaiverId = Annotated[str, Meta(pattern=f"^waiver-{TAIL}$")]

VoiceId = Annotated[str, Meta(pattern=f"^(concern)-{TAIL}$")]
"""A voice, for those who guard it and may not read it: unlike a `ConcernId` it may be named unseen."""

AnyId = Annotated[str, Meta(pattern=f"^[a-z]{{3,12}}-{TAIL}$")]
"""Any record, person or entry."""
