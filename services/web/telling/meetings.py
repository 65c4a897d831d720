"""How a month of meetings stands, in words."""

from collections.abc import Mapping

from projections.meetings import MonthStanding

WORDS: Mapping[MonthStanding, str] = {
    "executive": "With the executive",
    "late": "With the executive, late",
    "deputy": "With a deputy",
    "team": "The team alone",
    "missed": "Missed",
    "paused": "The hospital paused",
    "open": "Still due",
    "not_due": "Not due",
}
