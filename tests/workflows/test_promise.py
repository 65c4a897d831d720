"""What one owes another by a day, and rules set aside until a day."""

from msgspec.structs import replace

from tests.given import LEADER, NURSE, PARTNER, act, by_clock, given, the
from tests.workflows.told import ISSUE, OPENED, listed
from workflows import waiver
from workflows.kernel.ball import Ball
from workflows.kernel.moments import moment_of
from workflows.promise import commands as c
from workflows.promise import events as e

PROMISE, WAIVER = the("promise"), the("waiver")
MADE = e.Made(
    unit="4w",
    kind="ask",
    holder=PARTNER,
    to="unit-4w",
    what="A lift",
    due="2025-05-12",
    about=ISSUE,
    money=980_000,
    work=None,
)
GRANTED = waiver.Granted(unit=None, rule="partner.rank", reason="No VP", until="2025-06-30", about=None)
FEB_3 = moment_of("2025-02-03")


def test_a_talk_is_asked_for_and_answered_with_a_day_by_whoever_was_asked() -> None:
    ask = c.AskAccess(holder=PARTNER, what="Nights alone")
    told = given().when(ask, act(who=NURSE)).then_something()
    talk = the("promise", 1_000)
    (ball,) = told.balls(talk)
    assert (ball.holder, ball.to, ball.due) == (PARTNER, NURSE, "2025-03-10")
    given().when(ask, act(who=PARTNER)).then_refused("promise.ask_another")
    given().when(ask, act("device")).then_refused("promise.ask_in_person")
    offer = c.OfferTime(day="2025-03-05")
    told.when(offer, act(who=LEADER), to=talk).then_refused("promise.only_who_was_asked", holder=PARTNER)
    told.when(c.OfferTime(day="2025-03-01"), act(who=PARTNER), to=talk).then_refused("day_is_past", day="2025-03-01")
    met = told.when(offer, act(who=PARTNER), to=talk).then(e.TimeOffered(day="2025-03-05", words=None))
    assert (met.state(talk).settled, met.state(talk).meets, met.balls(talk)) == ("granted", "2025-03-05", ())
    told.when(c.Refuse(reason="Ask Ruth"), act(who=PARTNER), to=talk).then_something()
    told.when(c.Correct(field="kind", now="ask"), to=talk).then_refused("promise.ask_for_it")


def test_a_promise_is_owed_until_it_is_kept() -> None:
    make = c.Make(
        kind="ask",
        unit="4w",
        holder=PARTNER,
        to="unit-4w",
        what="A lift",
        due="2025-05-12",
        about=ISSUE,
        money=980_000,
    )
    given(OPENED, listed()).when(make).then(MADE)
    given(OPENED).when(make).then_refused("unknown", what="issue")
    told = given(MADE)
    assert told.balls(PROMISE) == (Ball(PARTNER, "keep", "unit-4w", FEB_3, "2025-05-12", "2025-05-12"),)
    kept = told.when(c.Keep()).then(e.Kept())
    assert kept.balls(PROMISE) == ()
    kept.when(c.Renegotiate(due="2025-06-02", reason="x")).then_refused("promise.settled")


def test_nothing_is_promised_for_yesterday() -> None:
    yesterday = c.Make(holder=PARTNER, to="unit-4w", what="A lift", due="2025-03-02")
    given().when(yesterday).then_refused("day_is_past")


def test_the_first_day_stays_and_a_broken_promise_is_still_owed() -> None:
    told = given(MADE)
    told.when(c.Break(), act(day="2025-05-13")).then_refused("only_the_clock")
    told.when(c.Break(), by_clock("2025-05-12")).then_refused("nothing_fell_due")
    broken = told.when(c.Break(), by_clock("2025-05-13")).then(e.Broken(due="2025-05-12"))
    assert [ball.why for ball in broken.balls(PROMISE)] == ["broken"]
    moved = broken.when(c.Renegotiate(due="2025-06-02", reason="Quote"), act(day="2025-05-14")).then_something()
    assert [(ball.due, ball.first_due, ball.why) for ball in moved.balls(PROMISE)] == [
        ("2025-06-02", "2025-05-12", None)
    ]
    late = moved.when(c.Keep(), act(day="2025-06-03")).then(e.Kept())
    late.when(c.Release(reason="x")).then_refused("promise.settled")


def test_a_promise_is_handed_on_with_its_day() -> None:
    told = given(MADE, e.Broken(due="2025-05-12"))
    on = told.when(c.HandOn(holder="person-next", reason="He left")).then(
        e.HandedOn(holder="person-next", reason="He left")
    )
    assert [(ball.holder, ball.due, ball.first_due) for ball in on.balls(PROMISE)] == [
        ("person-next", "2025-05-12", "2025-05-12")
    ]
    on.given(e.Kept()).when(c.HandOn(holder=PARTNER, reason="x")).then_refused("promise.settled")


def test_a_promise_is_put_right() -> None:
    words = given(MADE).when(c.Correct(part="what", text="Two lifts")).then_something()
    assert words.state(PROMISE).what.part == "text"
    kind = words.when(c.Correct(field="kind", now="question")).then_something()
    assert (kind.state(PROMISE).kind, len(kind.state(PROMISE).corrections)) == ("question", 2)


def test_a_waiver_is_on_record_until_its_day() -> None:
    grant = waiver.Grant(rule="partner.rank", reason="No VP", until="2025-06-30")
    given().when(grant).then(GRANTED)
    told = given(GRANTED)
    told.when(waiver.Lapse(), by_clock("2025-06-30")).then_refused("nothing_fell_due")
    lapsed = told.when(waiver.Lapse(), by_clock("2025-07-01")).then(waiver.Lapsed(until="2025-06-30"))
    assert lapsed.state(WAIVER).over == "lapsed"
    assert told.when(waiver.End()).then(waiver.Ended()).state(WAIVER).over == "ended"
    right = told.when(waiver.Correct(text="No vice president")).then_something()
    assert right.state(WAIVER).reason.part == "text"


def test_an_ask_is_answered_by_whoever_was_asked() -> None:
    asked = given(MADE)
    asked.when(c.Grant()).then_refused("promise.only_who_was_asked", holder=PARTNER)
    partner = act(who=PARTNER)
    yes = asked.when(c.Grant(money=500_000, words="Half now"), partner).then(e.Granted(money=500_000, words="Half now"))
    assert (yes.state(PROMISE).settled, yes.state(PROMISE).said.money) == ("granted", 500_000)
    assert yes.balls(PROMISE) == ()
    no = asked.when(c.Refuse(reason="Not this year", instead="Share one"), partner).then(
        e.Refused(reason="Not this year", instead="Share one")
    )
    no.when(c.Keep()).then_refused("promise.settled")
    given(replace(MADE, kind="commitment")).when(c.Grant(), partner).then_refused("promise.not_asked_for")


def test_a_step_of_a_plan_is_one_kind_of_work_or_the_other() -> None:
    step = c.Make(kind="plan_step", holder=PARTNER, to="unit-4w", what="Train all", due="2025-05-12")
    given().when(step).then_refused("promise.which_work")
    made = given().when(replace(step, work="socio_adaptive")).then_something()
    (stream,) = made.house.states
    assert made.state(stream).work == "socio_adaptive"
