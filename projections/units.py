"""Which units are there, what are they called, who has which role in them? One row per unit, and one for the hospital."""

from collections.abc import Mapping

from projections.lives import Projection, Row, Scene, Was
from workflows.hospital import state as hospital
from workflows.kernel.deputies import Deputy
from workflows.kernel.grammar import Correction
from workflows.kernel.moments import Day, Moment
from workflows.kernel.noun import Nothing
from workflows.kernel.pauses import Pause
from workflows.kernel.practices import Adoption, Practice, adopted
from workflows.kernel.roles import Held, in_role
from workflows.unit import state as unit

HOSPITAL = ""
"""What stands for the hospital where a unit's slug is asked for."""


class UnitRow(Row, frozen=True, kw_only=True):
    """`slug` is "" for the hospital. `number` is the position of its first fact, `recorded` when that was recorded: before,
    nothing was known here."""

    slug: str
    name: str
    is_open: bool
    roles: tuple[Held, ...]
    number: int
    recorded: Moment
    zone: str | None = None
    corrections: tuple[Correction, ...] = ()
    deputies: tuple[Deputy, ...] = ()
    team: tuple[unit.Seat, ...] = ()
    leaders: tuple[unit.Recognised, ...] = ()
    pauses: tuple[Pause, ...] = ()
    terms: str | None = None
    practices: tuple[Adoption, ...] = ()
    committed: unit.Committed | None = None
    called: tuple[unit.Called, ...] = ()
    succession: unit.Succession | None = None
    past_surveys: tuple[unit.PastSurvey, ...] = ()

    @property
    def shelf(self) -> str:
        """All units stand on one: there are few."""
        return "unit" if self.slug else "hospital"

    def in_role(self, role: str) -> tuple[str, ...]:
        """The persons who hold `role` here, longest first."""
        return in_role(self.roles, role)

    def adopted(self, practice: Practice, day: Day) -> bool:
        """Whether the unit had taken it up by that day. What it had not is never missed."""
        return adopted(self.practices, practice, day)


def fold(was: Was, scene: Scene) -> Mapping[str, Row]:
    known: unit.Known | hospital.Known | Nothing = scene.state
    if isinstance(known, Nothing):
        return {}
    before = was.get("")
    recorded: Moment = scene.fact.at if before is None else before.row.recorded
    return {"": _row(known, scene.number, recorded)}


def _row(known: unit.Known | hospital.Known, number: int, recorded: Moment) -> UnitRow:
    here = known if isinstance(known, unit.Known) else None
    terms = known.in_force("terms") if isinstance(known, hospital.Known) else None
    return UnitRow(
        slug=here.unit if here else HOSPITAL,
        name=known.name,
        is_open=here.is_open if here else True,
        roles=known.roles,
        deputies=known.deputies,
        practices=here.practices if here else (),
        committed=here.committed if here else None,
        number=number,
        recorded=recorded,
        zone=known.zone if isinstance(known, hospital.Known) else None,
        corrections=known.corrections,
        team=here.team if here else (),
        leaders=here.leaders if here else (),
        called=here.called if here else (),
        succession=here.succession if here else None,
        past_surveys=here.past_surveys if here else (),
        pauses=known.pauses if isinstance(known, hospital.Known) else (),
        terms=terms.digest if terms else None,
    )


UNITS = Projection(name="units", row=UnitRow, fold=fold, nouns=frozenset({"unit", "hospital"}), filters=(("shelf",),))
