"""The terms in force when an act is decided: days, notices and ladders, as adopted by the hospital, refined per unit.

The document is `config/terms.json` (its schema beside it); here it is only a typed shape. An event that starts a clock
stores its own due day, so new terms never rewrite old promises.
"""

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from workflows.kernel.moments import Day, day_after, is_working_day, working_day_after

NEUTRAL = {
    "care": "Care for every person",
    "honesty": "Honesty",
    "respect": "Respect",
    "learning": "Learning",
    "stewardship": "Good use of what we have",
}
"""Values by key, for a hospital that has not named its own yet."""

FACTORS = {
    "patient": "The patient",
    "task": "The task itself",
    "caregiver": "Rest and practice",
    "team": "Talk in the team",
    "training": "Training",
    "environment": "Room, noise, hour",
    "technology": "Devices",
    "institution": "Staffing and rules",
}
"""What can help or hinder when something goes wrong, by key, for a hospital that has not named its own yet."""


MINUTES: Mapping[str, int] = {
    "answer": 5,
    "deliver": 3,
    "reason": 3,
    "resolve": 5,
    "accept": 2,
    "remove": 5,
    "verify": 3,
    "keep": 5,
    "hold": 3,
    "summarise": 10,
    "letter": 15,
    "close": 2,
    "review": 5,
    "confirm": 2,
    "sign": 3,
    "meet": 2,
    "agree": 3,
    "decide": 5,
    "rate": 5,
    "tell": 3,
    "fill": 3,
    "renew": 2,
    "learn": 10,
    "assess": 20,
    "conclude": 60,
    "count": 3,
}
"""About how long it takes, here, to do the next step of something that is owed."""
A_FEW = 3


class Terms(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Counts of days of the calendar unless said otherwise, or named in `in_working_days`."""

    answer_days: int = 10
    """A voice is answered within."""
    deliver_days: int = 3
    """A given answer reaches the voice, and a decision those it is for, within."""
    silence_days: int = 14
    """A delivered answer without a reply ends the loop after, and after `silence_notices` notices."""
    silence_notices: int = 2
    resolve_days: int = 30
    accept_days: int = 3
    """A barrier's holder accepts or returns within."""
    remove_days: int = 21
    verify_days: int = 7
    """The unit verifies a claimed removal within."""
    reason_days: int = 7
    summarise_days: int = 2
    rounds_grace_day: int = 7
    """Monthly rounds, and meetings with the partner, held until this day of the next month are late, not missed."""
    rounds_are_meetings: bool = False
    """Whether rounds with the team count as its monthly meeting with the partner."""
    misses_at_risk: int = 2
    """A partnership is at risk after so many missed meetings in a row."""
    pause_days: int = 7
    """A pause of the hospital takes a month out of the count when it takes so many days of it."""
    graduation_after: int = 6
    """A team may propose to graduate after so many months in a row with its partner."""
    graduated_months: int = 3
    """And meets its partner once in so many months from then on."""
    partner_load: int = 3
    """More units than these are a warning beside an executive's name."""
    staff_rounds_monthly: int = 1
    """Rounds with staff in a month, and with patients and families; 0 where that practice is not adopted."""
    patient_rounds_monthly: int = 0
    night_rounds_quarterly: int = 0
    """Of all rounds, so many in a quarter at night, and at weekends; 0 where that is not asked."""
    weekend_rounds_quarterly: int = 0
    pre_brief_days: int = 7
    """What the executive was told before rounds is fresh for so long."""
    respect_colleague_days: int = 2
    """Whoever reports disrespect among colleagues has a first response within; of patients or visitors, and of
    retaliation, within the two below."""
    respect_visitor_days: int = 1
    respect_retaliation_days: int = 1
    respect_address_days: int = 14
    """And something is done about it within."""
    respect_ladder: tuple[str, ...] = ("role-cno", "role-ceo")
    """Roles that a respect incident climbs to when it stays overdue, in order. Its unit is sealed, so no unit differs."""
    respect_climb_days: int = 3
    ladder: tuple[str, ...] = ("role-cno", "role-ceo")
    """Who a barrier climbs to when it stays overdue, in order."""
    climb_days: int = 14
    grievance_days: int = 7
    """A complaint that was not settled on the spot gets its letter within."""
    renew_notice_days: int = 30
    """What was attested is asked for again so long before it lapses."""
    on_call: str = "role-house-supervisor"
    """Who is called when something cannot wait."""
    decisions: tuple[str, ...] = ("money", "refusal", "policy", "spread", "other")
    """The kinds of decisions that are recorded."""
    money_limit: int = 500_000
    """Spending above this, in cents, is a decision to record."""
    values: Mapping[str, str] = field(default_factory=lambda: dict(NEUTRAL))
    """The organisation's own values, as it calls them, by a key that stays."""
    decide_days: int = 14
    rate_days: int = 3
    """What was decided before the six aims were rated is rated within."""
    review_days: int = 90
    """What came of a decision is looked at within."""
    focus_review_days: int = 14
    """When a quarter is over, what was promised for it is looked at within."""
    access_days: int = 7
    """Whoever asks somebody who leads for a talk has an answer within."""
    serious_event_days: int = 3
    """The board and those who lead the hospital are told of a serious event within."""
    data_review_days: int = 92
    """A unit and whoever leads look at its measures together, again within: once in a quarter."""
    lesson_months: int = 1
    """A unit that learns from what goes wrong comes to its next lesson within so many months."""
    learn_days: int = 30
    """A look at what went wrong comes to its lesson within, and what was offered to a unit is answered within `spread_days`."""
    spread_days: int = 30
    factors: Mapping[str, str] = field(default_factory=lambda: dict(FACTORS))
    """What can help or hinder, as the hospital calls it, by a key that stays."""
    emergency_number: str = ""
    """Whom to call when somebody is getting worse; "" where nobody has said it yet."""
    in_working_days: tuple[str, ...] = ("serious_event_days",)
    """Which of the terms above count working days only."""
    rest_days: tuple[int, ...] = (6, 7)
    """Days of the week (1 is Monday) that are no working days, and so are `holidays`."""
    holidays: tuple[str, ...] = ()
    digest_hour: int = 7
    """From this hour on, by the hospital's clock, everybody hears once a day how much waits on them."""
    digest_on_rest_days: bool = False
    """On days that are no working days, too."""
    minutes: Mapping[str, int] = field(default_factory=lambda: dict(MINUTES))
    """About how many minutes the next step takes, by what is owed."""
    photos_on_public_pages: bool = False
    """Whether somebody who speaks without signing in may add a photo."""
    units: Mapping[str, Mapping[str, int | str | bool | tuple[int | str, ...]]] = {}
    """Per unit slug: what differs there."""

    def of(self, unit: str | None) -> "Terms":
        """The terms in `unit`; those of the hospital where the unit has none of its own."""
        own = self.units.get(unit) if unit else None
        return replace(self, **own) if own else self

    def is_working_day(self, day: Day) -> bool:
        return is_working_day(day, self.rest_days, self.holidays)

    def minutes_for(self, owes: str) -> int:
        """About how long what is owed takes."""
        return self.minutes.get(owes, MINUTES.get(owes, A_FEW))

    def due(self, day: Day, term: str) -> Day:
        """The day by which what began on `day` is due under a term that counts days: `"answer_days"` and the like."""
        days: int = getattr(self, term)
        if term in self.in_working_days:
            return working_day_after(day, days, self.rest_days, self.holidays)
        return day_after(day, days)
