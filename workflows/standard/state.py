"""Where a standard can stand. What stays with it whichever way it stands is a `Standard`."""

from msgspec import Struct

from workflows.kernel.ball import Fallen
from workflows.kernel.grammar import Correction, Ref
from workflows.kernel.moments import Day, Moment, utc_day
from workflows.kernel.noun import Nothing
from workflows.standard.commands import Says


class Attestation(Struct, frozen=True, kw_only=True):
    """What was said when it was attested, `by` whom (None: not on record) and when; `looked` are the words of the last
    renewal. Who renews it is its `owner`, else its `keeper`."""

    words: Ref | None
    more: Ref | None
    marks: tuple[str, ...]
    owner: str | None
    keeper: str
    day: Day | None
    evidence: tuple[str, ...]
    by: str | None
    at: Moment
    looked: Ref | None = None

    @property
    def renewer(self) -> str:
        return self.owner or self.keeper


class Showing(Struct, frozen=True):
    """It was shown to `to`; what they said to it then, as far as they did."""

    to: str
    at: Moment
    says: Says | None = None
    words: Ref | None = None


class Meeting(Struct, frozen=True):
    """What was expected has come."""

    came: Day
    outcome: Ref


class Standard(Struct, frozen=True, kw_only=True):
    """What stays: of which item, for whom; what was said when it was last attested, and what is on record besides. It was
    first spoken of at `began`. `few`: its words are not for everybody who reads the unit."""

    item: str
    unit: str | None
    person: str | None
    of: str | None
    few: bool
    began: Moment
    said: Attestation | None = None
    attested: int = 0
    shown: tuple[Showing, ...] = ()
    activated: Moment | None = None
    activated_why: Ref | None = None
    used: tuple[Ref, ...] = ()
    met: Meeting | None = None
    corrections: tuple[Correction, ...] = ()
    fallen: Fallen = ()

    @property
    def was_expected(self) -> bool:
        """Whether it was put on record before it came."""
        return self.met is None or utc_day(self.began) < self.met.came


class Standing(Struct, frozen=True, kw_only=True):
    """It has stood so `since`."""

    standard: Standard
    since: Moment

    @property
    def unit(self) -> str | None:
        return self.standard.unit

    @property
    def began(self) -> Moment:
        return self.standard.began


class InPlace(Standing, frozen=True, kw_only=True):
    """Attested. `asked` is why it is to be renewed now, by `renew_by`: its time is coming, or somebody new has come."""

    said: Attestation
    renew_by: Day | None
    asked: str | None = None
    asked_at: Moment = 0


class Gap(Standing, frozen=True, kw_only=True):
    """Not in place yet; `owner` sees to it by `due`, moved `moves` times since `first_due`."""

    owner: str
    due: Day
    first_due: Day
    why: Ref | None
    moves: int = 0


class Lapsed(Standing, frozen=True, kw_only=True):
    """Attested once, and not renewed by `due`."""

    said: Attestation
    due: Day


class SetAside(Standing, frozen=True, kw_only=True):
    """By a waiver. `before`: how it stood then, and stands again when the waiver is over."""

    waiver: str
    before: "Gap | Lapsed | Absent"


class Absent(Standing, frozen=True, kw_only=True):
    """Nothing is in place, and nobody sees to it: it was withdrawn, or its waiver is over."""

    why: Ref | None = None


Known = InPlace | Gap | Lapsed | SetAside | Absent
State = Nothing | Known
