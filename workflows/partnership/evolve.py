"""How a partnership came to stand where it stands. Never refuses, and never reads a text: it keeps where the words lie."""

from typing import assert_never, cast

from msgspec.structs import replace

from workflows.kernel.grammar import Correction, Fact, Ref
from workflows.kernel.months import Month
from workflows.kernel.noun import Nothing
from workflows.partnership import events as e
from workflows.partnership.course import Cadence, Course, Met, NotMet, Passed, Planned, Slipped, Stretch
from workflows.partnership.state import (
    Active,
    Agreed,
    Bond,
    Eligible,
    Ended,
    Graduated,
    Known,
    Nominated,
    Proposal,
    State,
)


def evolve(state: State, fact: Fact) -> State:
    event = cast(e.Happened, fact.event)
    if isinstance(event, e.Nominated):
        return _nominated(event, fact, Course() if isinstance(state, Nothing) else state.bond.course)
    return state if isinstance(state, Nothing) else _changed(state, event, fact)


def _nominated(event: e.Nominated, fact: Fact, course: Course) -> Nominated:
    bond = Bond(
        unit=event.unit,
        executive=event.executive,
        rank=event.rank,
        clinician=event.clinician,
        interest=_ref(event.interest, "interest", fact),
        nominated=fact.happened,
        course=course,
    )
    return Nominated(bond=bond, since=fact.happened)


def _changed(state: Known, event: e.Happened, fact: Fact) -> Known:
    bond, at = state.bond, fact.happened
    match event:
        case e.Nominated():
            return state
        case e.EligibilityConfirmed():
            return Eligible(bond=bond, since=at)
        case e.EligibilityWaived(waiver=waiver):
            return Eligible(bond=replace(bond, waiver=waiver), since=at)
        case e.AgreementSigned():
            return Agreed(bond=replace(bond, signed=at), since=at)
        case e.Activated(first=first):
            return Active(bond=_course(state, stretches=(*bond.course.stretches, Stretch(first))), since=at)
        case e.GraduationProposed():
            return Active(bond=bond, since=state.since, proposal=Proposal(Ref(fact.seq, "why"), at))
        case e.GraduationAgreed(side=side):
            return _agreed(state, side)
        case e.GraduationDeclined():
            return Active(bond=bond, since=state.since)
        case e.Graduated():
            return _graduated(state, event, fact)
        case e.GraduationRevoked(since=since):
            return Active(bond=_course(state, cadences=(*bond.course.cadences, Cadence(since, 1))), since=at)
        case e.HandedOver(to=to, last=last):
            return Ended(bond=_closed(state, last), since=at, how="handed_over", to=to)
        case e.Ended(reason=reason, note=note, last=last):
            return Ended(bond=_closed(state, last), since=at, how=reason, note=_ref(note, "note", fact))
        case e.Withdrawn():
            return Ended(bond=bond, since=at, how="withdrawn", note=Ref(fact.seq, "why"))
        case e.Corrected():
            return _corrected(state, event, fact)
        case _:
            return replace(state, bond=replace(bond, course=_gone_on(bond.course, event, fact)))


OfTheCourse = (
    e.MeetingScheduled
    | e.MeetingMoved
    | e.MeetingHeld
    | e.MeetingNotHeld
    | e.MeetingMissed
    | e.MonthPassed
    | e.PutAtRisk
    | e.RelapseFlagged
)


def _gone_on(course: Course, event: OfTheCourse, fact: Fact) -> Course:
    match event:
        case e.MeetingScheduled(day=day):
            return replace(course, planned=Planned(day, day))
        case e.MeetingMoved(day=day):
            first = course.planned.first_day if course.planned else day
            return replace(course, planned=Planned(day, first), moves=course.moves + 1)
        case e.MeetingHeld():
            return _held(course, event, fact)
        case e.MeetingNotHeld(day=day, reason=reason, note=note):
            not_met = NotMet(day, reason, _ref(note, "note", fact))
            return replace(course, planned=None, not_met=(*course.not_met, not_met))
        case e.MeetingMissed(month=month):
            return replace(course, passed=(*course.passed, Passed(month, "missed")))
        case e.MonthPassed(month=month, how=how):
            return replace(course, passed=(*course.passed, Passed(month, how)))
        case e.PutAtRisk():
            return replace(course, at_risk=fact.happened)
        case e.RelapseFlagged():
            return replace(course, relapses=(*course.relapses, Slipped(fact.happened, Ref(fact.seq, "why"))))
        case _:
            assert_never(event)


def _held(course: Course, event: e.MeetingHeld, fact: Fact) -> Course:
    """The executive coming ends the risk; rounds that counted leave a planned meeting where it is."""
    agreed = _ref(event.agreed, "agreed", fact)
    met = Met(event.day, event.month, event.colour, event.attendees, agreed, event.rounds)
    return replace(
        course,
        planned=course.planned if event.rounds else None,
        met=(*course.met, met),
        at_risk=None if event.colour == "executive" else course.at_risk,
    )


def _agreed(state: Known, side: e.Side) -> Known:
    if not isinstance(state, Active) or state.proposal is None:
        return state
    return replace(state, proposal=replace(state.proposal, agreed=(*state.proposal.agreed, side)))


def _graduated(state: Known, event: e.Graduated, fact: Fact) -> Known:
    if not isinstance(state, Active) or state.proposal is None:
        return state
    cadences = (*state.bond.course.cadences, Cadence(event.since, event.every))
    return Graduated(bond=_course(state, cadences=cadences), since=fact.happened, why=state.proposal.why)


def _closed(state: Known, last: Month) -> Bond:
    """Nothing is due after that month."""
    *before, open_now = state.bond.course.stretches or (None,)
    if open_now is None:
        return state.bond
    stretches = (*before, replace(open_now, last=last))
    return _course(state, stretches=stretches, planned=None, at_risk=None)


def _corrected(state: Known, event: e.Corrected, fact: Fact) -> Known:
    bond, of = state.bond, event.part or event.field or ""
    was = bond.interest if event.part else event.was
    marked = replace(bond, corrections=(*bond.corrections, Correction(of, was, fact.happened)))
    return replace(state, bond=_put_right(marked, event, fact))


def _put_right(bond: Bond, event: e.Corrected, fact: Fact) -> Bond:
    match event.field:
        case None:
            return replace(bond, interest=Ref(fact.seq, "text"))
        case "rank":
            return replace(bond, rank=event.now)
        case "clinician":
            return replace(bond, clinician=event.now == "yes")
        case "colour":
            *before, last = bond.course.met
            met = (*before, replace(last, colour=event.now))
            return replace(bond, course=replace(bond.course, met=met))


def _ref(words: str | None, part: str, fact: Fact) -> Ref | None:
    """Where the words lie, if any were given."""
    return None if words is None else Ref(fact.seq, part)


def _course(state: Known, **changes: object) -> Bond:
    return replace(state.bond, course=replace(state.bond.course, **changes))
