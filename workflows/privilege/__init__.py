"""What counsel has set apart as privileged: which voices and issues, since when and why, and what is so from its first word.
All of it stands on one stream, `privilege`, in a compartment of its own, so that one look tells what nobody else may find.
Imports the kernel only; storeys: `commands`, `events`, `state`, `evolve`, `decide` (alone) and `joint` (in rules).
"""

from workflows.kernel.noun import Noun
from workflows.privilege import commands, events
from workflows.privilege.decide import decide
from workflows.privilege.evolve import evolve

NOUN = Noun(
    name="privilege",
    compartment="privileged",
    commands=(
        commands.Designate,
        commands.DropOut,
        commands.AdoptDefault,
        commands.EndDefault,
        commands.Correct,
    ),
    events=events.ALL,
    decide=decide,
    evolve=evolve,
)
