"""What can be done about a partnership and about a team, as it stands, by this reader."""

from collections.abc import Iterable

from projections.lives import Stint
from projections.partnerships import PartnershipRow
from services.web.doing.actions import Action
from services.web.doing.buttons import Offer
from services.web.visit import Visit

STATES: dict[str, tuple[str, str]] = {
    "nominated": ("raised", "Named"),
    "eligible": ("waiting", "To sign"),
    "agreed": ("waiting", "Signed, waits for the place"),
    "active": ("heard", "Active"),
    "graduated": ("heard", "Graduated"),
    "ended": ("withdrawn", "Ended"),
}
"""State of the layout and words, by how a partnership stands."""

MEETING: tuple[Offer, ...] = (
    ("partnership.hold_meeting", "The team met", True),
    ("partnership.schedule_meeting", "Plan the next meeting", True),
    ("partnership.move_meeting", "Move the meeting", False),
    ("partnership.say_meeting_not_held", "It was not held", False),
)
PARTNERSHIP: dict[str, tuple[Offer, ...]] = {
    "nominated": (
        ("partnership.confirm", "Confirm", True),
        ("partnership.withdraw", "Take the nomination back", False),
    ),
    "eligible": (
        ("partnership.sign", "Sign the agreement", True),
        ("partnership.withdraw", "Take the nomination back", False),
    ),
    "agreed": (("partnership.withdraw", "Take the nomination back", False),),
    "active": (
        *MEETING,
        ("partnership.propose_graduation", "We no longer need to meet every month", False),
        ("partnership.end", "End the partnership", False),
    ),
    "graduated": (
        *MEETING,
        ("partnership.flag_relapse", "Something slipped", False),
        ("partnership.revoke_graduation", "Meet every month again", False),
        ("partnership.end", "End the partnership", False),
    ),
}
WISH: tuple[Offer, ...] = (
    ("partnership.agree_graduation", "Agree", True),
    ("partnership.decline_graduation", "It is too early", True),
)


def of_partnership(visit: Visit, stint: Stint[PartnershipRow], waiver: str | None) -> tuple[Action, ...]:
    """`waiver` sets the rule of rank aside here today."""
    row = stint.row
    offers = [one for one in PARTNERSHIP.get(row.state, ()) if _fits(visit, one[0], row)]
    below = row.state == "nominated" and row.is_below_rank
    found = _allowed(visit, [one for one in offers if not (below and one[0] == "partnership.confirm")], stint)
    found += _allowed(visit, [("partnership.correct", "Correct", False)], stint)
    return (*_below_rank(visit, stint, waiver), *found) if below else found


def _fits(visit: Visit, verb: str, row: PartnershipRow) -> bool:
    planned = row.course.planned is not None
    match verb.partition(".")[2]:
        case "sign":
            return visit.person == row.executive
        case "confirm":
            return visit.person != row.executive
        case "schedule_meeting":
            return not planned
        case "move_meeting" | "say_meeting_not_held":
            return planned
        case "propose_graduation":
            return row.proposal is None
        case _:
            return True


def _below_rank(visit: Visit, stint: Stint[PartnershipRow], waiver: str | None) -> tuple[Action, ...]:
    """Never a dead end: under the waiver there is, or by a new one."""
    unit = stint.row.unit
    if waiver is not None:
        confirmed = _allowed(visit, [("partnership.confirm", "Confirm under the waiver", True)], stint)
        return tuple(Action(one.label, f"{one.href}&waiver={waiver}", True) for one in confirmed)
    if not visit.may("waiver.grant", unit):
        return ()
    href = f"/do/waiver/grant?unit={unit}&rule=partnership.rank&next={place(unit)}"
    return (Action("Set the rule of rank aside, with a reason", href, True),)


def of_wish(visit: Visit, stint: Stint[PartnershipRow]) -> tuple[Action, ...]:
    """What the two who agree can say to the team that wants to graduate."""
    return _allowed(visit, WISH, stint) if stint.row.proposal else ()


def handing_over(visit: Visit, present: Stint[PartnershipRow], new: PartnershipRow) -> tuple[Action, ...]:
    found = _allowed(visit, [("partnership.hand_over", f"Hand over to {visit.names.of(new.executive)}", True)], present)
    return tuple(Action(one.label, f"{one.href}&executive={new.executive}", True) for one in found)


def naming(visit: Visit, unit: str, executive: str | None) -> tuple[Action, ...]:
    """Naming the first; `executive` where somebody comes already without anything being agreed."""
    if not visit.may("partnership.nominate", unit):
        return ()
    known = f"&executive={executive}" if executive else ""
    href = f"/do/partnership/nominate?unit={unit}{known}&next={place(unit)}"
    return (Action("Name the executive partner", href, True),)


def succeeding(visit: Visit, unit: str) -> tuple[Action, ...]:
    """Naming who takes over from the one there is."""
    return tuple(Action("Name who takes over", one.href, False) for one in naming(visit, unit, None))


def place(unit: str) -> str:
    return f"/unit/{unit}/team"


def _allowed(visit: Visit, offers: Iterable[Offer], stint: Stint[PartnershipRow]) -> tuple[Action, ...]:
    unit = stint.row.unit
    return tuple(
        Action(label, f"/do/{verb.replace('.', '/')}?to={stint.stream}&next={place(unit)}", first)
        for verb, label, first in offers
        if visit.may(verb, unit, stint.stream)
    )
