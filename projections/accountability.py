"""Who held which ball, and for how long? One row for each stint in which a ball lay unchanged with one holder.

Read from balls alone, so a new noun needs no line here. What a person owes now (`my_desk`) and what falls due (`due_list`) are
questions to the same rows: those whose stint is still open.
"""

from collections.abc import Mapping

from projections.lives import Projection, Row, Scene, Was
from workflows.kernel.ball import Ball, Owes
from workflows.kernel.ids import noun_of
from workflows.kernel.moments import Day, Moment


class Holding(Row, frozen=True, kw_only=True):
    """`holder` owes `owes` to `to` since `since`, without a break; waiting for `waiting_on` where that is set. A change of
    `due` or of what is waited for begins a new stint, not a new `since`. `event` brought it about (`barrier.returned`),
    `why` is the noun's own reason key. `unit` is "" for what is hospital-wide."""

    noun: str
    unit: str
    holder: str
    owes: Owes
    to: str | None
    since: Moment
    due: Day | None
    first_due: Day | None
    waiting_on: str | None
    why: str | None
    event: str

    def same_as(self, ball: Ball, unit: str) -> bool:
        """Whether the ball still lies as this row says."""
        return (
            self.due == ball.due
            and self.waiting_on == ball.waiting_on
            and self.why == ball.why
            and self.first_due == ball.first_due
            and self.unit == unit
        )


def fold(was: Was, scene: Scene) -> Mapping[str, Row]:
    unit = scene.state.unit or ""
    return {name: _held(was, name, ball, unit, scene) for name, ball in _named(scene.balls)}


def _named(balls: tuple[Ball, ...]) -> list[tuple[str, Ball]]:
    """One holder can owe the same thing once a turn."""
    return [
        (f"{ball.owes}|{ball.to or ''}|{ball.holder}" + (f"|{ball.turn}" if ball.turn else ""), ball) for ball in balls
    ]


def _held(was: Was, name: str, ball: Ball, unit: str, scene: Scene) -> Row:
    before = was.get(name)
    if before is not None and before.row.same_as(ball, unit):
        return before.row  # type: ignore[no-any-return] # rows of this projection are Holdings
    return Holding(
        noun=noun_of(scene.stream),
        unit=unit,
        holder=ball.holder,
        owes=ball.owes,
        to=ball.to,
        since=scene.moment if before is None else before.row.since,
        due=ball.due,
        first_due=ball.first_due,
        waiting_on=ball.waiting_on,
        why=ball.why,
        event=scene.fact.head.name,
    )


ACCOUNTABILITY = Projection(name="accountability", row=Holding, fold=fold, filters=(("unit",), ("holder",)))
