"""A year of rounds in one unit: the months, the quotas of nights and weekends, the figures."""

from msgspec import Struct

from projections.cadence import Kept, Quota, Standing
from projections.rounds_figures import RoundsFigures
from services.api.shapes.part import Part, part
from services.reader.rounding import Year
from workflows.rounds.commands import Colour, Kind, Shift


class RoundsMonth(Struct, frozen=True, kw_only=True):
    """How a month stands: who came at best; *late* is in its days of grace; *not held* has a reason on record, *missed* has
    none; *not adopted* is neither. So many `held`, of so many `asked` for."""

    month: str
    kind: Kind
    standing: Standing
    held: int
    asked: int


class RoundsQuota(Struct, frozen=True, kw_only=True):
    """A quarter from its first month: rounds held on that shift, of so many asked for. `over` when it is past."""

    shift: Shift
    first: str
    held: int
    asked: int
    over: bool


class RoundsOnShift(Struct, frozen=True, kw_only=True):
    """How many rounds were held of that kind on that shift; null where nobody was asked for the shift."""

    kind: Kind
    shift: Shift | None
    held: int


class RoundsCounted(Struct, frozen=True, kw_only=True):
    """Figures of twelve months. `due` are rounds that are over, `not_held` those with a reason. `providers` are people, all
    other parts are rounds, but for `reviewed` (issues that were open then) and `easy` (issues solved and weighed)."""

    due: int
    not_held: int
    held: tuple[RoundsOnShift, ...]
    executive: int
    deputy: int
    team: int
    interactive: Part
    pre_briefed: Part
    providers: Part
    guided: Part
    issues: Part
    brought_before: int
    reviewed: Part
    easy: Part


def month(kind: Kind, kept: Kept) -> RoundsMonth:
    return RoundsMonth(month=kept.month, kind=kind, standing=kept.standing, held=kept.held, asked=kept.asked)


def quota(one: Quota) -> RoundsQuota:
    return RoundsQuota(shift=one.shift, first=one.first, held=one.held, asked=one.asked, over=one.over)


def counted(year: Year) -> RoundsCounted:
    found = year.figures
    came: dict[Colour, int] = dict(found.came)
    return RoundsCounted(
        due=found.due,
        not_held=found.not_held,
        held=tuple(_on_shift(found)),
        executive=came["executive"],
        deputy=came["deputy"],
        team=came["team"],
        interactive=part(found.interactive),
        pre_briefed=part(found.pre_briefed),
        providers=part(found.providers),
        guided=part(found.guided),
        issues=part(found.issues),
        brought_before=found.brought_before,
        reviewed=part(found.reviewed),
        easy=part(year.easy),
    )


def _on_shift(found: RoundsFigures) -> list[RoundsOnShift]:
    return [
        RoundsOnShift(kind=kind, shift=shift, held=count)
        for kind, shifts in found.held.items()
        for shift, count in shifts.items()
    ]
