"""A promise: what one owes another by a day, whatever it is called. The first day promised stays in the record however often
it is renegotiated. Imports the kernel only; storeys: `commands`, `events`, `state` (with evolve and balls), `decide`.
"""

from workflows.kernel.noun import Noun
from workflows.promise import commands, events
from workflows.promise.decide import decide
from workflows.promise.state import balls, evolve

NOUN = Noun(
    name="promise",
    commands=(
        commands.Make,
        commands.AskAccess,
        commands.OfferTime,
        commands.Offer,
        commands.Grant,
        commands.Refuse,
        commands.Keep,
        commands.Renegotiate,
        commands.HandOn,
        commands.Release,
        commands.Break,
        commands.Correct,
    ),
    events=events.ALL,
    decide=decide,
    evolve=evolve,
    balls=balls,
)
