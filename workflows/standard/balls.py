"""Who owes what of a standard: its gap is filled by its owner, and it is renewed when that is asked."""

from workflows.kernel.ball import Ball
from workflows.kernel.noun import Nothing
from workflows.standard.state import Absent, Gap, InPlace, Lapsed, SetAside, State


def balls(state: State) -> tuple[Ball, ...]:
    match state:
        case Gap(owner=owner, due=due, first_due=first):
            return (Ball(owner, "fill", _asker(state.unit), state.since, due, first),)
        case InPlace(said=said, renew_by=due, asked=str(why)):
            return (Ball(said.renewer, "renew", _asker(state.unit), state.asked_at, due, why=why),)
        case Lapsed(said=said, due=due):
            return (Ball(said.renewer, "renew", _asker(state.unit), state.since, due, why="lapsed"),)
        case Nothing() | InPlace() | SetAside() | Absent():
            return ()


def _asker(unit: str | None) -> str | None:
    return None if unit is None else f"unit-{unit}"
