"""Where things are: addresses of streams in paths."""

import re

from services.api import documented
from services.api.problems import unknown
from services.api.seams import Doc
from workflows.kernel.ids import SLUG, TAIL, is_id, is_slug, noun_of

ROOT = "/api/v1"
_HOLDER = r"^(me|(person|role|party|unit)-[a-z0-9-]{1,60})$"
_READ_AT = {
    "unit": "/units/{0}/board",
    "concern": "/concerns/{0}",
    "issue": "/issues/{0}",
    "barrier": "/barriers/{0}",
    "rounds": "/rounds/{0}",
    "grievance": "/grievances/{0}",
    "decision": "/decisions/{0}",
    "respect": "/incidents/{0}",
    "standard": "/standards/{0}",
    "measure": "/measures/{0}",
    "learning": "/learnings/{0}",
}


def address_of(noun: str, begins: bool) -> tuple[list[str], list[Doc]]:
    """What stands between noun and verb in a command's path, and its documentation."""
    if begins or noun == "hospital":
        return [], []
    return [f"<string:{noun}>"], [parameter(noun)]


def parameter(noun: str) -> Doc:
    """The part of a path that names one of a noun."""
    if noun == "unit":
        return documented.path(noun, f"^{SLUG}$", "The unit's slug.")
    if noun == "register":
        return documented.path(noun, "^[a-z][a-z_]{1,59}$", "The key of the register.")
    if noun == "holder":
        return documented.path(noun, _HOLDER, "`me`, or the id of a holder.")
    return documented.path(noun, f"^{noun}-{TAIL}$", f"The id of the {noun}.")


def stream_of(noun: str, sent: str | None) -> str:
    """The stream an address means. What is no id of that noun is not there."""
    if noun == "hospital":
        return "hospital"
    stream = f"unit-{sent}" if noun == "unit" and is_slug(sent or "") else sent or ""
    if not is_id(stream, noun):
        raise unknown(noun)
    return stream


def holder_of(sent: str) -> str:
    """A holder's id as it was sent. What is none is not there."""
    if not re.fullmatch(_HOLDER, sent, re.ASCII):
        raise unknown("holder")
    return sent


def location_of(stream: str) -> str | None:
    """Where a stream can be read."""
    noun = noun_of(stream)
    where = _READ_AT.get(noun)
    return where and ROOT + where.format(stream.removeprefix("unit-"))
