"""What can have happened to a learning. Ids, days and holders were checked when asked and are plain strings here."""

from typing import get_args

from workflows.kernel import ball
from workflows.kernel.grammar import Event, Text
from workflows.kernel.words import Brought
from workflows.learning.commands import Much, Part, Risk, Verdict


class Opened(Event, frozen=True, kw_only=True):
    """`lead` brings it to its lesson by `due`."""

    NAME = "learning.opened"

    unit: str
    what: Text
    about: str | None
    lead: str
    due: str


class FactorsMarked(Event, frozen=True, kw_only=True):
    """All of them, as they stand from now on."""

    NAME = "learning.factors_marked"

    helped: tuple[str, ...]
    hindered: tuple[str, ...]
    how: Text | None


class Chosen(Event, frozen=True, kw_only=True):
    """`leader` looks by `due` whether the risk went down, by `sign`."""

    NAME = "learning.chosen"

    number: int
    what: Text
    mitigates: Much
    feasible: Much
    leader: str
    due: str
    sign: Text


class FollowedUp(Event, frozen=True, kw_only=True):
    """Where it was too early to say, it is looked at again by `due`."""

    NAME = "learning.followed_up"

    number: int
    found: Text
    risk: Risk
    due: str | None


class Concluded(Event, frozen=True, kw_only=True):
    NAME = "learning.concluded"

    lesson: Text
    nothing_because: Text | None


class HandedOn(Event, frozen=True, kw_only=True):
    """All that lay with `whose` lies with `holder`."""

    NAME = "learning.handed_on"

    holder: str
    whose: str


class Tried(Event, frozen=True, kw_only=True):
    """`lead` looks at the result by `due`; it follows the test `after`."""

    NAME = "learning.tried"

    unit: str
    what: Text
    prediction: Text | None
    lead: str
    due: str
    after: str | None


class Predicted(Event, frozen=True, kw_only=True):
    NAME = "learning.predicted"

    prediction: Text


class Studied(Event, frozen=True, kw_only=True):
    NAME = "learning.studied"

    result: Text
    verdict: Verdict


class Told(Event, frozen=True, kw_only=True):
    NAME = "learning.told"

    unit: str | None
    what: Text
    lesson: Text


class Reflected(Event, frozen=True, kw_only=True):
    """Read by nobody but `author`."""

    NAME = "learning.reflected"

    author: str
    words: Text


class OpenedUp(Event, frozen=True, kw_only=True):
    NAME = "learning.opened_up"


class TakenBack(Event, frozen=True, kw_only=True):
    NAME = "learning.taken_back"


class Shared(Event, frozen=True, kw_only=True):
    """With `to`; with everybody here where that is None."""

    NAME = "learning.shared"

    to: str | None
    how: Brought | None


class Withdrawn(Event, frozen=True, kw_only=True):
    NAME = "learning.withdrawn"

    why: Text


class Corrected(Event, frozen=True, kw_only=True):
    NAME = "learning.corrected"

    part: Part
    text: Text


class FellDue(ball.FellDue, frozen=True, kw_only=True):
    NAME = "learning.fell_due"


Happened = (
    Opened
    | FactorsMarked
    | Chosen
    | FollowedUp
    | Concluded
    | HandedOn
    | Tried
    | Predicted
    | Studied
    | Told
    | Reflected
    | OpenedUp
    | TakenBack
    | Shared
    | Withdrawn
    | Corrected
    | FellDue
)

ALL: tuple[type[Event], ...] = get_args(Happened)
