"""Who owes what of a self-assessment: each rater their ratings, then the answers of all by whoever leads the meeting."""

from collections.abc import Iterator

from assessments.self_assessment.state import Opened, Published, Sealed, State
from workflows.kernel.ball import Ball
from workflows.kernel.noun import Nothing


def balls(state: State) -> tuple[Ball, ...]:
    return () if isinstance(state, Nothing) else tuple(_owed(state))


def _owed(state: State) -> Iterator[Ball]:
    match state:
        case Sealed(setting=setting):
            for rater in setting.missing:
                yield Ball(
                    rater, "assess", setting.facilitator, state.since, setting.closes, setting.closes, turn=rater
                )
        case Opened(setting=setting) if not isinstance(state, Published):
            yield Ball(setting.facilitator, "conclude", _for(setting.unit), state.since)
        case _:
            return


def _for(unit: str | None) -> str | None:
    return None if unit is None else f"unit-{unit}"
