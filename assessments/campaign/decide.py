"""What a campaign decides; `opened` is its part of the rule `surveying`, which knows the unit."""

from collections.abc import Iterable, Mapping

from assessments.campaign import comments, waving
from assessments.campaign import events as e
from assessments.campaign.commands import (
    Correct,
    Count,
    Debrief,
    Launch,
    Open,
    ProposeRelease,
    Release,
    ReviewComment,
    ShowComments,
    Withdraw,
)
from assessments.campaign.offers import Offer, offered
from assessments.campaign.rosters import frozen
from assessments.campaign.state import Campaign, State
from assessments.campaign.wave import Wave
from assessments.campaign.waving import prolonged
from workflows.kernel.grammar import Act, Command, Refused, refused
from workflows.kernel.noun import Decision, Nothing, foreign
from workflows.kernel.roles import FOR_THE_HOSPITAL

Alone = Launch | Count | Debrief | Withdraw | Correct | ProposeRelease | Release | ReviewComment | ShowComments


def opened(command: Open, act: Act, people: Mapping[str, int], own: Iterable[Offer] = ()) -> Decision:
    """`people`: how many work in each of the units that are asked. `own`: what the hospital published itself."""
    offers = offered(own)
    asked = offers.get(command.instrument)
    if asked is None:
        return refused("campaign.no_such_instrument", known=", ".join(sorted(offers)))
    if command.closes <= act.day:
        return refused("campaign.closes_later")
    if command.least == "5" and asked.respect:
        return refused("campaign.too_few_for_respect")
    if refusal := _not_together(command, act, people):
        return refusal
    first = e.Opened(
        unit=command.unit,
        instrument=asked.instrument,
        version=asked.version,
        instrument_digest=asked.digest,
        closes=command.closes,
        least=command.least,
    )
    invited = (e.CommentsInvited(),) if command.comments else ()
    if command.mode == "open":
        return (first, *invited)
    roster = frozen(command.mode, people, int(command.least))
    return (first, roster, *invited) if roster else refused("campaign.too_few_people", least=int(command.least))


def _not_together(command: Open, act: Act, people: Mapping[str, int]) -> Refused | None:
    """Why units cannot be asked as one, if several are: each that joins must be too small to be shown alone, and only whoever
    answers for all of them asks for them."""
    others = [unit for unit in people if unit != command.unit]
    if not others:
        return None
    if command.mode == "open":
        return refused("campaign.together_has_cards")
    if command.least == "5":
        return refused("campaign.five_is_one_unit")
    if act.by.kind == "person" and not act.roles & FOR_THE_HOSPITAL:
        return refused("campaign.together_by_hospital")
    alone = next((unit for unit in others if people[unit] >= int(command.least)), None)
    return refused("campaign.stands_alone", unit=alone) if alone else None


def decide(command: Command, state: State, act: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    if isinstance(state, Nothing):
        return refused("unknown", what="campaign")
    if isinstance(state, Wave):
        return waving.decide(command, state, act)
    match command:
        case Launch():
            return refused("campaign.not_locked")
        case ProposeRelease() | Release():
            return refused("campaign.not_announced")
        case Count():
            return _count(command, state, act)
        case Debrief():
            return _debrief(command, state)
        case Withdraw(reason=reason):
            if state.digest is not None:
                return refused("campaign.counted")
            return () if state.why else (e.Withdrawn(reason=reason),)
        case Correct(text=text):
            return (e.Corrected(text=text),) if state.keep else refused("nothing_to_correct")
        case ReviewComment():
            return comments.reviewed(state.comments, command)
        case ShowComments():
            return comments.shown(state.comments, command)


def _count(command: Count, state: Campaign, act: Act) -> Decision:
    """On the first fixed day that has come: with too few in the box it goes on, and nothing says how many there were."""
    if not act.of_the_clock:
        return refused("only_the_clock")
    if state.stage != "open" or act.day < state.closes:
        return ()
    if command.ballots >= state.least:
        counted = e.BallotsCounted(ballots=command.ballots, digest=command.digest)
        return (counted, *_reconciled(command), *comments.gathered(state.comments, command))
    return (e.Prolonged(closes=prolonged(state.closes, act.day)),)


def _reconciled(command: Count) -> tuple[e.CardsReconciled, ...]:
    if command.made is None or command.spent is None:
        return ()
    return (e.CardsReconciled(made=command.made, drawn=command.drawn, spent=command.spent),)


def _debrief(command: Debrief, state: Campaign) -> Decision:
    if state.stage not in ("counted", "debriefed"):
        return refused("campaign.not_counted")
    if command.issue is None and command.keep is None:
        return refused("campaign.what_follows")
    if state.stage == "debriefed" and (state.issue, command.keep) == (command.issue, None):
        return ()
    return (e.Debriefed(issue=command.issue, keep=command.keep),)
