"""A ball is what anyone owes anyone. Accountability, due lists, desks and the clock read balls and nothing else."""

from collections.abc import Iterable
from typing import Annotated, Literal

from msgspec import Meta, Struct

from workflows.kernel.grammar import Act, Command, Event, Refused, refused
from workflows.kernel.moments import Day, Moment, day_after

Owes = Literal[
    "answer",  # a leader owes a voice an answer
    "deliver",  # the answer exists, somebody must bring it to the voice
    "reply",  # the voice may say whether it was heard
    "reason",  # a refusal without its reason
    "resolve",  # an issue's owner owes its resolution
    "accept",  # a holder owes a yes or a reason
    "remove",  # a holder owes the removal of a barrier
    "verify",  # the unit owes the check of a claimed removal
    "keep",  # whoever promised owes what was promised
    "hold",  # rounds that are scheduled
    "summarise",  # rounds that were held
    "letter",  # a grievance is owed its written notice
    "close",  # nothing more is to be done, and somebody says so
    "review",  # an accepted risk, what came of a decision or a panel of measures is looked at again
    "respond",  # whoever reported disrespect waits for a first word
    "confirm",  # that an executive can be the partner of a unit
    "sign",  # an agreement
    "meet",  # the partner meets with the team
    "agree",  # to what a team proposes
    "address",  # something is done about it
    "decide",  # a decision waits for its yes or no
    "rate",  # an emergency was decided first and is weighed now
    "tell",  # those it is for do not know yet
    "fill",  # what is not in place yet
    "renew",  # what was attested is looked at again
    "learn",  # something is learned from what went wrong
    "assess",  # leaders say, each alone, how far the organisation has come
    "conclude",  # what they said is open, and they come to one answer
    "count",  # the numbers of a measure
]


class Ball(Struct, frozen=True):
    """`holder` owes `owes` to `to` since `since` (happened, µs UTC). `due` is the promise in force, `first_due` the
    first one ever given; `waiting_on` names who the holder waits for (the holder stays answerable); `why` is the reason
    key by which it came here. `turn` tells apart what is owed again and again: each month's meeting is a ball of its own."""

    holder: str
    owes: Owes
    to: str | None
    since: Moment
    due: Day | None = None
    first_due: Day | None = None
    waiting_on: str | None = None
    why: str | None = None
    turn: str = ""

    def overdue(self, day: Day) -> bool:
        return self.due is not None and self.due < day


def soonest_overdue(balls: Iterable[Ball]) -> Day | None:
    """The first day on which one of them is overdue."""
    return min((day_after(ball.due, 1) for ball in balls if ball.due is not None), default=None)


Fallen = tuple[tuple[Owes, Day], ...]
"""What was owed by which day and was not done by then, as far as it was noted."""


class FallDue(Command, frozen=True, kw_only=True):
    """Note that something owed was not done in time. Each noun gives it its own verb."""

    owes: Annotated[Owes, Meta(title="What was owed?", description="As it stands in the due list.")]
    due: Annotated[Day, Meta(title="By when?", description="The day it was promised for.")]


class FellDue(Event, frozen=True, kw_only=True):
    """Each noun gives it its own name."""

    owes: Owes
    due: str
    holder: str


def falls(
    command: FallDue, owed: Iterable[Ball], fallen: Fallen, act: Act, fell_due: type[FellDue]
) -> tuple[Event, ...] | Refused:
    """The noun's own event `fell_due` for a ball that was not played by its day; `()` where that is among the `fallen`
    already. The clock alone says so, and only from the day after."""
    if not act.of_the_clock:
        return refused("only_the_clock")
    if (command.owes, command.due) in fallen:
        return ()
    for ball in owed:
        if (ball.owes, ball.due) == (command.owes, command.due) and ball.overdue(act.day):
            return (fell_due(owes=command.owes, due=command.due, holder=ball.holder),)
    return refused("nothing_fell_due")
