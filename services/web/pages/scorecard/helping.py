"""What helps beside a figure that is weak: links of the shelf, and whom to ask here."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from assessments.scorecard import ResponsibilityKey, Verdict
from projections.lives import Stint
from projections.standards import StandardRow
from services import shelf
from services.reader.quarters import Carried
from services.web.visit import Visit

HELPS: Mapping[ResponsibilityKey, str] = {
    "learning": "learning",
    "safety": "rounds",
    "trust": "respect",
    "alignment": "safety_culture",
}
"""Which part of the shelf helps with a responsibility."""
SAID: frozenset[Verdict] = frozenset({"certain", "met", "not_met"})


class Help(Struct, frozen=True):
    """Links by title, and the names of those who can be asked."""

    links: tuple[tuple[str, str], ...]
    asks: str


def beside(visit: Visit, one: Carried, contacts: Sequence[Stint[StandardRow]]) -> Help | None:
    """None where the last thing that could be said is that it was met, and where nothing could be said."""
    said = [verdict for verdict in one.course.verdicts if verdict in SAID]
    if not said or said[-1] != "not_met":
        return None
    wanted = HELPS[one.key]
    links = tuple((each.title, each.url) for each in shelf.resources() if each.helps == wanted)
    general = tuple((each.title, each.url) for each in shelf.resources() if each.helps == "safety_culture")
    names = dict.fromkeys(visit.names.of(each.row.owner) for each in contacts if each.row.owner)
    return Help(links or general, " or ".join(names))
