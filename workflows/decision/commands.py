"""What can be asked of a decision."""

from typing import Annotated, Literal, get_args

from msgspec import Meta

from workflows.kernel import ball, correcting
from workflows.kernel.grammar import Command, Holder, Text, UnitSlug
from workflows.kernel.moments import Day
from workflows.kernel.words import AboutId, Brought, Cents, PersonId

Kind = Literal["money", "refusal", "policy", "spread", "other"]
"""Spending over a limit, the refusal of an ask, a rule for everybody, a practice taken to other units, or anything else that
somebody wants on record. Which of them a hospital records its terms say."""

Aim = Literal["safety", "timeliness", "effectiveness", "efficiency", "equity", "patient_centeredness"]
AIMS: tuple[Aim, ...] = get_args(Aim)

Effect = Literal["supports", "neutral", "trade_off", "harms"]
Outcome = Literal["approved", "rejected", "modified"]
Verdict = Literal["confirmed", "reversed", "look_again"]
Part = Literal["what", "reason", "found"]

ValueKey = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]{1,39}$")]
"""One of the values that the terms of the hospital name."""


class Propose(Command, frozen=True, kw_only=True):
    """Put a decision on record before it is made."""

    VERB = "decision.propose"
    CREATES = ("decision",)

    unit: Annotated[UnitSlug | None, Meta(title="Which unit is it for?", description="Open for the hospital.")] = None
    kind: Annotated[Kind, Meta(title="What kind of decision is it?", description="The nearest one.")]
    what: Annotated[Text, Meta(title="What is to be decided?", description="As a question with a yes or a no.")]
    values: Annotated[
        tuple[ValueKey, ...],
        Meta(title="Which of our values does it serve?", description="Those it is truly for.", max_length=12),
    ] = ()
    decider: Annotated[Holder, Meta(title="Who decides?", description="A person, role, committee or party.")]
    due: Annotated[Day | None, Meta(title="By when?", description="The usual time, if left open.")] = None
    money: Annotated[Cents | None, Meta(title="How much, in cents?", description="If it spends money.")] = None
    about: Annotated[AboutId | None, Meta(title="What is it about?", description="If it belongs to something.")] = None


class Rate(Command, frozen=True, kw_only=True):
    """Say what a decision does to one of the six aims."""

    VERB = "decision.rate"
    REPEATABLE = True

    aim: Annotated[Aim, Meta(title="Which aim?", description="Each of the six is rated; none makes up for another.")]
    effect: Annotated[Effect, Meta(title="What does it do to it?", description="Say harm where there is harm.")] = (
        "neutral"
    )
    why: Annotated[Text | None, Meta(title="How?", description="One sentence, unless it is neutral.")] = None
    mitigation: Annotated[
        Text | None, Meta(title="If it harms: what makes the harm smaller?", description="What is done, not hoped.")
    ] = None
    acceptor: Annotated[
        PersonId | None, Meta(title="If it harms: who accepts that?", description="Somebody who leads, by name.")
    ] = None


class NameAcceptor(Command, frozen=True, kw_only=True):
    """Name somebody else who accepts a harm that nobody has accepted yet."""

    VERB = "decision.name_acceptor"

    acceptor: Annotated[PersonId, Meta(title="Who accepts it?", description="Somebody who leads, by name.")]
    aim: Annotated[Aim | None, Meta(title="Harm to which aim?", description="All that wait, if left open.")] = None


class AcceptHarm(Command, frozen=True, kw_only=True):
    """Accept a harm to one of the aims, in your own name."""

    VERB = "decision.accept_harm"

    aim: Annotated[Aim, Meta(title="Harm to which aim?", description="The one you were named for.")]


class Consult(Command, frozen=True, kw_only=True):
    """Note who was asked before it was decided."""

    VERB = "decision.consult"
    REPEATABLE = True

    who: Annotated[Holder, Meta(title="Who was asked?", description="A person, a role, a team or a committee.")]
    said: Annotated[Text | None, Meta(title="What did they say?", description="In one or two sentences.")] = None


class HandOn(Command, frozen=True, kw_only=True):
    """Hand the decision on to somebody else."""

    VERB = "decision.hand_on"

    decider: Annotated[Holder, Meta(title="Who decides?", description="A person, role, committee or party.")]


class Decide(Command, frozen=True, kw_only=True):
    """Decide, and say why; from then on the ratings stand as they are."""

    VERB = "decision.decide"

    outcome: Annotated[Outcome, Meta(title="What is decided?", description="Say what is different, if it is changed.")]
    reason: Annotated[Text, Meta(title="Why?", description="So that those it is for understand.")]
    emergency: Annotated[
        bool, Meta(title="Can it not wait for the six aims?", description="Then they are rated within a few days.")
    ] = False
    review_by: Annotated[
        Day | None, Meta(title="When is it looked at again?", description="The usual time, if left open.")
    ] = None


class Communicate(Command, frozen=True, kw_only=True):
    """Note whom the decision was told, and how."""

    VERB = "decision.communicate"
    REPEATABLE = True

    to: Annotated[Holder, Meta(title="Who was told?", description="A person, a role, a team or a committee.")]
    how: Annotated[Brought, Meta(title="How?", description="Where they truly met it.")]


class NoteEvidence(Command, frozen=True, kw_only=True):
    """Note what came to light after it was decided; the ratings stay as they were."""

    VERB = "decision.note_evidence"
    REPEATABLE = True

    what: Annotated[Text, Meta(title="What came to light?", description="What was seen, and where.")]
    aim: Annotated[Aim | None, Meta(title="To which aim?", description="If it is about one of them.")] = None


class Review(Command, frozen=True, kw_only=True):
    """Say what came of the decision, and whether it stands."""

    VERB = "decision.review"
    REPEATABLE = True

    found: Annotated[Text, Meta(title="What came of it?", description="What you saw, held against what was hoped.")]
    verdict: Annotated[Verdict, Meta(title="Does it stand?", description="Or it is too early to say.")]
    again: Annotated[
        Day | None, Meta(title="If it is too early: when again?", description="The first day stays in the record.")
    ] = None


class Withdraw(Command, frozen=True, kw_only=True):
    """Take a decision back that is no longer asked for."""

    VERB = "decision.withdraw"

    why: Annotated[Text, Meta(title="Why is it no longer asked for?", description="In one sentence.")]


class Correct(correcting.Correct, frozen=True, kw_only=True):
    """Put a slip right; the old words stay, marked as corrected."""

    VERB = "decision.correct"

    part: Annotated[Part | None, correcting.WORDS] = None
    field: Annotated[Literal["kind"] | None, correcting.FIELD] = None


class FallDue(ball.FallDue, frozen=True, kw_only=True):
    """Note that something owed here was not done in time."""

    VERB = "decision.fall_due"
