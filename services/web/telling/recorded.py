"""By which entries a page or a paper is told: it stands at the foot of everything that states a figure."""

from services.printing.reference import ROOT, Reference
from services.web.layout import Record
from services.web.visit import Visit


def told(visit: Visit, again: Reference | None = None) -> Record | None:
    """None where nothing was looked up. `again` says how the page's figures are found again."""
    if again is not None:
        return Record(again.upto, again.root, str(again))
    return None if visit.by is None else Record(visit.by, root(visit, visit.by))


def root(visit: Visit, upto: int) -> str:
    """The beginning of it, over so many entries."""
    return visit.house.proof.tree().root(upto).hex()[:ROOT]
