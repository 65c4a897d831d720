"""Where a measure can stand: active or retired. What stays with it is its `Gauge`, its values among it."""

from msgspec import Struct

from workflows.kernel.grammar import Correction, Ref
from workflows.kernel.moments import Moment
from workflows.kernel.noun import Nothing
from workflows.kernel.periods import Every
from workflows.measure.commands import Better, Kind


class Before(Struct, frozen=True):
    """What a value said until `at`: it stood for `period`."""

    period: str
    count: int | None
    of: int | None
    at: Moment


class Value(Struct, frozen=True, kw_only=True):
    """`count` of `of` in one `period`; days since have no number. `recorded` when it was entered, `was` what it said before.
    Of one that was taken back, why lies at `withdrawn`."""

    period: str
    count: int | None
    of: int | None
    recorded: Moment
    was: tuple[Before, ...] = ()
    withdrawn: Ref | None = None


class Target(Struct, frozen=True):
    """What is aimed for since then; None where nothing is."""

    goal: str | None
    since: Moment


class Gauge(Struct, frozen=True, kw_only=True):
    """What a measure is. `serves` is a goal of the charter; `targets` are what was ever aimed for, the last one counts."""

    unit: str | None
    title: Ref
    kind: Kind
    definition: Ref
    source: Ref
    owner: str
    every: Every
    better: Better
    per: int | None
    per_what: Ref | None
    serves: str | None
    registered: Moment
    targets: tuple[Target, ...]
    corrections: tuple[Correction, ...] = ()

    @property
    def goal(self) -> str | None:
        return self.targets[-1].goal


class Standing(Struct, frozen=True, kw_only=True):
    """What every state of a measure has. `values` stand in the order they were entered, those taken back among them."""

    gauge: Gauge
    since: Moment
    values: tuple[Value, ...] = ()

    @property
    def unit(self) -> str | None:
        return self.gauge.unit

    def value(self, period: str) -> Value | None:
        """What counts for that day, week or month."""
        return next((one for one in self.values if one.period == period and one.withdrawn is None), None)


class Active(Standing, frozen=True, kw_only=True):
    """It is recorded."""


class Retired(Standing, frozen=True, kw_only=True):
    """It was given up; why lies at `why`."""

    why: Ref


Known = Active | Retired
State = Nothing | Known
