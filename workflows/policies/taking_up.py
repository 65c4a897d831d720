"""What of a fact says that a unit took a practice up, or that it is over: what returns again and again follows from that."""

from msgspec import Struct

from workflows.kernel.grammar import Fact
from workflows.kernel.moments import Day, utc_day
from workflows.kernel.policy import Seen
from workflows.kernel.practices import Practice, in_use
from workflows.unit import events as u


class TakenUp(Struct, frozen=True):
    """From that day on; a unit that opens again goes on with what it had taken up."""

    unit: str
    since: Day


class Over(Struct, frozen=True):
    """Set aside, or the unit closed."""

    unit: str


def turn(fact: Fact, seen: Seen, practice: Practice) -> TakenUp | Over | None:
    """None for what says nothing of the practice."""
    match fact.event:
        case u.PracticeAdopted(practice=taken, since=since) if taken == practice:
            return TakenUp(seen.state(fact.stream).unit, since)
        case u.PracticeEnded(practice=left) if left == practice:
            return Over(seen.state(fact.stream).unit)
        case u.Closed():
            return Over(seen.state(fact.stream).unit)
        case u.Reopened():
            here = seen.state(fact.stream)
            taken_up = in_use(here.practices, practice)
            return TakenUp(here.unit, max(utc_day(fact.happened), taken_up.since)) if taken_up else None
        case _:
            return None
