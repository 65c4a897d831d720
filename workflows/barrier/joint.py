"""What a barrier decides together with others: the part of each rule that stands on its own stream."""

from workflows.barrier import commands as c
from workflows.barrier import events as e
from workflows.barrier.state import Obstacle, Settled, State
from workflows.kernel.grammar import Act, refused
from workflows.kernel.noun import Decision, Nothing
from workflows.kernel.terms import Terms


def begin(command: c.Log, act: Act, answerable: str | None, verifier: str) -> e.Logged:
    """Offered to the holder named, else to the executive partner of the home unit, else to the first of the ladder."""
    terms = act.terms.of(command.unit)
    return e.Logged(
        unit=command.unit,
        what=command.what,
        issues=tuple(dict.fromkeys(command.issues)),
        holder=command.holder or answerable or first_of(terms) or verifier,
        answerable=answerable,
        verifier=verifier,
        accept_due=terms.due(act.day, "accept_days"),
        due=command.due or terms.due(act.day, "remove_days"),
        money=command.money,
    )


def first_of(terms: Terms) -> str | None:
    return next(iter(terms.ladder), None)


def other_desk(obstacle: Obstacle, terms: Terms) -> str:
    """Where a returned barrier lies until it finds another holder: with whoever stays answerable, never with the returner
    while anyone else is there."""
    desks = (obstacle.answerable, obstacle.verifier, *terms.ladder)
    return next((desk for desk in desks if desk is not None and desk != obstacle.holder), obstacle.verifier)


def block_also(command: c.BlockAlso, state: State) -> Decision:
    if isinstance(state, Nothing):
        return refused("unknown", what="barrier")
    if command.issue in state.obstacle.issues:
        return ()
    return refused("barrier.not_in_work") if isinstance(state, Settled) else (e.BlockedAlso(issue=command.issue),)


def unblock(command: c.Unblock, state: State) -> Decision:
    if isinstance(state, Nothing):
        return refused("unknown", what="barrier")
    return (e.Unblocked(issue=command.issue),) if command.issue in state.obstacle.issues else ()


def move(command: c.Move, state: State, answerable: str | None) -> Decision:
    if isinstance(state, Nothing):
        return refused("unknown", what="barrier")
    obstacle = state.obstacle
    if command.unit == obstacle.unit:
        return ()
    verifier = f"unit-{command.unit}" if command.unit else obstacle.verifier
    arrived = e.Arrived(unit=command.unit, came_from=obstacle.unit, answerable=answerable, verifier=verifier)
    return e.Left(to=command.unit), arrived
