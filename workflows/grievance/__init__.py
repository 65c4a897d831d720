"""A grievance: a complaint of a patient or family that was not settled on the spot, with its own clock and its letter.

It lies beside the concern it came from, which stays a voice that is owed its answer: writing the letter answers it, sending
the letter brings the answer. The letter is owed whether or not anybody still asks for it. Imports the kernel only.

`commands` can be asked, `events` have happened, `state` and `evolve` say where it stands, `decide` what it decides alone,
`joint` its part in rules over several streams, `balls` who owes what.
"""

from workflows.grievance import commands, events
from workflows.grievance.balls import balls
from workflows.grievance.decide import decide
from workflows.grievance.evolve import evolve
from workflows.kernel.noun import Noun

NOUN = Noun(
    name="grievance",
    commands=(
        commands.Open,
        commands.Acknowledge,
        commands.NoteStep,
        commands.HandOn,
        commands.Extend,
        commands.WriteLetter,
        commands.SendLetter,
        commands.Close,
        commands.Withdraw,
        commands.Correct,
        commands.Climb,
        commands.FallDue,
    ),
    events=events.ALL,
    decide=decide,
    evolve=evolve,
    balls=balls,
)
