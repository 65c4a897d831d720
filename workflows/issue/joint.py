"""What an issue decides together with others: the part of each rule that stands on its own stream."""

from workflows.issue import commands as c
from workflows.issue import events as e
from workflows.issue.state import Closed, Declined, Deferred, Known, Open, Resolved, State, Unlisted
from workflows.kernel.grammar import Act, Refused, refused
from workflows.kernel.noun import Decision, Nothing


def begin(command: c.List, act: Act, sheet: str | None = None) -> e.Listed:
    return e.Listed(
        unit=command.unit,
        title=command.title,
        from_concern=command.from_concern,
        category=command.category,
        source=command.source,
        rounds=command.rounds,
        suggestion=command.suggestion,
        needs=command.needs,
        owner=command.owner,
        due=command.due or act.terms.of(command.unit).due(act.day, "resolve_days"),
        rank=command.rank,
        sheet=sheet,
    )


def in_work(state: State) -> Refused | Known:
    """The issue, if voices and barriers may still come to it: closed over nothing means nothing comes after closing."""
    if isinstance(state, Nothing):
        return refused("unknown", what="issue")
    if isinstance(state, Unlisted):
        return refused("issue.unlisted")
    return refused("issue.closed") if isinstance(state, Closed) else state


def join(state: State, concern: str) -> Decision:
    if isinstance(known := in_work(state), Refused):
        return known
    return () if concern in known.matter.voices else (e.Joined(concern=concern),)


def block(state: State, barrier: str) -> Decision:
    if isinstance(known := in_work(state), Refused):
        return known
    return () if barrier in known.matter.barriers else (e.Blocked(barrier=barrier),)


def resolve(command: c.Resolve, state: State, act: Act, open_barriers: int) -> Decision:
    """An issue is not resolved while something open blocks it; only a sheet may leave the evidence out."""
    if isinstance(known := in_work(state), Refused):
        return known
    match known:
        case Resolved():
            return ()
        case Open() | Deferred():
            if open_barriers:
                return refused("issue.blocked", count=open_barriers)
            if command.evidence is None and not act.imported:
                return refused("issue.needs_evidence")
            return (e.Resolved(evidence=command.evidence, how=command.how),)
        case _:
            return refused("issue.not_open")


def settle(command: c.Settle, state: State, act: Act, open_barriers: int, open_voices: int) -> Decision:
    """Resolved, its voices being told beside it; by a sheet closed as well, if no loop is left open by that."""
    resolved = resolve(c.Resolve(evidence=command.evidence, how=command.how), state, act, open_barriers)
    if isinstance(resolved, Refused) or not act.imported or open_voices:
        return resolved
    return (*resolved, e.Closed()) if resolved else close(state, open_barriers, 0)


def close(state: State, open_barriers: int, open_voices: int) -> Decision:
    """Never over an open barrier, never over a voice that has not come to its end."""
    match state:
        case Nothing():
            return refused("unknown", what="issue")
        case Unlisted():
            return refused("issue.unlisted")
        case Closed():
            return ()
        case Open() | Deferred():
            return refused("issue.not_resolved")
        case Declined(reason=None):
            return refused("issue.reason_owed")
        case Resolved() | Declined():
            if open_barriers:
                return refused("issue.blocked", count=open_barriers)
            return refused("issue.voices_wait", count=open_voices) if open_voices else (e.Closed(),)


def reopened(state: Known, act: Act, why: str | None, concern: str | None = None) -> e.Reopened:
    due = act.terms.of(state.unit).due(act.day, "resolve_days")
    return e.Reopened(why=why, concern=concern, due=due)


def unlist(command: c.Unlist, state: State) -> Decision:
    match state:
        case Nothing():
            return refused("unknown", what="issue")
        case Unlisted():
            return ()
        case Closed():
            return refused("issue.closed")
        case Open() | Deferred() | Resolved() | Declined():
            blocked = len(state.matter.barriers)
            return refused("issue.unblock_first", count=blocked) if blocked else (e.Unlisted(why=command.why),)


def move(command: c.Move, state: State) -> Decision:
    if isinstance(state, Nothing | Unlisted):
        return refused("unknown", what="issue")
    if command.unit == state.matter.unit:
        return ()
    return e.Left(to=command.unit), e.Arrived(unit=command.unit, came_from=state.matter.unit)
