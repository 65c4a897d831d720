"""Who speaks, do they bring a solution, and do they hear back? One row per voice, by what kind of speaker it says it is."""

from collections.abc import Mapping
from typing import Literal

from projections.answers import Shelf, state_of
from projections.lives import Projection, Row, Scene, Was
from workflows.concern.state import Answered, Delivered, Ended, Owed
from workflows.kernel.moments import utc_day
from workflows.kernel.months import Month, month_of
from workflows.kernel.words import Who

Solution = Literal["offered", "none"]


class VoicedRow(Row, frozen=True, kw_only=True):
    unit: str
    month: Month
    who: Who
    language: str
    """That it spoke, or was asked for; "" where none was said."""
    solution: Solution
    state: Shelf


def fold(_: Was, scene: Scene) -> Mapping[str, Row]:
    """A thank-you brings no solution and asks for none."""
    match scene.state:
        case Owed(voice=voice) | Answered(voice=voice) | Delivered(voice=voice) | Ended(voice=voice) if (
            voice.kind != "thanks"
        ):
            return {
                "": VoicedRow(
                    unit="-" if voice.is_restricted else voice.unit or "",
                    month=month_of(utc_day(voice.raised)),
                    who=voice.who,
                    language=voice.language or "",
                    solution="none" if voice.idea is None else "offered",
                    state=state_of(scene.state),
                )
            }
        case _:
            return {}


VOICED = Projection(
    name="voiced",
    row=VoicedRow,
    fold=fold,
    nouns=frozenset({"concern"}),
    filters=(("unit", "month", "who", "language", "solution", "state"),),
)
