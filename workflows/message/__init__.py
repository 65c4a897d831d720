"""A message of somebody who leads, to a unit or to the whole hospital, and how many read it back. Who did is in no fact: only
how many, and what they understood. Imports the kernel only; storeys: `commands`, `events`, `state` (with evolve), `decide`.
"""

from workflows.kernel.noun import Noun
from workflows.message import commands, events
from workflows.message.decide import decide
from workflows.message.state import evolve

NOUN = Noun(
    name="message",
    commands=(commands.Send, commands.ReadBack, commands.TakeBack, commands.Correct),
    events=events.ALL,
    decide=decide,
    evolve=evolve,
)
