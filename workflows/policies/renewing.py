"""Whenever the time of something attested is coming to its end, it is asked for again; once it has passed, it has lapsed."""

from collections.abc import Iterator

from workflows.kernel.moments import Day, day_after
from workflows.kernel.noun import Wish
from workflows.kernel.policy import Due, Policy
from workflows.kernel.terms import Terms
from workflows.standard.commands import AskRenewal, Lapse
from workflows.standard.state import InPlace

MOST_NOTICE = 365
"""Days; no terms ask for it any sooner."""


def tick(day: Day, stream: str, state: InPlace, terms: Terms) -> Iterator[Due]:
    match state:
        case InPlace(renew_by=str(due)) if due < day:
            yield Wish(stream, Lapse()), f"{stream}|renew|{due}|lapse"
        case InPlace(renew_by=str(due), asked=None) if day_after(due, -terms.renew_notice_days) <= day:
            yield Wish(stream, AskRenewal()), f"{stream}|renew|{due}|ask"
        case _:
            return


def wakes(state: InPlace) -> Day | None:
    match state:
        case InPlace(renew_by=str(due), asked=None):
            return day_after(due, -MOST_NOTICE)
        case InPlace(renew_by=str(due)):
            return day_after(due, 1)
        case _:
            return None


POLICY = Policy(name="renewing", tick=tick, wakes=wakes, timed=InPlace)
