"""Which rounds were due, held, not held? One row per visit, those that did not take place among them."""

from collections.abc import Mapping
from typing import Literal

from projections.lives import Projection, Row, Scene, Was, since
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Day, Moment
from workflows.rounds.commands import Colour, Reason
from workflows.rounds.state import Held, Known, NotHeld, Scheduled, Summarised, Visit, Withdrawn

RoundsState = Literal["scheduled", "held", "summarised", "not_held", "withdrawn"]

_STATES: Mapping[type, RoundsState] = {
    Scheduled: "scheduled",
    Held: "held",
    Summarised: "summarised",
    NotHeld: "not_held",
    Withdrawn: "withdrawn",
}
SHELVES: tuple[RoundsState, ...] = tuple(_STATES.values())
HELD = ("held", "summarised")
"""The shelves of rounds that took place."""


class RoundsRow(Row, frozen=True, kw_only=True):
    """`visit` is what stays with rounds: day, partner, what is prepared, what was seen. `reason` says why they were not
    held."""

    state: RoundsState
    since: Moment
    visit: Visit
    attendees: tuple[str, ...] = ()
    colour: Colour | None = None
    none_raised: bool = False
    summary_due: Day | None = None
    summary: Ref | None = None
    thanks: Ref | None = None
    priorities: tuple[str, ...] = ()
    reason: Reason | None = None
    note: Ref | None = None

    @property
    def unit(self) -> str:
        return self.visit.unit

    @property
    def shelf(self) -> RoundsState:
        return self.state


def fold(was: Was, scene: Scene) -> Mapping[str, Row]:
    standing = scene.state
    return {"": _row(was, standing, scene)} if isinstance(standing, Known) else {}


def _row(was: Was, standing: Known, scene: Scene) -> RoundsRow:
    state = _STATES[type(standing)]
    began, visit = since(was, state, scene), standing.visit
    match standing:
        case Held(attendees=attendees, colour=colour, none_raised=none, summary_due=due):
            return RoundsRow(
                state=state,
                since=began,
                visit=visit,
                attendees=attendees,
                colour=colour,
                none_raised=none,
                summary_due=due,
            )
        case Summarised():
            return _summarised(standing, began)
        case NotHeld(reason=reason, note=note):
            return RoundsRow(state=state, since=began, visit=visit, reason=reason, note=note)
        case _:
            return RoundsRow(state=state, since=began, visit=visit)


def _summarised(standing: Summarised, began: Moment) -> RoundsRow:
    return RoundsRow(
        state="summarised",
        since=began,
        visit=standing.visit,
        attendees=standing.attendees,
        colour=standing.colour,
        none_raised=standing.none_raised,
        summary=standing.summary,
        thanks=standing.thanks,
        priorities=standing.priorities,
    )


ROUNDS = Projection(
    name="rounds", row=RoundsRow, fold=fold, nouns=frozenset({"rounds"}), filters=(("unit", "shelf"),), followed=True
)
