"""What a look answers about measures: those of a place with their values and what these show, what happened there meanwhile,
the reviews, and which goals of its charter are truly measured."""

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from projections import charter_goals, run_chart
from projections.charter_goals import Measured
from projections.lives import Stint
from projections.marks import Happened, Mark, marks
from projections.measures import MeasureRow
from projections.panels import PanelRow
from projections.readings import ReadingRow, up_to
from projections.run_chart import Chart
from services.reader.views import Look
from workflows.kernel.moments import Day, Moment


class Gauged(Struct, frozen=True):
    """A measure, its values with the earliest first (those taken back among them), and their run chart."""

    measure: Stint[MeasureRow]
    rows: tuple[ReadingRow, ...]
    chart: Chart


class Results(Struct, frozen=True, kw_only=True):
    """`measures` are those in use, then those given up, each in the order they were added."""

    measures: tuple[Gauged, ...]
    panel: PanelRow | None
    marks: tuple[Mark, ...]
    goals: tuple[Measured, ...]

    @property
    def in_use(self) -> tuple[Gauged, ...]:
        return tuple(one for one in self.measures if one.measure.row.state == "active")


def _in_use(later: Stint[MeasureRow]) -> Stint[MeasureRow]:
    """A measure that brought older values with it, on a day of theirs: what became of it since says nothing about that day."""
    return replace(later, row=replace(later.row, state="active", why=None))


def results(look: Look, unit: str, day: Day, day_of: Callable[[Moment], Day], sees: Callable[[str], bool]) -> Results:
    """Of a unit ("" the hospital) on that day. `sees` says what is there for the reader at all."""
    added, later = look.measures([unit]), look.measures_added_later([unit])
    known = look.readings([one.stream for one in (*added, *later)])
    rows = {stream: up_to(found, day) for stream, found in known.items()}
    brought = [_in_use(one) for one in later if rows[one.stream]]
    measures = [one for one in (*added, *brought) if sees(one.stream)]
    standards = [one for one in look.standards(units=[unit]) if sees(one.stream)]
    happened = Happened(
        rounds=look.rounds(unit, ("held", "summarised")) if unit else (),
        barriers=[one for one in look.barriers(unit=unit, shelves=("settled",)) if sees(one.stream)],
        decisions=[one for one in look.decisions([unit]) if sees(one.stream)],
        standards=standards,
        places=[row for row in look.places() if row.slug in (unit, *look.before)] if unit else (),
    )
    return Results(
        measures=tuple(
            Gauged(one, rows[one.stream], run_chart.chart(one.row.gauge, rows[one.stream], day))
            for one in sorted(measures, key=lambda one: one.row.state == "retired")
        ),
        panel=look.panels([unit]).get(unit),
        marks=marks(happened, day_of),
        goals=charter_goals.measured(standards, measures, rows, day),
    )
