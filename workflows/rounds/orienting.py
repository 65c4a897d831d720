"""Before they come: a visitor is told where to go, who meets them and what to wear, and says when they have read it. Nothing of
this is ever asked for before rounds are held."""

from workflows.kernel.grammar import Act, refused
from workflows.kernel.noun import Decision
from workflows.rounds import commands as c
from workflows.rounds import events as e
from workflows.rounds.state import Known, Scheduled, Visit


def orient(command: c.Orient | c.AcknowledgeOrientation, state: Known, act: Act) -> Decision:
    if not isinstance(state, Scheduled):
        return refused("rounds.not_scheduled")
    match command:
        case c.Orient():
            return _offer(command, state.visit)
        case c.AcknowledgeOrientation():
            return _acknowledge(state.visit, act)


def _offer(command: c.Orient, visit: Visit) -> Decision:
    visitor = command.visitor or visit.partner
    if visitor is None:
        return refused("rounds.nobody_comes")
    offered = e.OrientationOffered(visitor=visitor, where=command.where, wear=command.wear, privacy=command.privacy)
    return (offered,)


def _acknowledge(visit: Visit, act: Act) -> Decision:
    """Each visitor for themselves."""
    mine = next((one for one in visit.orientations if act.holds(one.visitor)), None)
    if mine is None:
        return refused("rounds.not_oriented")
    return () if mine.acknowledged else (e.OrientationAcknowledged(visitor=mine.visitor),)
