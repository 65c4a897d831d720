"""A concern is one voice: what one person said, and what became of it until that person was heard. Imports the kernel only.

`commands` can be asked, `events` have happened, `state` and `evolve` say where it stands, `decide` what it decides alone,
`joint` its part in rules over several streams, `balls` who owes what, `patience` when silence is enough. Commands, events and
decisions are parted by what they are about: `raising`, `triage`, `answering`, `ending`, `placing`, `guarding`.
"""

from workflows.concern import commands, events
from workflows.concern.balls import balls
from workflows.concern.decide import decide
from workflows.concern.evolve import evolve
from workflows.kernel.noun import Noun

NOUN = Noun(
    name="concern",
    commands=(
        commands.Raise,
        commands.Fix,
        commands.Note,
        commands.Acknowledge,
        commands.HandOn,
        commands.Entrust,
        commands.Answer,
        commands.GiveReason,
        commands.Deliver,
        commands.AskSpeaker,
        commands.Reply,
        commands.AddPhoto,
        commands.Hide,
        commands.Unhide,
        commands.SayHeard,
        commands.Dispute,
        commands.Reopen,
        commands.GiveNotice,
        commands.EndNoReply,
        commands.EndCannotBeReached,
        commands.Withdraw,
        commands.Merge,
        commands.Unmerge,
        commands.Move,
        commands.Wall,
        commands.LiftWall,
        commands.Correct,
        commands.FallDue,
        commands.Triage,
        commands.LinkEvent,
        commands.Settle,
        commands.Page,
    ),
    events=events.ALL,
    decide=decide,
    evolve=evolve,
    balls=balls,
)
