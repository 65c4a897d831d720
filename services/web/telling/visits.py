"""Rounds as people speak of them: when, with whom, how ready, how they stand."""

from msgspec import Struct

from projections.rounds import RoundsRow
from services.guidance import Guidance, Ready, readiness
from services.web.phrases import choice
from services.web.when import When
from services.wording import time_words
from services.wording.names import Names
from workflows.rounds.commands import Colour
from workflows.rounds.state import Visit

CHIPS = {"scheduled": "listed", "held": "in_work", "summarised": "closed", "not_held": "overdue"}
"""The state of the layout that a state of rounds is shown in."""

HELD: dict[Colour, str] = {"executive": "Held", "deputy": "Held with a deputy", "team": "Held by the team alone"}


class Prepared(Struct, frozen=True):
    """How far the preparation has come; `extra` are things noted as ready that are on no list."""

    things: tuple[Ready, ...]
    extra: tuple[str, ...]

    @property
    def ready(self) -> int:
        return sum(one.is_ready for one in self.things)

    @property
    def words(self) -> str:
        """So: "3 of 5 things ready"."""
        return f"{self.ready} of {len(self.things)} things ready"


def prepared(guidance: Guidance, visit: Visit) -> Prepared:
    things = readiness(guidance, visit)
    known = {one.what.key for one in things}
    return Prepared(things, tuple(item.capitalize() for item in visit.prepared if item not in known))


def day_and_time(visit: Visit) -> str:
    """So: "Thursday 3 July, 14:00"."""
    return time_words.weekday(visit.day) + (f", {visit.time}" if visit.time else "")


def company(row: RoundsRow, names: Names, looking: When) -> str:
    """So: "with Dana Cole, at night, first set for 2 Jul"; "for Dana Cole" where a deputy came."""
    visit, came = row.visit, "for" if row.colour == "deputy" else "with"
    said = [f"{came} {names.of(visit.partner) if visit.partner else 'the team'}", *manner(visit)]
    if visit.first_day != visit.day:
        said.append(f"first set for {time_words.short(visit.first_day, looking.day)}")
    return ", ".join(said)


def manner(visit: Visit) -> list[str]:
    """Only what is not the usual: patients instead of staff, another shift than by day."""
    whom = ["to patients and families"] if visit.kind == "patient" else []
    return [*whom, choice(visit.shift).lower()] if visit.shift not in (None, "day") else whom


def standing(row: RoundsRow, looking: When) -> str:
    """How they stand, in a few words."""
    match row.state:
        case "scheduled":
            return time_words.due(row.visit.day, looking.day).replace("due ", "") or "planned"
        case "held":
            return "Held, summary owed"
        case "not_held":
            return f"Not held: {choice(row.reason or 'other').lower()}"
        case "summarised":
            return HELD[row.colour or "team"]
        case "withdrawn":
            return "Taken back"
