"""A ball is what anyone owes anyone. Accountability, due lists, desks and the clock read balls and nothing else."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from workflows.kernel.moments import Day, Moment

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
    "review",  # an accepted risk is looked at again
]


class Ball(Struct, frozen=True):
    """`holder` owes `owes` to `to` since `since` (happened, µs UTC). `due` is the promise in force, `first_due` the
    first one ever given; `waiting_on` names who the holder waits for (the holder stays answerable); `why` is the reason
    key by which it came here."""

    holder: str
    owes: Owes
    to: str | None
    since: Moment
    due: Day | None = None
    first_due: Day | None = None
    waiting_on: str | None = None
    why: str | None = None

    def overdue(self, day: Day) -> bool:
        return self.due is not None and self.due < day


def fallen(balls: Iterable[Ball], owes: str, due: Day, day: Day) -> Ball | None:
    """The ball that was due on `due` and has fallen by `day`, if there is one."""
    return next((ball for ball in balls if ball.owes == owes and ball.due == due and ball.overdue(day)), None)
