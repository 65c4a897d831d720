"""What can be done with a part of a charter, or anything else that is attested, as it stands: the buttons of a page."""

from projections.charters import Cell, CellState
from projections.lives import Stint
from projections.standards import StandardRow
from services.web.doing.actions import Action
from services.web.visit import Visit
from workflows.kernel.standards import Item
from workflows.standard.commands import stream_of

Offer = tuple[str, str, bool]
"""What it leads to (see `_href`), what the button says, whether it is of first rank."""

_BEGIN: tuple[Offer, ...] = (
    ("attest", "It is in place", True),
    ("gap", "Note a gap", True),
    ("waive", "Set it aside", False),
)
_OFFERS: dict[CellState, tuple[Offer, ...]] = {
    "not_begun": _BEGIN,
    "absent": _BEGIN,
    "gap": (
        ("attest", "It is in place", True),
        ("hand_on", "Hand it on", False),
        ("gap", "Another day", False),
        ("waive", "Set it aside", False),
    ),
    "lapsed": (("renew", "It is still so", True), ("attest", "Say it anew", False), ("hand_on", "Hand it on", False)),
    "in_place": (("renew", "It is still so", False), ("attest", "Say it anew", False)),
    "set_aside": (("attest", "It is in place", False), ("end", "It counts again", False)),
}
_EXTRAS: dict[str, tuple[str, str]] = {
    "shown": ("show", "It was shown"),
    "activated": ("activate", "Set it in motion"),
    "used": ("use", "It was used"),
    "met": ("meet", "It has come"),
}


def of_cell(visit: Visit, cell: Cell, unit: str | None, back: str) -> tuple[Action, ...]:
    """Of an item that a unit, or (None) the hospital, attests once; of one with several, what can be done about all."""
    if cell.row and cell.state == "gap" and cell.row.row.standard.unit != unit:
        return of_gap_left(visit, cell.row, back)
    if not visit.may("standard.attest", unit):
        return ()
    offers = list(_OFFERS[cell.state])
    if cell.item.many:
        offers = [(kind, "Add one" if kind == "attest" else label, first) for kind, label, first in offers]
        offers = [("attest", "Add one", True)] if cell.entries else [one for one in offers if one[0] != "renew"]
    found = [_action(visit, one, cell, unit, back) for one in offers]
    extras = _of_place(cell.row, cell.item, back) if cell.row and cell.state == "in_place" else ()
    return (*(one for one in found if one), *extras)


def of_gap_left(visit: Visit, stint: Stint[StandardRow], back: str) -> tuple[Action, ...]:
    """Of a gap that a unit left to the one it goes on as: it is filled where it was noted."""
    item, unit = stint.row.item, stint.row.standard.unit
    if not visit.may("standard.attest", unit):
        return ()
    where = f"unit={unit}&next={back}"
    return (
        Action("It is in place", f"/attest/{item}?{where}", first=True),
        _done("hand_on", "Hand it on", False, stint.stream, back),
        Action("Another day", f"/attest/{item}/gap?{where}", first=False),
    )


def of_entry(visit: Visit, stint: Stint[StandardRow], item: Item | None, back: str) -> tuple[Action, ...]:
    """Of one entry, or of anything attested, on its own page."""
    row = stint.row
    if not visit.may("standard.renew", row.standard.unit, stint.stream):
        return ()
    renew = (("renew", "It is still so", row.asked is not None or row.state == "lapsed"),)
    offers: tuple[Offer, ...] = {"in_place": renew, "lapsed": renew}.get(row.state, ())
    if row.state == "gap":
        offers = (("hand_on", "Hand it on", False),)
    found = [_done(kind, label, first, stint.stream, back) for kind, label, first in offers]
    if visit.may("standard.withdraw", row.standard.unit, stint.stream):
        extras = _of_place(stint, item, back) if item and row.state == "in_place" else ()
        found = [*found, *extras, *_mending(stint, back)]
    return tuple(found)


def _mending(stint: Stint[StandardRow], back: str) -> tuple[Action, ...]:
    if stint.row.standard.said is None or stint.row.state == "absent":
        return ()
    return (
        _done("correct", "Correct", False, stint.stream, back),
        _done("withdraw", "It is no longer so", False, stint.stream, back),
    )


def _of_place(stint: Stint[StandardRow], item: Item | None, back: str) -> tuple[Action, ...]:
    standard = stint.row.standard
    past = {"activated": standard.activated is not None, "met": standard.met is not None}
    extras = [one for one in (item.extras if item else ()) if not past.get(one)]
    found = [_done(*_EXTRAS[one], True, stint.stream, back) for one in extras]
    if any(one.says is None for one in standard.shown):
        found.append(_done("take_reply", "What they said to it", True, stint.stream, back))
    return tuple(found)


def _action(visit: Visit, offer: Offer, cell: Cell, unit: str | None, back: str) -> Action | None:
    kind, label, first = offer
    where = f"unit={unit}&" if unit else ""
    match kind:
        case "attest":
            return Action(label, f"/attest/{cell.key}?{where}next={back}", first)
        case "gap":
            return Action(label, f"/attest/{cell.key}/gap?{where}next={back}", first)
        case "waive":
            rule = f"/do/waiver/grant?{where}rule=standard.{cell.key}&next={back}"
            return Action(label, rule, first) if visit.may("waiver.grant", unit) else None
        case "end":
            waiver = cell.row.row.waiver if cell.row else None
            return Action(label, f"/do/waiver/end?to={waiver}&next={back}", first) if waiver else None
        case _:
            stream = cell.row.stream if cell.row else stream_of(cell.key, unit)
            return _done(kind, label, first, stream, back)


def _done(kind: str, label: str, first: bool, stream: str, back: str) -> Action:
    return Action(label, f"/do/standard/{kind}?to={stream}&next={back}", first)
