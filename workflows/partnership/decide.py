"""What a partnership decides alone: rank, meetings, the team's wish to graduate. What touches the unit, a waiver or a pause of
the hospital is the rule `partnering`."""

from typing import get_args

from workflows.kernel.correcting import corrected, unclear
from workflows.kernel.grammar import Act, Command, Refused, refused
from workflows.kernel.noun import Decision, Nothing, foreign
from workflows.partnership import commands as c
from workflows.partnership import events as e
from workflows.partnership.graduating import agree, decline, flag, revoke
from workflows.partnership.meeting import count_rounds, hold, move, say_not_held, schedule
from workflows.partnership.state import Active, Agreed, Eligible, Ended, Known, Meeting, Nominated, State

Together = (
    c.ScheduleMeeting
    | c.MoveMeeting
    | c.HoldMeeting
    | c.SayMeetingNotHeld
    | c.CountRounds
    | c.AgreeGraduation
    | c.DeclineGraduation
    | c.RevokeGraduation
    | c.FlagRelapse
)
"""What only those do who meet."""
Alone = Together | c.Withdraw | c.Correct

CHOICES = {"rank": get_args(c.Rank), "clinician": ("yes", "no"), "colour": get_args(c.Colour)}


def decide(command: Command, state: State, act: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    if isinstance(state, Nothing):
        return refused("unknown", what="partnership")
    match command:
        case c.Withdraw(why=why):
            return _withdraw(why, state)
        case c.Correct():
            return _correct(command, state)
        case _ if isinstance(state, Meeting):
            return _meeting(command, state, act)
        case _:
            return refused("partnership.not_active")


def _meeting(command: Together, state: Meeting, act: Act) -> Decision:
    match command:
        case c.ScheduleMeeting(day=day):
            return schedule(day, state, act)
        case c.MoveMeeting():
            return move(command, state, act)
        case c.HoldMeeting():
            return hold(command, state, act)
        case c.SayMeetingNotHeld():
            return say_not_held(command, state, act)
        case c.CountRounds():
            return count_rounds(command, state, act)
        case c.AgreeGraduation():
            return agree(state, act)
        case c.DeclineGraduation():
            return decline(command, state, act)
        case c.RevokeGraduation():
            return revoke(command, state, act)
        case c.FlagRelapse(why=why):
            return flag(why, state, act)


def nominate(command: c.Nominate, state: State) -> Decision:
    """Its part of `partnering`. Being a clinician is on record and decides nothing."""
    if not isinstance(state, Nothing | Ended):
        same = (state.bond.rank, state.bond.clinician) == (command.rank, command.clinician)
        return () if same and isinstance(state, Nominated) else refused("partnership.exists")
    return (
        e.Nominated(
            unit=command.unit,
            executive=command.executive,
            rank=command.rank,
            clinician=command.clinician,
            interest=command.interest,
        ),
    )


def confirm(command: c.Confirm, state: Known, act: Act) -> Decision:
    """Its part of `partnering`, once the waiver is known to be one of this rule."""
    match state:
        case Nominated(bond=bond):
            if act.by.id == bond.executive:
                return refused("partnership.not_oneself")
            if bond.rank in c.ELIGIBLE:
                return (e.EligibilityConfirmed(),)
            waiver = command.waiver
            return (e.EligibilityWaived(waiver=waiver),) if waiver else refused("partnership.rank_below")
        case Eligible() | Agreed() | Active():
            return ()
        case _:
            return refused("partnership.not_nominated")


def sign(command: c.Sign, state: Known, act: Act) -> tuple[e.AgreementSigned, ...] | Refused:
    """Its part of `partnering`."""
    match state:
        case Eligible(bond=bond):
            if not act.holds(bond.executive):
                return refused("partnership.theirs_to_sign")
            willing = (command.learn_from, command.listen_to, command.work_with)
            return (e.AgreementSigned(clauses=c.CLAUSES),) if all(willing) else refused("partnership.all_three")
        case Nominated():
            return refused("partnership.confirm_first")
        case Ended():
            return refused("partnership.not_nominated")
        case _:
            return ()


def _withdraw(why: str, state: Known) -> Decision:
    match state:
        case Ended(how="withdrawn"):
            return ()
        case Nominated() | Eligible() | Agreed():
            return (e.Withdrawn(why=why),)
        case _:
            return refused("partnership.end_instead")


def _correct(command: c.Correct, state: Known) -> Decision:
    if refusal := unclear(command, CHOICES):
        return refusal
    bond, course = state.bond, state.bond.course
    if command.part is not None:
        return refused("nothing_to_correct") if bond.interest is None else (corrected(e.Corrected, command),)
    if command.field == "rank" and not isinstance(state, Nominated):
        return refused("partnership.rank_is_settled")
    if command.field == "colour" and not course.met:
        return refused("nothing_to_correct")
    was = {"rank": bond.rank, "clinician": "yes" if bond.clinician else "no"}.get(command.field or "")
    was = was or course.met[-1].colour
    return () if was == command.now else (corrected(e.Corrected, command, was),)
