"""What a decision decides alone. What it decides together with others is in `joint`."""

from typing import get_args

from workflows.decision import commands as c
from workflows.decision import events as e
from workflows.decision.balls import balls
from workflows.decision.state import Concluded, Decided, Known, Proposed, State, Withdrawn
from workflows.kernel.ball import falls
from workflows.kernel.correcting import corrected, unclear
from workflows.kernel.grammar import Act, Command, refused
from workflows.kernel.noun import Decision, Nothing, foreign
from workflows.kernel.roles import LEADING

Alone = (
    c.AcceptHarm
    | c.Consult
    | c.HandOn
    | c.Decide
    | c.Communicate
    | c.NoteEvidence
    | c.Review
    | c.Withdraw
    | c.Correct
    | c.FallDue
)


def decide(command: Command, state: State, act: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    if isinstance(state, Nothing):
        return refused("unknown", what="decision")
    if isinstance(state, Withdrawn):
        return () if isinstance(command, c.Withdraw) else refused("decision.withdrawn")
    match command:
        case c.AcceptHarm():
            return _accept_harm(command, state, act)
        case c.Consult(who=who, said=said):
            return (e.Consulted(who=who, said=said),) if isinstance(state, Proposed) else refused("decision.decided")
        case c.HandOn(decider=decider):
            return () if decider == state.proposal.decider else (e.HandedOn(decider=decider),)
        case c.Decide():
            return _decide(command, state, act)
        case c.Communicate(to=to, how=how):
            return refused("decision.not_decided") if isinstance(state, Proposed) else (e.Communicated(to=to, how=how),)
        case c.NoteEvidence(what=what, aim=aim):
            if isinstance(state, Proposed):
                return refused("decision.not_decided")
            return (e.EvidenceNoted(what=what, aim=aim),)
        case c.Review():
            return _review(command, state, act)
        case c.Withdraw(why=why):
            return (e.Withdrawn(why=why),) if isinstance(state, Proposed) else refused("decision.decided")
        case c.Correct():
            return _correct(command, state)
        case c.FallDue():
            return falls(command, balls(state), state.proposal.fallen, act, e.FellDue)


def _accept_harm(command: c.AcceptHarm, state: Known, act: Act) -> Decision:
    """Nobody accepts a harm for somebody else."""
    rating = state.proposal.rating(command.aim)
    if rating is None or rating.effect != "harms":
        return refused("decision.no_harm", aim=_spoken(command.aim))
    if rating.acceptor != act.by.id:
        return refused("decision.only_the_acceptor", holder=rating.acceptor or "")
    if not rating.is_owed:
        return ()
    if act.roles.isdisjoint(LEADING):
        return refused("decision.acceptor_leads", holder=rating.acceptor or "")
    return (e.HarmAccepted(aim=command.aim),)


def _decide(command: c.Decide, state: Known, act: Act) -> Decision:
    """On all six aims, each harm accepted; only what cannot wait comes first, and owes its ratings."""
    if not isinstance(state, Proposed):
        same = isinstance(state, Decided) and state.ruling.outcome == command.outcome
        return () if same else refused("decision.decided")
    proposal, terms = state.proposal, act.terms.of(state.unit)
    if not act.holds(proposal.decider):
        return refused("decision.only_the_decider", holder=proposal.decider)
    lacking = len(c.AIMS) - len(proposal.ratings)
    if lacking and not command.emergency:
        return refused("decision.not_rated", count=lacking)
    if proposal.harms_owed and not command.emergency:
        first = proposal.harms_owed[0]
        return refused("decision.harm_not_accepted", aim=_spoken(first.aim), holder=first.acceptor or "")
    review_by = command.review_by or terms.due(act.day, "review_days")
    if review_by < act.day:
        return refused("day_is_past", day=review_by)
    return (
        e.Decided(
            outcome=command.outcome,
            reason=command.reason,
            emergency=command.emergency,
            rate_by=terms.due(act.day, "rate_days") if lacking else None,
            tell_by=terms.due(act.day, "deliver_days"),
            review_by=review_by,
        ),
    )


def _review(command: c.Review, state: Known, act: Act) -> Decision:
    """What was confirmed can still be reversed; what was reversed is decided anew."""
    match state:
        case Proposed():
            return refused("decision.not_decided")
        case Concluded(how=how) if command.verdict == how:
            return ()
        case Concluded(how=how) if how == "reversed" or command.verdict != "reversed":
            return refused("decision.concluded")
        case _:
            return _looked(command, state, act)


def _looked(command: c.Review, state: Known, act: Act) -> Decision:
    if command.verdict != "look_again":
        return (e.Reviewed(found=command.found, verdict=command.verdict, review_by=None),)
    again = command.again or act.terms.of(state.unit).due(act.day, "review_days")
    if again <= act.day:
        return refused("day_is_past", day=again)
    return (e.Reviewed(found=command.found, verdict=command.verdict, review_by=again),)


def _correct(command: c.Correct, state: Known) -> Decision:
    if refusal := unclear(command, {"kind": get_args(c.Kind)}):
        return refusal
    ruling = getattr(state, "ruling", None)
    if command.part in ("reason", "found") and (ruling is None or (command.part == "found" and not ruling.looks)):
        return refused("decision.not_said_yet")
    was = None if command.field is None else state.proposal.kind
    if was is not None and was == command.now:
        return ()
    return (corrected(e.Corrected, command, was),)


def _spoken(aim: c.Aim) -> str:
    return aim.replace("_", " ")
