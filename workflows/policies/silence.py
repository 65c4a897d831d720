"""Whenever a delivered answer stays without a reply, the voice is reminded at even distances, and after the last day the
loop ends as silent. A raiser nobody knows can neither be reminded nor fall silent."""

from collections.abc import Iterator

from workflows.concern.commands import EndNoReply, GiveNotice
from workflows.concern.patience import end_day, notice_day
from workflows.concern.state import Delivered
from workflows.kernel.moments import Day, day_after
from workflows.kernel.noun import Wish
from workflows.kernel.policy import Due, Policy
from workflows.kernel.terms import Terms


def tick(day: Day, stream: str, state: Delivered, terms: Terms) -> Iterator[Due]:
    if state.voice.speaker == "unknown":
        return
    step = f"{stream}|reply|{state.due}"
    n = state.notices + 1
    if n <= terms.silence_notices:
        if day >= notice_day(state, terms):
            yield Wish(stream, GiveNotice(n=n)), f"{step}|notice-{n}"
    elif day >= end_day(state, terms):
        yield Wish(stream, EndNoReply()), f"{step}|end"


def wakes(state: Delivered) -> Day | None:
    """From the day after it reached the voice: how often silence is broken is said by the terms."""
    if state.voice.speaker == "unknown":
        return None
    return day_after(state.day, 1)


POLICY = Policy(name="silence", tick=tick, wakes=wakes, timed=Delivered)
