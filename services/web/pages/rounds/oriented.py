"""What visitors are told before they come: where to go, who meets them, what to wear. It is flagged where it is missing, and
never holds anything up."""

from msgspec import Struct

from projections.rounds import RoundsRow
from services.web.doing.actions import Action
from services.web.visit import Visit


class Told(Struct, frozen=True, kw_only=True):
    """One visitor; `has_read` once they said so."""

    who: str
    facts: list[tuple[str, str]]
    has_read: bool


class Oriented(Struct, frozen=True, kw_only=True):
    """Who was told what, what lacks, and what can be done about it."""

    told: list[Told]
    lacks: str
    actions: tuple[Action, ...]


def oriented(visit: Visit, stream: str, row: RoundsRow) -> Oriented:
    given = row.visit.orientations
    words = visit.open(ref for one in given for ref in (one.where, one.wear, one.privacy))
    meets = visit.names.of(row.visit.guide) if row.visit.guide else "nobody is named yet"
    told = [
        Told(
            who=visit.names.of(one.visitor),
            facts=[
                (name, said)
                for name, said in (
                    ("Go to", words.of(one.where)),
                    ("Meets you", meets),
                    ("Wear", words.of(one.wear)),
                    ("Keep to yourself", words.of(one.privacy)),
                )
                if said
            ],
            has_read=one.acknowledged is not None,
        )
        for one in given
    ]
    return Oriented(told=told, lacks=_lacks(visit, row), actions=tuple(_actions(visit, stream, row)))


def _lacks(visit: Visit, row: RoundsRow) -> str:
    """What is missing, in a sentence; "" where nothing is."""
    partner = row.visit.partner
    if row.state != "scheduled" or partner is None:
        return ""
    mine = next((one for one in row.visit.orientations if one.visitor == partner), None)
    if mine is None:
        return f"{visit.names.of(partner)} was not told yet where to go and what to wear."
    return "" if mine.acknowledged else f"{visit.names.of(partner)} has not read it yet."


def _actions(visit: Visit, stream: str, row: RoundsRow) -> list[Action]:
    if row.state != "scheduled":
        return []
    found = []
    unread = any(one.visitor == visit.person and not one.acknowledged for one in row.visit.orientations)
    if unread and visit.may("rounds.acknowledge_orientation", row.unit, stream):
        found.append(_do("I have read it", "acknowledge_orientation", stream, first=True))
    if visit.may("rounds.orient", row.unit, stream):
        label = "Tell another visitor" if row.visit.orientations else "Tell them where to go and what to wear"
        found.append(_do(label, "orient", stream, first=not unread))
    return found


def _do(label: str, verb: str, stream: str, *, first: bool) -> Action:
    return Action(label, f"/do/rounds/{verb}?to={stream}&next=/rounds/{stream}", first)
