"""A standard: what is attested, lapses, is renewed or set aside, whatever it is called. Which ones there are is data (the
standards of the act); each stands in a unit, in the hospital, or of a person. Imports the kernel only; storeys: `commands`,
`events`, `state`, `evolve` (with `marking`), `balls`, `decide` (with `saying` and `recording`).
"""

from workflows.kernel.noun import Noun
from workflows.standard import commands, events
from workflows.standard.balls import balls
from workflows.standard.decide import decide
from workflows.standard.evolve import evolve

NOUN = Noun(
    name="standard",
    commands=(
        commands.Attest,
        commands.Pledge,
        commands.Add,
        commands.NoteGap,
        commands.HandOn,
        commands.Renew,
        commands.AskRenewal,
        commands.Lapse,
        commands.FallDue,
        commands.Withdraw,
        commands.TakeBack,
        commands.Correct,
        commands.Show,
        commands.TakeReply,
        commands.Activate,
        commands.Use,
        commands.Meet,
    ),
    events=events.ALL,
    decide=decide,
    evolve=evolve,
    balls=balls,
)
