"""The numbers of the terms as questions, in the order things happen, under what they belong to."""

from collections.abc import Mapping
from typing import Any

NUMBERS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "Voices and issues": (
        ("answer_days", "Within how many days is somebody who spoke answered?"),
        ("deliver_days", "Within how many days does a given answer reach them?"),
        ("silence_days", "After how many days without a word does the loop end?"),
        ("silence_notices", "How many reminders come before that?"),
        ("resolve_days", "Within how many days is an issue resolved?"),
        ("reason_days", "Within how many days is the reason for a no given?"),
        ("grievance_days", "Within how many days does a complaint get its letter?"),
    ),
    "Barriers": (
        ("accept_days", "Within how many days does somebody say yes to a barrier, or give it back?"),
        ("remove_days", "Within how many days is a barrier removed?"),
        ("verify_days", "Within how many days does the unit look whether it is gone?"),
        ("climb_days", "After how many overdue days is the next leader asked?"),
    ),
    "Rounds and partners": (
        ("pre_brief_days", "For how many days is a briefing before rounds fresh?"),
        ("summarise_days", "Within how many days are rounds summed up?"),
        ("rounds_grace_day", "Until which day of the next month are rounds and meetings late and not missed?"),
        ("staff_rounds_monthly", "How many rounds with staff does a unit hold in a month? 0 if none are asked"),
        ("patient_rounds_monthly", "And with patients and families?"),
        ("night_rounds_quarterly", "How many rounds in a quarter are at night? 0 if that is not asked"),
        ("weekend_rounds_quarterly", "And at the weekend?"),
        ("misses_at_risk", "After how many missed meetings in a row is a partnership at risk?"),
        ("pause_days", "How many days of a month must a pause take, for the month not to count?"),
        ("graduation_after", "After how many months in a row with the executive may a team propose to graduate?"),
        ("graduated_months", "Once in how many months do they meet from then on?"),
        ("partner_load", "How many units are much for one executive?"),
    ),
    "Deciding and leading": (
        ("decide_days", "Within how many days is a decision made that somebody put on record?"),
        ("rate_days", "Within how many days is it weighed, if it could not wait?"),
        ("review_days", "After how many days is it looked at again?"),
        ("focus_review_days", "Within how many days after a quarter is it said what came of it?"),
        ("access_days", "Within how many days is somebody answered who asks a leader for a talk?"),
        ("serious_event_days", "Within how many days do the board and the leaders know of a serious event?"),
        ("renew_notice_days", "How many days before something attested lapses is it asked for again?"),
    ),
    "Learning": (
        ("data_review_days", "Within how many days do a unit and its leaders look at its measures again?"),
        ("lesson_months", "Once in how many months does a unit come to a lesson from what went wrong?"),
        ("learn_days", "Within how many days does a look at what went wrong come to its lesson?"),
        ("spread_days", "Within how many days does a unit answer what another offers it?"),
    ),
    "Respect": (
        ("respect_colleague_days", "Within how many days is disrespect among colleagues first responded to?"),
        ("respect_visitor_days", "And violence by patients or visitors?"),
        ("respect_retaliation_days", "And retaliation?"),
        ("respect_address_days", "Within how many days is something done about it?"),
        ("respect_climb_days", "After how many overdue days does it go to the next role?"),
    ),
    "The daily mail": (
        ("digest_hour", "From which hour of the day, 0 to 23, is everybody told once how much waits on them?"),
    ),
}
QUESTIONS = tuple(one for several in NUMBERS.values() for one in several)
OF_THE_HOSPITAL = frozenset({"respect_climb_days", "digest_hour"})
"""In these no unit differs."""


WHOLE = "Write a whole number."
Terms = Mapping[str, Any]
"""Of the hospital, or of a unit, as plain values."""


def is_whole(said: str) -> bool:
    return said.isascii() and said.isdigit()


def number(said: str) -> int:
    """Of what was typed; what is far too long stays too large for any of them."""
    return int(said[:9])
