"""What the register of the privileged decides together with others: its parts of the rules `designating` and `raising`."""

from workflows.kernel.noun import Decision
from workflows.privilege.commands import AdoptDefault, Designate, DropOut
from workflows.privilege.events import DefaultAdopted, Designated, DroppedOut
from workflows.privilege.state import State, register


def designate(command: Designate, state: State, voices: tuple[str, ...]) -> Decision:
    """Its part of the rule `designating`: an issue takes its `voices` along."""
    known = register(state)
    wanted = ((command.about, None), *((voice, command.about) for voice in voices))
    return tuple(
        Designated(about=about, reason=command.reason, through=through, by_default=False)
        for about, through in wanted
        if about not in known.now
    )


def from_the_first(streams: tuple[str, ...]) -> tuple[Designated, ...]:
    """What a default sets apart: the first of them, and what is raised with it."""
    return tuple(
        Designated(about=one, reason=None, through=streams[0] if one != streams[0] else None, by_default=True)
        for one in streams
    )


def drop_out(command: DropOut, state: State) -> Decision:
    """Its part of the rule `designating`."""
    known = register(state)
    gone = [
        one.about for one in known.designations if one.dropped is None and command.about in (one.about, one.through)
    ]
    return tuple(DroppedOut(about=about, reason=command.reason) for about in gone)


def adopt_default(command: AdoptDefault, state: State) -> Decision:
    """Its part of the rule `designating`."""
    if any((one.kind, one.in_unit) == (command.kind, command.unit) for one in register(state).defaults):
        return ()
    return (DefaultAdopted(kind=command.kind, in_unit=command.unit, reason=command.reason),)
