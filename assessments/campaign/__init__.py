"""A campaign: people are asked what an instrument asks, and what they say leaves the box only as counts of enough of them.

An *open* one: whoever has the poster's address answers, without a name. An *anonymous* and a *confidential* one: whoever works
there answers once, with a card; how many they are is frozen when it opens (`rosters`), in numbers alone. It closes on the first
of its fixed days on which there are enough ballots, and until then nothing of them is shown. Ballots, cards and who drew one
never enter the ledger: how many there were does, for the whole campaign, with the digest under which the ballots lie sealed.
Imports the kernel and `assessments.instrument`; storeys: `commands`, `events`, `rosters`, `state` (with evolve and balls),
`decide`.
"""

from assessments.campaign import commands, events
from assessments.campaign.decide import decide
from assessments.campaign.state import Campaign, balls, evolve
from workflows.kernel.noun import Noun

__all__ = ["NOUN", "Campaign", "commands", "events"]

NOUN = Noun(
    name="campaign",
    commands=(commands.Open, commands.Count, commands.Debrief, commands.Withdraw, commands.Correct),
    events=events.ALL,
    decide=decide,
    evolve=evolve,
    balls=balls,
)
