"""Who owes what of a standard: its gap is filled by its owner, and it is renewed when that is asked. One's own word nobody
owes: it lapses, and is given again by whoever still means it."""

from workflows.kernel.ball import Ball
from workflows.kernel.noun import Nothing
from workflows.standard.state import Absent, Gap, InPlace, Lapsed, SetAside, State


def balls(state: State) -> tuple[Ball, ...]:
    match state:
        case Gap(owner=owner, due=due, first_due=first):
            return (Ball(owner, "fill", _asker(state.unit), state.since, due, first),)
        case InPlace(standard=standard, said=said) | Lapsed(standard=standard, said=said) if (
            said.renewer == standard.person
        ):
            return ()
        case InPlace(said=said, renew_by=due, asked=str(why)):
            return (Ball(said.renewer, "renew", _asker(state.unit), state.asked_at, due, why=why),)
        case Lapsed(said=said, due=due):
            return (Ball(said.renewer, "renew", _asker(state.unit), state.since, due, why="lapsed"),)
        case Nothing() | InPlace() | SetAside() | Absent():
            return ()


def _asker(unit: str | None) -> str | None:
    return None if unit is None else f"unit-{unit}"
