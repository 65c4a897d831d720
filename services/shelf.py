"""The shelf of what helps: what every hospital finds (`config/resources.json`). What a hospital adds is attested and lapses
like all that is: the items `resource` and `contact` of the standards."""

from msgspec import Struct

from services import documents

RESOURCE, CONTACT = "resource", "contact"
"""Their items: a link of one's own, and somebody to ask."""


class Resource(Struct, frozen=True, forbid_unknown_fields=True):
    """What it is, where it is found, what it `helps` with, and who keeps it."""

    title: str
    url: str
    helps: str
    by: str


def resources() -> tuple[Resource, ...]:
    return documents.read("resources", tuple[Resource, ...])
