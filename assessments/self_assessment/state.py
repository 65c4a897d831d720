"""Where a self-assessment can stand: sealed, open, published, or taken back."""

from msgspec import Struct

from assessments.maturity import ComponentKey, Domain, Profile, Rating, anchors
from workflows.kernel.grammar import Correction, Ref
from workflows.kernel.moments import Day, Moment
from workflows.kernel.noun import Nothing


class Setting(Struct, frozen=True, kw_only=True):
    """What stays with it: of `unit` or (None) the hospital; who rates, who leads the meeting, until when; who handed in."""

    unit: str | None
    raters: tuple[str, ...]
    facilitator: str
    closes: Day
    domains: tuple[Domain, ...]
    anchors: int
    opened: Moment
    handed: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """Who has not handed in."""
        return tuple(one for one in self.raters if one not in self.handed)

    @property
    def components(self) -> tuple[ComponentKey, ...]:
        """What is rated, leadership first."""
        return tuple(key for key, one in anchors().components.items() if one.domain in self.domains)


class Agreement(Struct, frozen=True, kw_only=True):
    """What the raters came to on one component, and by what it is met."""

    component: ComponentKey
    rating: Rating
    met: tuple[str, ...]
    note: Ref | None
    evidence: tuple[str, ...]
    at: Moment


class Dissent(Struct, frozen=True, kw_only=True):
    component: ComponentKey
    rater: str
    rating: Rating
    why: Ref
    at: Moment


class Standing(Struct, frozen=True, kw_only=True):
    """What every state has, and the moment (happened) it came to stand so."""

    setting: Setting
    since: Moment

    @property
    def unit(self) -> str | None:
        return self.setting.unit


class Sealed(Standing, frozen=True, kw_only=True):
    """Each rates alone; nobody sees anything."""


class Opened(Standing, frozen=True, kw_only=True):
    """The ratings are open, and those who rate come to their answers."""

    agreed: tuple[Agreement, ...] = ()
    dissents: tuple[Dissent, ...] = ()
    corrections: tuple[Correction, ...] = ()

    def agreement(self, component: str) -> Agreement | None:
        return next((one for one in self.agreed if one.component == component), None)

    def dissent(self, component: str, rater: str | None) -> Dissent | None:
        return next((one for one in self.dissents if (one.component, one.rater) == (component, rater)), None)

    @property
    def profile(self) -> Profile:
        return {one.component: one.rating for one in self.agreed}

    @property
    def undecided(self) -> tuple[ComponentKey, ...]:
        return tuple(key for key in self.setting.components if key not in self.profile)


class Published(Opened, frozen=True, kw_only=True):
    """Everybody here sees what was agreed."""


class Withdrawn(Standing, frozen=True, kw_only=True):
    why: Ref


Known = Sealed | Opened | Published | Withdrawn
State = Nothing | Known
