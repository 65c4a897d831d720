"""After the import: the units work their old log off, two issues at a time, and tell whom they can."""

from collections.abc import Iterator
from typing import Any

from services.sample.everyday import UNITS
from services.sample.stage import Stage
from workflows import barrier, concern, issue
from workflows.barrier import commands as b
from workflows.concern import commands as c
from workflows.issue import commands as i

Days = Iterator[int]
LEFT = 0.05
"""Share of the old log that nobody gets to within the year."""


def clearing(stage: Stage) -> Days:
    """From the second week on, every other day, the oldest first."""
    yield 10
    memory = stage.house.clerk.memory
    old = [
        stream for stream in stage.house.ledger.streams("issue") if memory.get(stream).state.matter.source == "import"
    ]
    for number, stream in enumerate(stream for stream in old if stage.dice.random() > LEFT):
        yield 11 + 3 * number
        _clear(stage, stream, memory.get(stream).state)


def _clear(stage: Stage, stream: str, state: Any) -> None:
    leader = UNITS[state.unit][1]
    match state:
        case issue.state.Open():
            for one in state.matter.barriers:
                _remove(stage, leader, one)
            stage.says(leader, i.Resolve(evidence="Looked at again; it is as it should be."), stream)
        case issue.state.Declined(reason=None):
            stage.says(leader, i.GiveReason(reason="It would have cost another unit more than it gave us."), stream)
        case _:
            pass
    for voice in state.matter.voices:
        _tell(stage, leader, voice)


def _remove(stage: Stage, leader: str, stream: str) -> None:
    """Whoever has it now, up the ladder, gets it done; the unit checks."""
    if isinstance(stage.house.clerk.memory.get(stream).state, barrier.state.Offered):
        stage.says("ines", b.Assign(holder=stage.people["ruth"], due=stage.after(7), why="agreed"), stream)
        stage.says("ruth", b.Accept(), stream)
        stage.says("ruth", b.ClaimRemoved(evidence="Found in this year's budget."), stream)
        stage.says(leader, b.Verify(), stream)


def _tell(stage: Stage, leader: str, voice: str) -> None:
    """Nobody knows who said it; the answer hangs on the wall, and the loop says so."""
    if isinstance(stage.house.clerk.memory.get(voice).state, concern.state.Owed):
        stage.says(leader, c.Answer(answer="An old concern, and a fair one. It is settled now.", outcome="done"), voice)
        stage.says(
            leader, c.EndCannotBeReached(why="The old sheet does not say who it was; told at the huddle."), voice
        )
