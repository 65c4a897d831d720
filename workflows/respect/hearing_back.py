"""What whoever reported an incident hears of it: that it was read, the first response, and that it was addressed. Never what
was found or done, and nothing of anybody else."""

from typing import Literal

from msgspec import Struct

from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Day, Moment
from workflows.respect.state import Addressed, Ended, Known, Reported

Stage = Literal["waiting", "answered", "addressed", "withdrawn"]


class HeardBack(Struct, frozen=True, kw_only=True):
    """`due` is the day of the first response as long as it is waited for, `answer` where its words lie."""

    stage: Stage
    reported: Moment
    due: Day | None
    answer: Ref | None
    responded: Moment | None


def heard_back(state: Known) -> HeardBack:
    incident = state.incident
    return HeardBack(
        stage=_stage(state),
        reported=incident.reported,
        due=state.due if isinstance(state, Reported) else None,
        answer=incident.answer,
        responded=incident.responded,
    )


def _stage(state: Known) -> Stage:
    """What was addressed once stays so for its reporter: that it happened again may be news of somebody else."""
    if isinstance(state, Ended) and state.how == "withdrawn":
        return "withdrawn"
    if isinstance(state, Addressed | Ended) or state.incident.recurred:
        return "addressed"
    return "waiting" if isinstance(state, Reported) else "answered"
