"""What can be asked of a campaign."""

from typing import Annotated, Literal

from msgspec import Meta

from workflows.kernel.grammar import Command, Text, UnitSlug
from workflows.kernel.moments import Day
from workflows.kernel.words import StreamId

InstrumentId = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9-]{1,40}$")]
Least = Literal["10", "5"]
"""Ballots below which nothing is shown. Five only for one total of one unit, with no cut and no filter, chosen here and said on
the first page; never lowered later."""

Mode = Literal["open", "confidential", "anonymous"]
"""Open: whoever has the poster's address. Confidential: whoever works there, by a link of their own, so that those who have not
answered can be reminded. Anonymous: whoever works there, by a card drawn from a shuffled pool, so that nobody can."""


Verdict = Literal["show", "hold", "hide"]
"""Of a comment: it is shown; somebody looks at it again; it stays under seal."""

Digest = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
Number = Annotated[int, Meta(ge=0, le=10**7)]
Invites = Annotated[
    bool,
    Meta(
        title="May people add words of their own?",
        description="One box below the answers. The quality director reads them once it has closed, takes names out, and shows "
        "them together where ten or more wrote something.",
    ),
]


class Open(Command, frozen=True, kw_only=True):
    """Ask people what an instrument asks, without names."""

    VERB = "campaign.open"
    CREATES = ("campaign",)

    unit: Annotated[UnitSlug, Meta(title="Where?", description="The unit whose people and patients are asked.")]
    also: Annotated[
        tuple[UnitSlug, ...],
        Meta(
            title="Whose people answer with them?",
            description="Units where too few people work to be shown alone; all are counted as one. Those who answer for "
            "the hospital ask so, with cards or links.",
            max_length=10,
        ),
    ] = ()
    instrument: Annotated[
        InstrumentId, Meta(title="What is asked?", description="An instrument by its short name, as `today`.")
    ] = "today"
    mode: Annotated[
        Mode,
        Meta(title="How are they asked?", description="It stands on the first page, and stays as it is."),
    ] = "open"
    closes: Annotated[
        Day, Meta(title="When does it close?", description="If too few have answered by then, a week later, and so on.")
    ]
    least: Annotated[
        Least,
        Meta(
            title="How many answers at least?", description="Below that nothing is shown. It cannot be lowered later."
        ),
    ] = "10"
    comments: Invites = False


class Plan(Command, frozen=True, kw_only=True):
    """Plan a wave: many units are asked at once."""

    VERB = "campaign.plan"
    CREATES = ("campaign",)

    units: Annotated[
        tuple[UnitSlug, ...],
        Meta(
            title="Whose people are asked?",
            description="Where too few work to be shown alone, units are counted together; the plan says which.",
            max_length=2_000,
        ),
    ]
    instrument: Annotated[
        InstrumentId, Meta(title="What is asked?", description="An instrument by its short name, as `unit-safety`.")
    ] = "unit-safety"
    mode: Annotated[
        Literal["confidential", "anonymous"],
        Meta(title="How are they asked?", description="It stands on the first page, and stays as it is."),
    ] = "anonymous"
    closes: Annotated[
        Day, Meta(title="When does it close?", description="If too few have answered by then, a week later, and so on.")
    ]
    release: Annotated[
        bool,
        Meta(
            title="May what each person answered leave the house later?",
            description="For a national database, say. It is told on the first page before anybody answers, and two people "
            "release it; without this nothing of the kind ever leaves.",
        ),
    ] = False
    comments: Invites = False
    positions: Annotated[
        bool,
        Meta(
            title="Also by position?",
            description="Those who give care, physicians, those who lead: told apart in a unit only where ten or more of each "
            "work, settled before anybody answers.",
        ),
    ] = False


class Lock(Command, frozen=True, kw_only=True):
    """Lock what is asked, to the word, and who can answer, by who works there today; neither changes after that."""

    VERB = "campaign.lock"


class Launch(Command, frozen=True, kw_only=True):
    """Begin: cards or links are there for whoever works in these units."""

    VERB = "campaign.launch"


class Publish(Command, frozen=True, kw_only=True):
    """Show what was found: to each unit its own figures and the hospital's, after you have looked at them."""

    VERB = "campaign.publish"


class ProposeRelease(Command, frozen=True, kw_only=True):
    """Ask that what each person answered is handed out, as it was announced; somebody else releases it."""

    VERB = "campaign.propose_release"

    recipient: Annotated[Text, Meta(title="To whom, and what for?", description="A database or office, not a person.")]


class Release(Command, frozen=True, kw_only=True):
    """Release what each person answered, as somebody else proposed; places where few work are put together first."""

    VERB = "campaign.release"

    seen: Annotated[int, Meta(title="Which proposal?", description="Where in the ledger it stands.", ge=1, le=10**12)]


class Count(Command, frozen=True, kw_only=True):
    """Put on record how many ballots there are; done by Heard itself on the day a campaign closes."""

    VERB = "campaign.count"
    REPEATABLE = True

    ballots: Annotated[Number, Meta(title="How many?", description="In the box.")]
    digest: Annotated[Digest, Meta(title="Under which digest do they lie?", description="SHA-256.")]
    made: Annotated[Number | None, Meta(title="How many cards were made?", description="Where there are cards.")] = None
    drawn: Annotated[Number | None, Meta(title="How many were drawn?", description="Where they were drawn.")] = None
    spent: Annotated[Number | None, Meta(title="With how many was answered?", description="Where there are cards.")] = (
        None
    )
    groups: Annotated[
        tuple[UnitSlug, ...],
        Meta(title="Which groups are shown?", description="Of a wave, each by its first unit.", max_length=2_000),
    ] = ()
    comments: Annotated[Number | None, Meta(title="How many wrote something?", description="If they were invited.")] = (
        None
    )
    comments_least: Annotated[
        Number | None, Meta(title="From how many on is it shown?", description="Of what they wrote.")
    ] = None
    comments_digest: Annotated[Digest | None, Meta(title="Under which digest does it lie?", description="SHA-256.")] = (
        None
    )


class ReviewComment(Command, frozen=True, kw_only=True):
    """Say of something that was written in a survey whether it is shown; nothing of it is ever deleted."""

    VERB = "campaign.review_comment"
    REPEATABLE = True

    comment: Annotated[int, Meta(title="Which one?", description="Its number on the page.", ge=1, le=10**6)]
    verdict: Annotated[
        Verdict,
        Meta(title="Is it shown?", description="To whoever may read the results, without unit, day and answers."),
    ]
    without: Annotated[
        tuple[Annotated[int, Meta(ge=1, le=1_000)], ...],
        Meta(
            title="Without which words?",
            description="Names, and whatever tells who wrote it: by number, counted from 1 between spaces.",
            max_length=1_000,
        ),
    ] = ()
    reason: Annotated[Text | None, Meta(title="Why not?", description="Where it is not shown. Name nobody.")] = None


class ShowComments(Command, frozen=True, kw_only=True):
    """Show what was written, once each was looked at: without names, in an order that says nothing, where enough wrote."""

    VERB = "campaign.show_comments"


class Debrief(Command, frozen=True, kw_only=True):
    """Say what follows from the answers: an issue that is worked on, or what we keep doing."""

    VERB = "campaign.debrief"

    issue: Annotated[
        StreamId | None, Meta(title="Which issue is worked on?", description="Its id, if there is one.")
    ] = None
    keep: Annotated[
        Text | None, Meta(title="What do we keep doing?", description="If nothing is to change. Name nobody.")
    ] = None


class Withdraw(Command, frozen=True, kw_only=True):
    """Stop asking; the ballots are thrown away unread."""

    VERB = "campaign.withdraw"

    reason: Annotated[Text, Meta(title="Why?", description="In one sentence.")]


class Correct(Command, frozen=True, kw_only=True):
    """Put what was said to be kept right; the old words stay, marked as corrected."""

    VERB = "campaign.correct"
    REPEATABLE = True

    text: Annotated[Text, Meta(title="What do we keep doing?", description="The whole text, as it should be.")]
