"""It was said, shown, put right."""

from workflows.concern.commands import Kind, Part, Plain, Speaker
from workflows.kernel import correcting
from workflows.kernel.grammar import Event, Text
from workflows.kernel.words import Came, Source, Who


class Raised(Event, frozen=True, kw_only=True):
    """`unit` is None where it is about no unit, or nobody is sure which."""

    NAME = "concern.raised"
    V = 2

    unit: str | None
    kind: Kind
    what: Text
    idea: Text | None
    source: Source
    speaker: Speaker
    urgent: bool
    rounds: str | None
    due: str
    who: Who
    for_another: bool
    language: str | None
    came: Came
    contact: Text | None


class PhotoAdded(Event, frozen=True, kw_only=True):
    """`photo` is the digest of the sealed picture among the attachments, `key` what opens it."""

    NAME = "concern.photo_added"

    photo: str
    key: str
    shows: Text | None


class Corrected(correcting.Corrected, frozen=True, kw_only=True):
    NAME = "concern.corrected"

    part: Part | None
    field: Plain | None
