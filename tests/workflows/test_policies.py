"""What follows by itself: closing, notices and silence, falling due, climbing, breaking and lapsing."""

from collections.abc import Iterable
from typing import Any

import pytest

from tests.given import Given, by_clock, given
from tests.workflows.told import (
    BARRIER,
    CONCERN,
    ISSUE,
    answered,
    delivered,
    listed,
    logged,
    raised,
    resolved,
    scheduled,
)
from workflows import lexicon, waiver
from workflows.barrier import commands as bc
from workflows.barrier import events as b
from workflows.concern import commands as cc
from workflows.concern import events as c
from workflows.issue import commands as ic
from workflows.issue import events as i
from workflows.kernel.grammar import By, Event, Fact, Header, Refused
from workflows.kernel.moments import Day, day_after
from workflows.kernel.noun import Nothing, Wish
from workflows.kernel.terms import Terms
from workflows.promise import events as p


def ticked(told: Given, day: Day) -> tuple[Given, list[str]]:
    """Everything the clock wishes for on a day, given by the clock; the steps of what was not refused."""
    steps = []
    wishes = list(lexicon.tick(day, told.house.states.items(), lambda unit: Terms().of(unit)))
    for wish, _ in wishes:
        assert (lexicon.wakes(told.state(wish.stream or "")) or "never") <= day
    for wish, step in wishes:
        outcome = told.house.asked(wish.command, wish.stream, by_clock(day))
        assert not isinstance(outcome, Refused), (step, outcome)
        told = Given(told.house.wrote(outcome, by_clock(day)))
        steps.append(step)
    return told, steps


def over(told: Given, first: Day, days: int) -> tuple[Given, dict[Day, list[str]]]:
    """A clock that ticks every day."""
    said: dict[Day, list[str]] = {}
    for day in (day_after(first, n) for n in range(days)):
        told, steps = ticked(told, day)
        if steps:
            said[day] = [step.partition("|")[2] for step in steps]
    return told, said


def test_whatever_follows_from_a_day_says_when_it_wakes() -> None:
    assert all(policy.wakes and policy.timed for policy in lexicon.POLICIES if policy.tick)


class AsOf:
    """What a policy may look at."""

    def __init__(self, told: Given) -> None:
        self.state = told.state


def reactions(told: Given, stream: str, event: Event) -> tuple[Wish, ...]:
    head = Header(stream=stream, version=1, name=event.NAME, v=1, by=By("clock"), via="clock", salt=b"")
    fact = Fact(99, None, None, 0, head, event)
    wishes: Iterable[tuple[Wish, ...]] = (
        policy.react(fact, AsOf(told)) for policy in lexicon.POLICIES if policy.react is not None
    )
    return tuple(wish for some in wishes for wish in some)


def test_silence_is_noticed_twice_at_even_distances_and_then_ends_the_loop() -> None:
    told, said = over(given(raised(), answered(), delivered()), "2025-02-03", 60)
    assert said == {
        "2025-02-07": ["reply|2025-02-17|notice-1"],
        "2025-02-12": ["reply|2025-02-17|notice-2"],
        "2025-02-18": ["reply|2025-02-17|end"],
    }
    assert told.state(CONCERN).how == "no_reply"


def test_a_clock_that_stood_still_does_not_end_a_loop_in_a_hurry() -> None:
    told, said = over(given(raised(), answered(), delivered()), "2025-03-20", 30)
    assert said == {
        "2025-03-20": ["reply|2025-02-17|notice-1"],
        "2025-03-24": ["reply|2025-02-17|notice-2"],
        "2025-03-28": ["reply|2025-02-17|end"],
    }
    assert told.state(CONCERN).how == "no_reply"


def test_a_raiser_nobody_knows_does_not_fall_silent() -> None:
    assert over(given(raised(speaker="unknown"), answered(), delivered()), "2025-02-03", 60)[1] == {}


def test_a_late_answer_falls_due_once() -> None:
    assert over(given(raised()), "2025-02-10", 30)[1] == {"2025-02-14": ["answer|2025-02-13|fall"]}


def test_a_barrier_nobody_takes_falls_due_and_climbs_to_the_top() -> None:
    told, said = over(given(logged()), "2025-02-03", 90)
    assert said == {
        "2025-02-07": ["accept|2025-02-06|fall"],
        "2025-02-21": ["accept|2025-02-06|climb-1"],
        "2025-03-08": ["accept|2025-02-06|climb-2"],
    }
    assert told.balls(BARRIER)[0].holder == "role-ceo"


def test_rounds_and_issues_fall_due() -> None:
    planned = scheduled(day="2025-02-10", partner=None, guide=None)
    assert over(given(planned, listed()), "2025-02-03", 60)[1] == {
        "2025-02-11": ["hold|2025-02-10|fall"],
        "2025-03-06": ["resolve|2025-03-05|fall"],
    }


def test_promises_break_and_waivers_lapse() -> None:
    made = p.Made(
        unit=None,
        kind="commitment",
        holder="role-cno",
        to="unit-4w",
        what="x",
        due="2025-02-10",
        about=None,
        money=None,
        work=None,
    )
    granted = waiver.Granted(unit=None, rule="partner.rank", reason="x", until="2025-02-12", about=None)
    assert over(given(made, granted), "2025-02-03", 30)[1] == {
        "2025-02-11": ["keep|2025-02-10|break"],
        "2025-02-13": ["waiver|2025-02-12|lapse"],
    }


@pytest.mark.parametrize("end", [c.Heard(), c.Withdrawn(why=None), c.FellSilent(notices=2, as_the_sheet_says=False)])
def test_the_last_voice_to_end_closes_a_resolved_issue(end: c.Happened) -> None:
    told = given(
        listed(from_concern=CONCERN), raised(), c.Listed(issue=ISSUE), resolved(), answered(), delivered(), end
    )
    assert reactions(told, CONCERN, end) == (Wish(ISSUE, ic.Close(), ISSUE),)


def test_nothing_closes_while_anything_is_open() -> None:
    waits = given(listed(from_concern=CONCERN), raised(), c.Listed(issue=ISSUE), resolved())
    assert reactions(waits, ISSUE, resolved()) == ()
    blocked = given(listed(), i.Blocked(barrier=BARRIER), logged(issues=(ISSUE,)), resolved())
    assert reactions(blocked, ISSUE, resolved()) == ()
    open_ = given(listed(), b.RemovalVerified())
    assert reactions(open_, ISSUE, i.Unblocked(barrier=BARRIER)) == ()
    assert reactions(given(listed(), i.Declined(reason=None, reason_due="2025-02-10")), ISSUE, resolved()) == ()


def test_a_removed_barrier_closes_what_waited_for_it_alone() -> None:
    gone = b.RemovalVerified()
    told = given(
        listed(), i.Blocked(barrier=BARRIER), logged(issues=(ISSUE,)), i.Declined(reason="No", reason_due=None)
    ).given(b.RemovalClaimed(evidence="x", due="2025-02-10"), gone)
    assert reactions(told, BARRIER, gone) == (Wish(ISSUE, ic.Close(), ISSUE),)


def test_a_voice_without_an_issue_closes_nothing() -> None:
    assert reactions(given(raised(), c.Withdrawn(why=None)), CONCERN, c.Withdrawn(why=None)) == ()
    assert reactions(given(raised()), CONCERN, c.Acknowledged()) == ()


def test_every_wish_of_the_clock_is_a_command_of_its_stream() -> None:
    states: dict[str, Any] = {CONCERN: given(raised()).state(CONCERN), "unit-x": Nothing()}
    (wish,) = (wish for wish, _ in lexicon.tick("2025-09-09", states.items(), lambda unit: Terms()))
    assert wish == Wish(CONCERN, cc.FallDue(owes="answer", due="2025-02-13"))
    assert bc.Climb.VERB in lexicon.COMMAND_TYPES
