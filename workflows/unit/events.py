"""What can have happened to a unit."""

from typing import Literal, get_args

from workflows.kernel import staffing
from workflows.kernel.grammar import Event, Text
from workflows.kernel.practices import Practice
from workflows.unit.commands import Told


class Opened(Event, frozen=True, kw_only=True):
    NAME = "unit.opened"

    unit: str
    name: str


class Renamed(Event, frozen=True, kw_only=True):
    NAME = "unit.renamed"

    name: str


class Closed(Event, frozen=True, kw_only=True):
    NAME = "unit.closed"


class WentOnAs(Event, frozen=True, kw_only=True):
    """Merged into one unit, or split into several; `since` is the first day of it."""

    NAME = "unit.went_on_as"

    into: tuple[str, ...]
    since: str


class TookOver(Event, frozen=True, kw_only=True):
    """It goes on with what was `unit`, or a part of it, from `since` on: said with `WentOnAs`, so that both logs are whole."""

    NAME = "unit.took_over"

    unit: str
    since: str


class GaveBack(Event, frozen=True, kw_only=True):
    """It goes on with what was `unit` no longer."""

    NAME = "unit.gave_back"

    unit: str


class Reopened(Event, frozen=True, kw_only=True):
    NAME = "unit.reopened"


class RoleGiven(staffing.RoleGiven, frozen=True, kw_only=True):
    NAME = "unit.role_given"


class RoleEnded(staffing.RoleEnded, frozen=True, kw_only=True):
    NAME = "unit.role_ended"


class Deputised(staffing.Deputised, frozen=True, kw_only=True):
    NAME = "unit.deputised"


class DeputyEnded(staffing.DeputyEnded, frozen=True, kw_only=True):
    NAME = "unit.deputy_ended"


class JoinedTeam(Event, frozen=True, kw_only=True):
    NAME = "unit.joined_team"

    person: str
    discipline: str
    since: str


class LeftTeam(Event, frozen=True, kw_only=True):
    NAME = "unit.left_team"

    person: str


class LeaderRecognised(Event, frozen=True, kw_only=True):
    NAME = "unit.leader_recognised"

    person: str
    what: Text


class RecognitionWithdrawn(Event, frozen=True, kw_only=True):
    NAME = "unit.recognition_withdrawn"

    person: str


class PracticeAdopted(Event, frozen=True, kw_only=True):
    NAME = "unit.practice_adopted"

    practice: Practice
    since: str


class PracticeEnded(Event, frozen=True, kw_only=True):
    """Not in use from `since` on."""

    NAME = "unit.practice_ended"

    practice: Practice
    since: str


class CommitmentCounted(Event, frozen=True, kw_only=True):
    """At least so many cards are in, of all that were dealt."""

    NAME = "unit.commitment_counted"

    at_least: int
    of: int


class Asked(Event, frozen=True, kw_only=True):
    """Its people are asked, alone or with others: said with what opened `survey`, of each unit that is asked."""

    NAME = "unit.asked"

    survey: str
    instrument: str


class SurveyEntered(Event, frozen=True, kw_only=True):
    """What people said in a past survey, counted elsewhere, lies sealed under `digest`, and how many they were."""

    NAME = "unit.survey_entered"

    instrument: str
    version: int
    instrument_digest: str
    closed: str
    told: Told
    digest: str


class SurveyTakenBack(Event, frozen=True, kw_only=True):
    NAME = "unit.survey_taken_back"

    instrument: str
    closed: str
    reason: Text


class Corrected(Event, frozen=True, kw_only=True):
    NAME = "unit.corrected"

    field: Literal["name"]
    was: str
    now: str


Happened = (
    Opened
    | Renamed
    | Closed
    | WentOnAs
    | TookOver
    | GaveBack
    | Reopened
    | RoleGiven
    | RoleEnded
    | Deputised
    | DeputyEnded
    | JoinedTeam
    | LeftTeam
    | LeaderRecognised
    | RecognitionWithdrawn
    | PracticeAdopted
    | PracticeEnded
    | CommitmentCounted
    | Asked
    | SurveyEntered
    | SurveyTakenBack
    | Corrected
)

ALL: tuple[type[Event], ...] = get_args(Happened)
