"""What a measure decides together with others: the part of each rule that stands on its own stream."""

from workflows.kernel.grammar import Refused, refused
from workflows.kernel.noun import Decision, Nothing
from workflows.measure import commands as c
from workflows.measure import events as e
from workflows.measure.state import Retired, State


def register(command: c.Register) -> Decision:
    if refusal := _unsaid(command):
        return refusal
    return (
        e.Registered(
            unit=command.unit,
            title=command.title,
            kind=command.kind,
            definition=command.definition,
            source=command.source,
            owner=command.owner,
            every=command.every,
            better=command.better or ("higher" if command.kind == "days_since" else "lower"),
            per=(command.per or 1) if command.kind == "rate" else None,
            per_what=command.per_what if command.kind == "rate" else None,
            goal=command.goal,
            serves=command.serves,
        ),
    )


def _unsaid(command: c.Register) -> Refused | None:
    """A rate says of what; nothing else does."""
    if command.kind == "rate":
        return refused("measure.say_per_what") if command.per_what is None else None
    return refused("measure.is_no_rate") if command.per is not None or command.per_what is not None else None


def serve(command: c.Serve, state: State) -> Decision:
    if isinstance(state, Nothing):
        return refused("unknown", what="measure")
    return () if state.gauge.serves == command.goal else (e.Served(goal=command.goal),)


def retire(command: c.Retire, state: State) -> Decision:
    if isinstance(state, Nothing):
        return refused("unknown", what="measure")
    return () if isinstance(state, Retired) else (e.Retired(why=command.why),)


def resume(state: State) -> Decision:
    if isinstance(state, Nothing):
        return refused("unknown", what="measure")
    return (e.Resumed(),) if isinstance(state, Retired) else ()
