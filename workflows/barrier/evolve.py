"""How a barrier came to stand where it stands. Never refuses, and never reads a text: it keeps where the words lie."""

from typing import assert_never, cast

from msgspec.structs import replace

from workflows.barrier import events as e
from workflows.barrier.state import (
    Claimed,
    Known,
    Obstacle,
    Offered,
    Removed,
    Returned,
    Risk,
    State,
    Waiting,
    Withdrawn,
    Working,
)
from workflows.kernel.grammar import Correction, Fact, Ref
from workflows.kernel.noun import Nothing


def evolve(state: State, fact: Fact) -> State:
    event = cast(e.Happened, fact.event)
    if isinstance(event, e.Logged):
        return _logged(event, fact)
    return state if isinstance(state, Nothing) else _changed(state, event, fact)


def _changed(state: Known, event: e.Happened, fact: Fact) -> Known:
    obstacle, now = state.obstacle, fact.happened
    match event:  # the most frequent first: every miss costs
        case e.FellDue():
            return _with(state, fallen=(*obstacle.fallen, (event.owes, event.due)))
        case e.Climbed():
            return _climbed(state, event, fact)
        case e.Accepted():
            return Working(obstacle=obstacle, since=now, why="accepted")
        case e.RemovalClaimed():
            return Claimed(
                obstacle=obstacle,
                since=now,
                evidence=Ref(fact.seq, "evidence"),
                by=fact.head.by.id,
                verify_due=event.due,
            )
        case e.RemovalVerified():
            evidence = state.evidence if isinstance(state, Claimed) else Ref(fact.seq, "evidence")
            return Removed(obstacle=obstacle, since=now, evidence=evidence)
        case e.Assigned():
            given = replace(obstacle, holder=event.holder, **_moved(obstacle, event.due))
            return Offered(obstacle=given, since=now, why=event.why, accept_due=event.accept_due)
        case e.Entrusted(answerable=answerable):
            return _with(state, answerable=answerable)
        case e.BlockedAlso():
            return _with(state, issues=(*obstacle.issues, event.issue))
        case e.Logged() | e.Left():
            return state
        case e.Unblocked():
            return _with(state, issues=tuple(issue for issue in obstacle.issues if issue != event.issue))
        case e.Returned():
            reason = Ref(fact.seq, "reason")
            return Returned(
                obstacle=obstacle, since=now, why="returned", reason=reason, desk=event.to, desk_due=event.due
            )
        case e.WaitedOn():
            waiting = Waiting(event.whom, event.until, Ref(fact.seq, "reason"), now)
            return replace(state, waiting=waiting) if isinstance(state, Working) else state
        case e.Resumed():
            return replace(state, waiting=None) if isinstance(state, Working) else state
        case e.NewDatePromised():
            return _with(state, **_moved(obstacle, event.due))
        case e.RemovalRejected():
            return Working(obstacle=replace(obstacle, due=event.due), since=now, why="rejected")
        case e.AcceptedAsRisk():
            return Risk(obstacle=obstacle, since=now, reason=Ref(fact.seq, "why"), review_on=event.review_on)
        case e.Withdrawn():
            return Withdrawn(obstacle=obstacle, since=now)
        case e.Arrived():
            return _with(state, unit=event.unit, answerable=event.answerable, verifier=event.verifier)
        case e.Corrected():
            return _corrected(state, event, fact)
        case _:
            assert_never(event)


def _logged(event: e.Logged, fact: Fact) -> Offered:
    obstacle = Obstacle(
        unit=event.unit,
        what=Ref(fact.seq, "what"),
        issues=event.issues,
        holder=event.holder,
        answerable=event.answerable,
        verifier=event.verifier,
        logged=fact.happened,
        due=event.due,
        first_due=event.due,
        money=event.money,
    )
    return Offered(obstacle=obstacle, since=fact.happened, accept_due=event.accept_due)


def _moved(obstacle: Obstacle, due: str) -> dict[str, object]:
    return {"due": due, "moves": obstacle.moves + (due != obstacle.due)}


def _climbed(state: Known, event: e.Climbed, fact: Fact) -> Known:
    below = (*state.obstacle.below, event.below)
    obstacle = replace(state.obstacle, holder=event.to, below=below, climbed_on=event.day)
    if isinstance(state, Returned):
        return Offered(obstacle=obstacle, since=fact.happened, why="climbed", accept_due=state.desk_due)
    return replace(state, obstacle=obstacle, since=fact.happened, why="climbed")


def _corrected(state: Known, event: e.Corrected, fact: Fact) -> Known:
    new = Ref(fact.seq, "text")
    obstacle = state.obstacle
    match event.part:
        case "what":
            return _with(state, what=new, corrections=_also(obstacle, "what", obstacle.what, fact))
        case "evidence":
            if not isinstance(state, Claimed | Removed):
                return state
            marked = _with(state, corrections=_also(obstacle, "evidence", state.evidence, fact))
            return replace(marked, evidence=new)
        case "why":
            if not isinstance(state, Returned | Risk):
                return state
            return replace(_with(state, corrections=_also(obstacle, "why", state.reason, fact)), reason=new)
        case None:
            money = None if event.now is None else int(event.now)
            return _with(state, money=money, corrections=_also(obstacle, "money", event.was, fact))
        case _:
            assert_never(event.part)


def _also(obstacle: Obstacle, of: str, was: Ref | str | None, fact: Fact) -> tuple[Correction, ...]:
    return (*obstacle.corrections, Correction(of, was, fact.happened))


def _with(state: Known, **changes: object) -> Known:
    return replace(state, obstacle=replace(state.obstacle, **changes))
