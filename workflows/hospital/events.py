"""What can have happened to the hospital."""

from typing import Literal, get_args

from workflows.kernel import staffing
from workflows.kernel.grammar import Event, Text


class Opened(Event, frozen=True, kw_only=True):
    NAME = "hospital.opened"

    slug: str
    name: str
    zone: str


class Renamed(Event, frozen=True, kw_only=True):
    NAME = "hospital.renamed"

    name: str


class TermsAdopted(Event, frozen=True, kw_only=True):
    """`digest` is the SHA-256 of the whole validated document, kept as an attachment."""

    NAME = "terms.adopted"

    digest: str


class StandardsAdopted(Event, frozen=True, kw_only=True):
    """`digest` is the SHA-256 of the whole validated document, kept as an attachment."""

    NAME = "standards.adopted"

    digest: str


class SettingAdopted(Event, frozen=True, kw_only=True):
    """`digest` is the SHA-256 of the whole validated document, kept as an attachment."""

    NAME = "setting.adopted"

    setting: str
    digest: str
    reason: Text


class InstrumentPublished(Event, frozen=True, kw_only=True):
    """`digest` is the SHA-256 of the whole checked document, kept as an attachment; it is never published anew under the same
    version. `respect`: whether an item asks about disrespect or harm."""

    NAME = "instrument.published"

    instrument: str
    version: int
    digest: str
    respect: bool


class RoleGiven(staffing.RoleGiven, frozen=True, kw_only=True):
    NAME = "role.given"


class RoleEnded(staffing.RoleEnded, frozen=True, kw_only=True):
    NAME = "role.ended"


class Deputised(staffing.Deputised, frozen=True, kw_only=True):
    NAME = "hospital.deputised"


class DeputyEnded(staffing.DeputyEnded, frozen=True, kw_only=True):
    NAME = "hospital.deputy_ended"


class SurveyorReceived(Event, frozen=True, kw_only=True):
    """Until a moment, µs UTC; it ends by itself."""

    NAME = "hospital.surveyor_received"

    person: str
    until: int


class SurveyorLeft(Event, frozen=True, kw_only=True):
    """Before that."""

    NAME = "hospital.surveyor_left"

    person: str


class Paused(Event, frozen=True, kw_only=True):
    """Both days included."""

    NAME = "hospital.paused"

    since: str
    until: str
    reason: Text


class PauseEnded(Event, frozen=True, kw_only=True):
    """The pause that began on `since` lasted until that day; one that ends before it began never was."""

    NAME = "hospital.pause_ended"

    since: str
    until: str


class Corrected(Event, frozen=True, kw_only=True):
    NAME = "hospital.corrected"

    field: Literal["name", "zone"]
    was: str
    now: str


Happened = (
    Opened
    | Renamed
    | TermsAdopted
    | StandardsAdopted
    | SettingAdopted
    | InstrumentPublished
    | RoleGiven
    | RoleEnded
    | Deputised
    | DeputyEnded
    | SurveyorReceived
    | SurveyorLeft
    | Paused
    | PauseEnded
    | Corrected
)

ALL: tuple[type[Event], ...] = get_args(Happened)
