"""A campaign: people are asked what an instrument asks, and what they say leaves the box only as counts of enough of them.

An *open* one: whoever has the poster's address answers, without a name. An *anonymous* and a *confidential* one: whoever works
there answers once, with a card; how many they are is frozen when it opens (`rosters`), in numbers alone. It closes on the first
of its fixed days on which there are enough ballots, and until then nothing of them is shown. Ballots, cards and who drew one
never enter the ledger: how many there were does, for the whole campaign, with the digest under which the ballots lie sealed.

A *wave* asks the people of many units at once: planned, locked to the word and to who can answer, launched, counted, looked at
by one who publishes it; then each unit has its part of it, a campaign of its own, and says what follows. What each person
answered leaves the house only where that was announced before the first of them answered, and only by two people.

Where it was invited, people also write something. That lies apart from the ballots; one reviewer reads it after the close,
takes out names, hides with a reason, and shows the rest together.

Imports the kernel, `assessments.instrument` and `assessments.disclosure`; storeys: `commands`, `events`, `rosters`, `offers`,
`comments`, `frames` (who was asked the same before), `wave` and `state` (with evolve and balls), `waving` and `decide`.
"""

from assessments.campaign import commands, events, waving
from assessments.campaign.decide import decide
from assessments.campaign.state import Campaign, balls, evolve
from assessments.campaign.wave import Wave
from workflows.kernel.noun import Noun

__all__ = ["NOUN", "Asking", "Campaign", "Wave", "commands", "events", "waving"]

Asking = Campaign | Wave
"""Whatever people answer."""

NOUN = Noun(
    name="campaign",
    commands=(
        commands.Open,
        commands.Plan,
        commands.Lock,
        commands.Launch,
        commands.Publish,
        commands.ProposeRelease,
        commands.Release,
        commands.Count,
        commands.ReviewComment,
        commands.ShowComments,
        commands.Debrief,
        commands.Withdraw,
        commands.Correct,
    ),
    events=events.ALL,
    decide=decide,
    evolve=evolve,
    balls=balls,
)
