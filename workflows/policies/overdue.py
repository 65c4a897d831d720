"""Whenever the day of a ball has passed, that is noted once on its stream. Silence and promises have policies of their own."""

from collections.abc import Iterator
from typing import assert_never

from assessments import goal
from workflows import (
    barrier,
    concern,
    conduct,
    decision,
    focus,
    grievance,
    issue,
    learning,
    notice,
    pace,
    panel,
    respect,
    rounds,
    standard,
)
from workflows.barrier import state as b
from workflows.concern import state as c
from workflows.conduct import state as u
from workflows.decision import state as d
from workflows.focus import state as f
from workflows.grievance import state as g
from workflows.issue import state as i
from workflows.kernel.ball import Ball, Fallen, soonest_overdue
from workflows.kernel.moments import Day
from workflows.kernel.noun import Noun, Wish
from workflows.kernel.policy import Due, Policy
from workflows.kernel.terms import Terms
from workflows.learning import state as w
from workflows.notice import state as n
from workflows.respect import state as p
from workflows.rounds import state as r
from workflows.standard import state as s

Timed = (
    c.Known
    | d.Known
    | g.Known
    | i.Known
    | b.Known
    | r.Known
    | p.Known
    | s.Gap
    | f.Focus
    | panel.Panel
    | w.Known
    | pace.Pace
    | n.Notice
    | u.Conduct
    | goal.Goal
)


def tick(day: Day, stream: str, state: Timed, _: Terms) -> Iterator[Due]:
    for noun, ball in _not_noted(state):
        if ball.due is not None and ball.overdue(day):
            command = _FALL_DUE[noun.name](owes=ball.owes, due=ball.due)
            yield Wish(stream, command), f"{stream}|{ball.owes}|{ball.due}|fall"


def wakes(state: Timed) -> Day | None:
    return soonest_overdue(ball for _, ball in _not_noted(state))


def _not_noted(state: Timed) -> Iterator[tuple[Noun, Ball]]:
    """The balls with a day that nobody has noted as passed yet."""
    noun, fallen = _looked_at(state)
    for ball in noun.balls(state):
        if ball.due is not None and ball.owes != "reply" and (ball.owes, ball.due) not in fallen:
            yield noun, ball


def _looked_at(state: Timed) -> tuple[Noun, Fallen]:
    """The noun of a state, and what of it is known to have fallen due."""
    match state:
        case c.Standing(voice=voice):
            return concern.NOUN, voice.fallen
        case d.Standing(proposal=proposal):
            return decision.NOUN, proposal.fallen
        case g.Standing(complaint=complaint):
            return grievance.NOUN, complaint.fallen
        case i.Standing(matter=matter):
            return issue.NOUN, matter.fallen
        case b.Standing(obstacle=obstacle):
            return barrier.NOUN, obstacle.fallen
        case r.Standing(visit=visit):
            return rounds.NOUN, visit.fallen
        case p.Standing(incident=incident):
            return respect.NOUN, incident.fallen
        case s.Gap(standard=gap):
            return standard.NOUN, gap.fallen
        case f.Focus(fallen=fallen):
            return focus.NOUN, fallen
        case panel.Panel(fallen=fallen):
            return panel.NOUN, fallen
        case w.Standing(lesson=lesson):
            return learning.NOUN, lesson.fallen
        case pace.Pace(fallen=fallen):
            return pace.NOUN, fallen
        case u.Conduct(fallen=fallen):
            return conduct.NOUN, fallen
        case goal.Goal(fallen=fallen):
            return goal.NOUN, fallen
        case n.Notice(fallen=fallen):
            return notice.NOUN, fallen
        case _:
            assert_never(state)


_FALL_DUE = {
    "concern": concern.commands.FallDue,
    "conduct": conduct.commands.FallDue,
    "decision": decision.commands.FallDue,
    "goal": goal.FallDue,
    "focus": focus.commands.FallDue,
    "grievance": grievance.commands.FallDue,
    "notice": notice.commands.FallDue,
    "issue": issue.commands.FallDue,
    "learning": learning.commands.FallDue,
    "pace": pace.FallDue,
    "barrier": barrier.commands.FallDue,
    "rounds": rounds.commands.FallDue,
    "respect": respect.commands.FallDue,
    "standard": standard.commands.FallDue,
    "panel": panel.FallDue,
}

POLICY = Policy(name="overdue", tick=tick, wakes=wakes, timed=Timed)
