"""One thing that somebody owes, as the desk tells it, and what can be done about it right there."""

from msgspec import Struct

from projections.answers import VoiceRow
from projections.barriers import BarrierRow
from projections.decisions import DecisionRow
from projections.focus import FocusRow
from projections.goals import GoalRow
from projections.grievances import GrievanceRow
from projections.learnings import LearningRow
from projections.notices import NoticeRow
from projections.paces import PaceRow
from projections.panels import PanelRow
from projections.partnerships import PartnershipRow
from projections.promises import PromiseRow
from projections.rounds import RoundsRow
from projections.standards import StandardRow
from projections.tracking_log import IssueRow
from services.reader.answers import Owing
from services.web.doing import actions, deciding
from services.web.doing.actions import Action
from services.web.doing.learning import of_learning
from services.web.paths import and_back, page_of
from services.web.telling.desks import headline
from services.web.telling.stories import promises
from services.web.visit import Visit, Words
from services.web.when import When
from services.wording import time_words
from workflows.kernel.grammar import Ref
from workflows.promise.commands import ACCESS, OFFERED

TO_DO = {
    "answer": ("owed", "Answer"),
    "deliver": ("answered", "Bring the answer"),
    "reason": ("reason_owed", "Give the reason"),
    "resolve": ("in_work", "Resolve"),
    "accept": ("barrier", "Say yes, or why not"),
    "remove": ("barrier", "Remove the barrier"),
    "verify": ("claimed", "Check the removal"),
    "keep": ("in_work", "Keep the promise"),
    "hold": ("listed", "Hold the rounds"),
    "confirm": ("waiting", "Confirm the executive partner"),
    "sign": ("waiting", "Sign the agreement"),
    "meet": ("listed", "Meet with the team"),
    "agree": ("waiting", "Say whether the team graduates"),
    "summarise": ("listed", "Summarise the rounds"),
    "letter": ("owed", "Write and send the letter"),
    "close": ("resolved", "Close the grievance"),
    "fill": ("barrier", "Put it in place"),
    "renew": ("listed", "Look at it again"),
    "review": ("declined", "Look at it again"),
    "decide": ("proposed", "Decide"),
    "rate": ("owed", "Rate the six aims"),
    "tell": ("decided", "Tell those it is for"),
    "learn": ("listed", "Come to a lesson"),
    "assess": ("waiting", "Rate how far we have come"),
    "conclude": ("listed", "Come to one answer"),
    "count": ("listed", "Enter the next value"),
}
ASKED = ("waiting", "Say yes or no")
"""To what somebody asks for."""
ASKED_TO_TALK = ("waiting", "Say when you have time")
OFFERED_HERE = ("waiting", "Say how you do it, or why not")
"""To what another unit offers."""


class Duty(Struct, frozen=True, kw_only=True):
    """One thing somebody owes, as the desk shows it."""

    href: str
    title: str
    state: str
    to_do: str
    since: int
    held: str
    due: str
    days: int | None
    promise: str
    waiting: str
    unit: str
    money: int
    actions: tuple[Action, ...]


def title_of(owing: Owing) -> Ref | None:
    row = owing.about.row if owing.about else None
    return (
        row.title
        if isinstance(
            row,
            VoiceRow
            | IssueRow
            | BarrierRow
            | PromiseRow
            | GrievanceRow
            | DecisionRow
            | FocusRow
            | GoalRow
            | LearningRow
            | NoticeRow,
        )
        else None
    )


def duty_of(visit: Visit, owing: Owing, words: Words, looking: When) -> Duty:
    held = owing.held
    ball, row = held.row, owing.about.row if owing.about else None
    state, to_do = (
        ASKED
        if _is_ask(row)
        else ASKED_TO_TALK
        if _is_talk(row)
        else OFFERED_HERE
        if _is_offer(row)
        else TO_DO[ball.owes]
    )
    moved = ball.first_due and ball.due and ball.first_due != ball.due
    return Duty(
        href=page_of(held.stream) + looking.query,
        title=headline(words.of(title_of(owing))) or _named(row, visit),
        state="waiting" if ball.waiting_on else state,
        to_do=to_do,
        since=ball.since,
        held=time_words.held(ball.since, looking.until),
        due=time_words.due(ball.due, looking.day),
        days=time_words.left(ball.due, looking.day) if ball.due else None,
        promise=promises(ball.first_due, ball.due, _moves(row), looking)
        if moved and ball.first_due and ball.due
        else "",
        waiting=f"waiting on {visit.names.of(ball.waiting_on)}" if ball.waiting_on else "",
        unit=visit.names.unit(ball.unit or None),
        money=_money(row),
        actions=() if looking.past else _deeds(visit, held.stream, row),
    )


def _is_ask(row: object) -> bool:
    return isinstance(row, PromiseRow) and row.pledge.kind == "ask"


def _is_talk(row: object) -> bool:
    return isinstance(row, PromiseRow) and row.pledge.kind == ACCESS


def _is_offer(row: object) -> bool:
    return isinstance(row, PromiseRow) and row.pledge.kind == OFFERED


def _money(row: object) -> int:
    """What is asked of its holder, in cents."""
    match row:
        case BarrierRow(obstacle=obstacle):
            return obstacle.money or 0
        case PromiseRow(pledge=pledge) if pledge.kind == "ask":
            return pledge.money or 0
        case _:
            return 0


def _moves(row: object) -> int:
    return row.obstacle.moves if isinstance(row, BarrierRow) else row.matter.moves if isinstance(row, IssueRow) else 1


def _named(row: object, visit: Visit) -> str:
    match row:
        case RoundsRow():
            return f"Rounds on {visit.names.unit(row.visit.unit)}, {time_words.weekday(row.visit.day)}"
        case PartnershipRow():
            return f"Partnership with {visit.names.unit(row.unit)}"
        case StandardRow():
            return visit.names.item(row.item)
        case PanelRow():
            return f"The figures of {visit.names.unit(row.unit or None)}"
        case PaceRow():
            return f"The next lesson of {visit.names.unit(row.unit)}"
        case _:
            return "A promise"


def _deeds(visit: Visit, stream: str, row: object) -> tuple[Action, ...]:
    match row:
        case BarrierRow():
            found = actions.of_barrier(visit, stream, row)
        case VoiceRow():
            found = actions.of_voice(visit, stream, row)
        case IssueRow():
            found = actions.of_issue(
                visit, stream, row, blocked=bool(row.matter.barriers), owed=bool(row.matter.voices)
            )
        case PromiseRow():
            found = actions.of_promise(visit, stream, row)
        case StandardRow():
            return _attesting(visit, stream, row)
        case DecisionRow():
            found = deciding.of_decision(visit, stream, row)
        case LearningRow():
            found = of_learning(visit, stream, row)
        case PaceRow():
            return (Action("To what the unit learns", f"/unit/{row.unit}/learning", first=True),)
        case PartnershipRow():
            return (Action("To the team", page_of(stream), first=True),)
        case NoticeRow():
            return (Action("To the notice", page_of(stream), first=True),)
        case GoalRow():
            return (Action("To the scorecard", page_of(stream), first=True),)
        case FocusRow():
            return (Action("To this quarter", page_of(stream), first=True),)
        case PanelRow():
            return (Action("To the results", page_of(stream), first=True),)
        case RoundsRow():
            return (Action("To the rounds", page_of(stream), first=True),)
        case _:
            found = ()
    return tuple(Action(one.label, and_back(one.href, "/desk"), True) for one in found if one.first)


def _attesting(visit: Visit, stream: str, row: StandardRow) -> tuple[Action, ...]:
    unit = row.standard.unit
    if row.state == "gap" and visit.may("standard.attest", unit):
        place = f"unit={unit}&" if unit else ""
        return (Action("It is in place", f"/attest/{row.item}?{place}next=/desk", first=True),)
    if row.state == "gap":
        return (Action("Hand it on", f"/do/standard/hand_on?to={stream}&next=/desk", first=True),)
    return (Action("It is still so", f"/do/standard/renew?to={stream}&next=/desk", first=True),)
