"""Who owes what around a respect incident: the first response, then that it is addressed."""

from typing import assert_never

from workflows.kernel.ball import Ball
from workflows.kernel.noun import Nothing
from workflows.respect.state import Addressed, Ended, Incident, Reported, Responded, State, Weighed


def balls(state: State) -> tuple[Ball, ...]:
    match state:
        case Reported(incident=incident, due=due):
            return (Ball(incident.holder, "respond", incident.voice, state.since, due, due, why=_climbed(incident)),)
        case Responded(incident=incident, due=due) | Weighed(incident=incident, due=due):
            why = _climbed(incident) or ("recurred" if incident.recurred else None)
            return (Ball(incident.holder, "address", incident.voice, state.since, due, due, why=why),)
        case Nothing() | Addressed() | Ended():
            return ()
        case _:
            assert_never(state)


def _climbed(incident: Incident) -> str | None:
    return "climbed" if incident.below else None
