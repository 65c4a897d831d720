"""Short words for what has happened, so that a test shows only what it is about."""

from tests.given import the
from workflows.barrier import events as b
from workflows.concern import events as c
from workflows.issue import events as i
from workflows.rounds import events as r
from workflows.unit import events as unit

CONCERN, ISSUE, BARRIER = the("concern"), the("issue"), the("barrier")
VOICE = f"voice-{CONCERN.partition('-')[2]}"
OPENED = unit.Opened(unit="4w", name="4 West")
ICU = ("unit-icu", unit.Opened(unit="icu", name="ICU"))
LED_BY_PARTNER = unit.RoleGiven(person="person-partner", role="executive_partner", since="2025-01-01")


def raised(**changes: object) -> c.Raised:
    fields: dict[str, object] = {
        "unit": "4w",
        "kind": "concern",
        "what": "The fax is read by nobody",
        "idea": None,
        "source": "between",
        "speaker": "confidential",
        "urgent": False,
        "rounds": None,
        "due": "2025-02-13",
        "who": "no_answer",
        "for_another": False,
        "language": None,
        "came": "page",
        "contact": None,
    }
    return c.Raised(**{**fields, **changes})  # type: ignore[arg-type]  # a test names what it is about


def answered(**changes: object) -> c.Answered:
    fields: dict[str, object] = {
        "answer": "The fax is gone",
        "outcome": "done",
        "reason": None,
        "final": True,
        "holder": "person-leader",
        "due": "2025-02-06",
        "reason_due": None,
        "through": None,
    }
    return c.Answered(**{**fields, **changes})  # type: ignore[arg-type]  # a test names what it is about


def delivered() -> c.Delivered:
    return c.Delivered(how="in_person", day="2025-02-03", due="2025-02-17")


def listed(**changes: object) -> i.Listed:
    fields: dict[str, object] = {
        "unit": "4w",
        "title": "Fax",
        "from_concern": None,
        "category": None,
        "source": "between",
        "rounds": None,
        "suggestion": None,
        "needs": None,
        "owner": None,
        "due": "2025-03-05",
        "rank": None,
        "sheet": None,
    }
    return i.Listed(**{**fields, **changes})  # type: ignore[arg-type]  # a test names what it is about


def logged(**changes: object) -> b.Logged:
    fields: dict[str, object] = {
        "unit": "4w",
        "what": "One lift for three units",
        "issues": (),
        "holder": "person-partner",
        "answerable": "person-partner",
        "verifier": "unit-4w",
        "accept_due": "2025-02-06",
        "due": "2025-02-24",
        "money": None,
    }
    return b.Logged(**{**fields, **changes})  # type: ignore[arg-type]  # a test names what it is about


def scheduled(**changes: object) -> r.Scheduled:
    fields: dict[str, object] = {
        "unit": "4w",
        "day": "2025-03-10",
        "partner": "person-partner",
        "guide": "person-leader",
        "time": None,
        "kind": "staff",
        "shift": "day",
        "where": None,
    }
    return r.Scheduled(**{**fields, **changes})  # type: ignore[arg-type]  # a test names what it is about


def resolved() -> i.Resolved:
    return i.Resolved(evidence="Seen on the ward", how="fixed")
