"""Where a learning can stand: looked at, tried, learned, kept to oneself, withdrawn. What stays with it is its `Lesson`."""

from typing import Literal

from msgspec import Struct

from workflows.kernel.ball import Fallen
from workflows.kernel.grammar import Correction, Ref
from workflows.kernel.moments import Day, Moment
from workflows.kernel.noun import Nothing
from workflows.kernel.words import Brought
from workflows.learning.commands import Much, Risk, Verdict

Way = Literal["defect", "test", "told", "reflection"]
"""How somebody came to it: from what went wrong, by trying a change, told from the field, or by looking at oneself."""


class Look(Struct, frozen=True):
    """One look at whether the risk went down."""

    found: Ref
    risk: Risk
    at: Moment


class Step(Struct, frozen=True, kw_only=True):
    """Something that is done about it. `leader` looks by `due`, first promised for `first_due`, whether it helped."""

    number: int
    what: Ref
    mitigates: Much
    feasible: Much
    leader: str
    due: Day
    first_due: Day
    sign: Ref
    at: Moment
    looks: tuple[Look, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to look."""
        return not self.looks or self.looks[-1].risk == "too_early"


class Sharing(Struct, frozen=True):
    """It was shared with `to` (None: with everybody here), by `how`."""

    to: str | None
    how: Brought | None
    at: Moment


class Lesson(Struct, frozen=True, kw_only=True):
    """What stays with a learning wherever it stands. `lead` brings it to its lesson; `author` is whose reflection it is.
    `lesson` is what is passed on; of a test it is the result, and `verdict` what followed."""

    unit: str | None
    way: Way
    what: Ref
    began: Moment
    lead: str | None = None
    author: str | None = None
    about: str | None = None
    helped: tuple[str, ...] = ()
    hindered: tuple[str, ...] = ()
    how: Ref | None = None
    steps: tuple[Step, ...] = ()
    nothing_because: Ref | None = None
    prediction: Ref | None = None
    verdict: Verdict | None = None
    after: str | None = None
    lesson: Ref | None = None
    shared: tuple[Sharing, ...] = ()
    corrections: tuple[Correction, ...] = ()
    fallen: Fallen = ()

    def step(self, number: int) -> Step | None:
        return next((one for one in self.steps if one.number == number), None)

    @property
    def is_for_all(self) -> bool:
        """Whether it stands in the library."""
        return any(one.to is None for one in self.shared)


class Standing(Struct, frozen=True, kw_only=True):
    """What every state has: its lesson, and the moment (happened) it came to stand so."""

    lesson: Lesson
    since: Moment

    @property
    def unit(self) -> str | None:
        return self.lesson.unit

    @property
    def about(self) -> str | None:
        return self.lesson.about

    @property
    def began(self) -> Moment:
        return self.lesson.began


class Looking(Standing, frozen=True, kw_only=True):
    """What went wrong is looked at; its lesson is owed by `due`."""

    due: Day


class Trying(Standing, frozen=True, kw_only=True):
    """A change is tried; its result is looked at by `due`."""

    due: Day


class Learned(Standing, frozen=True, kw_only=True):
    """There is a lesson; what was chosen may still be followed up."""


class Kept(Standing, frozen=True, kw_only=True):
    """A reflection that its author alone reads."""


class Withdrawn(Standing, frozen=True, kw_only=True):
    """`why` lies there; nobody asks that of one's own reflection."""

    why: Ref | None


Known = Looking | Trying | Learned | Kept | Withdrawn
State = Nothing | Known


def kept_by(state: object) -> str | None:
    """Whose reflection it is, where nobody else reads it: never opened up, or taken back."""
    return state.lesson.author if isinstance(state, Kept | Withdrawn) else None
