"""Graduation: proposed by the unit's staff alone, agreed by the executive and by quality, forward only, and revocable."""

from workflows.kernel.grammar import Act, Refused, refused
from workflows.kernel.months import month_of, months_after
from workflows.kernel.noun import Decision
from workflows.partnership import commands as c
from workflows.partnership import events as e
from workflows.partnership.course import met_in_a_row
from workflows.partnership.state import Active, Graduated, Meeting


def propose(command: c.ProposeGraduation, state: Active | Graduated, act: Act) -> Decision:
    """Its part of `partnering`, once a waiver is known to be one of this rule."""
    if isinstance(state, Graduated) or state.proposal is not None:
        return ()
    if act.by.id == state.bond.executive:
        return refused("partnership.the_teams_wish")
    met, needed = met_in_a_row(state.bond.course, month_of(act.day)), act.terms.of(state.unit).graduation_after
    if met < needed and command.waiver is None:
        return refused("partnership.too_early", met=met, needed=needed)
    return (e.GraduationProposed(why=command.why, waiver=command.waiver),)


def agree(state: Meeting, act: Act) -> Decision:
    """With the second of the two, the team graduates from the next month on."""
    if isinstance(state, Graduated):
        return ()
    side = _side(state, act)
    if isinstance(side, Refused):
        return side
    agreed = state.proposal.agreed if state.proposal else ()
    if side in agreed:
        return ()
    terms = act.terms.of(state.unit)
    graduated = e.Graduated(since=_next_month(act), every=terms.graduated_months)
    return (e.GraduationAgreed(side=side), graduated) if agreed else (e.GraduationAgreed(side=side),)


def decline(command: c.DeclineGraduation, state: Meeting, act: Act) -> Decision:
    if isinstance(state, Graduated):
        return refused("partnership.revoke_instead")
    side = _side(state, act)
    return side if isinstance(side, Refused) else (e.GraduationDeclined(side=side, reason=command.reason),)


def revoke(command: c.RevokeGraduation, state: Meeting, act: Act) -> Decision:
    if not isinstance(state, Graduated):
        return refused("partnership.not_graduated")
    return (e.GraduationRevoked(since=_next_month(act), why=command.why),)


def flag(why: str, state: Meeting, act: Act) -> Decision:
    """Once for one moment."""
    if not isinstance(state, Graduated):
        return refused("partnership.not_graduated")
    known = any(one.since == act.happened for one in state.bond.course.relapses)
    return () if known else (e.RelapseFlagged(why=why),)


def _side(state: Active, act: Act) -> e.Side | Refused:
    """For whom the actor agrees: nobody agrees for both."""
    if state.proposal is None:
        return refused("partnership.nothing_proposed")
    if act.by.id == state.bond.executive:
        return "executive"
    quality = "quality_director" in act.roles or "deputy_quality_director" in act.roles
    return "quality" if quality else refused("partnership.two_agree")


def _next_month(act: Act) -> str:
    return months_after(month_of(act.day), 1)
