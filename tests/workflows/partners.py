"""Short words for a unit and its executive, for the tests of partnerships."""

from tests.given import PARTNER, Given, act, given
from tests.workflows.told import OPENED
from workflows.hospital import events as h
from workflows.kernel.months import Month
from workflows.partnership import commands as c
from workflows.partnership import events as e
from workflows.partnership.commands import stream_of
from workflows.partnership.course import Standing, periods, standing
from workflows.unit import events as u

OURS, NEXT = stream_of("4w", PARTNER), stream_of("4w", "person-next")
QUALITY = act(who="person-quality", roles=["quality_director"])
WILLING = c.Sign(learn_from=True, listen_to=True, work_with=True)
NAMED = (OURS, e.Nominated(unit="4w", executive=PARTNER, rank="vice_president", clinician=False, interest=None))
SIGNED = (OURS, e.AgreementSigned(clauses=c.CLAUSES))
LIVED = ("hospital", h.Opened(slug="alder", name="Alder", zone="America/Chicago"))
ROLE = u.RoleGiven(person=PARTNER, role="executive_partner", since="2025-01-01")
ACTIVE = (NAMED, (OURS, e.EligibilityConfirmed()), SIGNED, (OURS, e.Activated(first="2025-01")), ("unit-4w", ROLE))


def active() -> Given:
    """On 4 West since the first of January, in which the first meeting is due."""
    return given(OPENED, LIVED, *ACTIVE, when=act(day="2025-01-01"))


def met(month: Month, colour: c.Colour = "executive", day: str = "") -> tuple[str, e.MeetingHeld]:
    day = day or f"{month}-10"
    return OURS, e.MeetingHeld(day=day, month=month, colour=colour, attendees=(), agreed=None, rounds=None)


def stands(told: Given, month: Month) -> Standing:
    """How the time that ends with this month stands."""
    course = told.state(OURS).bond.course
    return standing(course, next(one for one in periods(course) if one.last == month))
