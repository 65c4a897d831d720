"""The notice of a serious event: the board and those who lead the hospital are told of it within a few working days, and who
was told when is on record. What happened is sealed; the event itself lives in the hospital's event system, by its number.
Imports the kernel only; storeys: `commands`, `events`, `state` (with evolve and balls), `decide`.
"""

from workflows.kernel.noun import Noun
from workflows.notice import commands, events
from workflows.notice.decide import decide
from workflows.notice.state import balls, evolve

NOUN = Noun(
    name="notice",
    commands=(
        commands.Open,
        commands.Tell,
        commands.HandOn,
        commands.LinkEvent,
        commands.Withdraw,
        commands.Correct,
        commands.FallDue,
    ),
    events=events.ALL,
    decide=decide,
    evolve=evolve,
    balls=balls,
)
