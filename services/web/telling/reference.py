"""The line by which figures of a page or a paper are found again."""

from collections.abc import Iterable

from assessments.scoring import SCORING
from services.printing.reference import Kind, Reference, check
from services.reader.position import Position
from services.web.telling import recorded
from services.web.visit import Visit
from services.web.when import When


def told(visit: Visit, looking: When, what: Kind, unit: str | None, pairs: Iterable[tuple[object, str]]) -> Reference:
    """Of figures as they are told now: a number, and what it counts."""
    upto = visit.by or (visit.house.ledger.head()[0] if looking.at.seq is None else looking.at.seq)
    return Reference(
        what=what,
        unit=unit,
        way=looking.kind,
        day=looking.day,
        until=looking.until,
        upto=upto,
        scoring=SCORING,
        root=recorded.root(visit, upto),
        checks="".join(check(str(value), words) for value, words in pairs),
    )


def moment(of: Reference) -> When:
    """The moment it speaks of, by no more than was known then."""
    at = Position(of.upto)
    if of.way == "on":
        return When("on", of.day, of.until, at=at, on=of.until)
    return When("as_of", of.day, of.until, at=at)
