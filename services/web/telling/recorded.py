"""By which entries a page or a paper is told: it stands at the foot of everything that states a figure."""

from services.printing.reference import ROOT
from services.web.layout import Record
from services.web.visit import Visit


def told(visit: Visit) -> Record | None:
    """None where nothing was looked up."""
    return None if visit.by is None else upto(visit, visit.by)


def upto(visit: Visit, entry: int) -> Record:
    return Record(entry, visit.house.proof.tree().root(entry).hex()[:ROOT])
