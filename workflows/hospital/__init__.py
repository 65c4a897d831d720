"""The hospital itself: its name and zone, the terms it adopted, who holds a role in all of it. One stream, `hospital`.
Imports the kernel only; storeys: `commands`, `events`, `state` (with evolve), `decide`.
"""

from workflows.hospital import commands, events
from workflows.hospital.decide import decide
from workflows.hospital.state import evolve
from workflows.kernel.noun import Noun

NOUN = Noun(
    name="hospital",
    commands=(
        commands.Open,
        commands.Rename,
        commands.AdoptTerms,
        commands.AdoptStandards,
        commands.AdoptSetting,
        commands.PublishInstrument,
        commands.Appoint,
        commands.Dismiss,
        commands.Deputise,
        commands.ReceiveSurveyor,
        commands.SaySurveyorLeft,
        commands.Pause,
        commands.EndPause,
        commands.Correct,
    ),
    events=events.ALL,
    decide=decide,
    evolve=evolve,
)
