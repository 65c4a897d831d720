"""By which command what lies with somebody goes to somebody else: one for each thing, whatever its noun."""

from typing import Literal

from assessments import goal, self_assessment
from workflows import (
    barrier,
    concern,
    decision,
    focus,
    grievance,
    issue,
    learning,
    measure,
    notice,
    partnership,
    promise,
    rounds,
    standard,
)
from workflows.kernel.ball import Owes
from workflows.kernel.grammar import Command

Duty = Owes | Literal["guide", "answer_for"]
"""What is owed now; and what will be: the guiding of rounds that are scheduled, the answering for a barrier others hold."""


def handing(noun: str, duty: Duty, to: str, reason: str, whose: str) -> Command | None:
    """The command that gives `to` what lies with whoever leaves, `whose` it was; None for what never lies with anybody by
    name. `reason` is told where the other side is to understand it. A partnership is bound to one person by their signature:
    it ends, or is taken back where they have not signed."""
    match noun, duty:
        case "assessment", "assess":
            return self_assessment.commands.HandOn(to=to, whose=whose)
        case "assessment", _:
            return self_assessment.commands.HandOn(to=to)
        case "concern", "answer":
            return concern.commands.HandOn(holder=to)
        case "concern", _:
            return concern.commands.Entrust(holder=to)
        case "issue", _:
            return issue.commands.Assign(owner=to)
        case "barrier", "review" | "answer_for":
            return barrier.commands.Entrust(answerable=to, why="left_post")
        case "barrier", _:
            return barrier.commands.Assign(holder=to, why="left_post")
        case "decision", "accept":
            return decision.commands.NameAcceptor(acceptor=to)
        case "decision", _:
            return decision.commands.HandOn(decider=to)
        case "focus", _:
            return focus.commands.HandOn(owner=to, whose=whose)
        case "goal", _:
            return goal.HandOn(owner=to)
        case "grievance", _:
            return grievance.commands.HandOn(holder=to)
        case "learning", _:
            return learning.commands.HandOn(holder=to, whose=whose)
        case "notice", _:
            return notice.commands.HandOn(holder=to)
        case "promise", _:
            return promise.commands.HandOn(holder=to, reason=reason)
        case "rounds", "hold":
            return rounds.commands.Entrust(partner=to, reason=reason)
        case "rounds", _:
            return rounds.commands.NameGuide(guide=to)
        case "measure", _:
            return measure.commands.HandOn(owner=to)
        case "standard", _:
            return standard.commands.HandOn(owner=to)
        case "partnership", "sign":
            return partnership.commands.Withdraw(why=reason)
        case "partnership", _:
            return partnership.commands.End(reason="left_hospital")
        case _:
            return None
