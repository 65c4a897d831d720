"""A subject of erasure: one record whose words are to be destroyed, wholly or in one passage. Asked by people, carried out by
the machine once no hold keeps it; until then it waits, and is seen to wait. Nothing here says whose words they were: a
person's request is one subject for each of their voices. Imports the kernel only; storeys: `commands`, `events`, `state` (with
evolve), `decide` (alone) and `joint` (in rules).
"""

from workflows.kernel.noun import Noun
from workflows.subject import commands, events
from workflows.subject.decide import decide
from workflows.subject.state import evolve

NOUN = Noun(
    name="subject",
    commands=(
        commands.Erase,
        commands.Redact,
        commands.CarryOut,
        commands.Withdraw,
        commands.Forget,
        commands.Correct,
    ),
    events=events.ALL,
    decide=decide,
    evolve=evolve,
)
