"""What goes upwards: stories of what is closed, minutes of the board, notices of serious events with their clock."""

from tests.given import PARTNER, Given, act, by_clock, given, the
from tests.workflows.told import ISSUE, OPENED, listed
from workflows import presentation, story
from workflows.issue import events as i
from workflows.kernel.terms import Terms
from workflows.notice import commands as c
from workflows.notice import events as e

NOTICE = the("notice")
PUBLISH = story.Publish(unit="4w", about=ISSUE, words="The fax is gone", nobody_named=True)


def test_a_story_is_told_of_what_is_closed_where_it_was_and_names_nobody() -> None:
    open_issue = given(OPENED, listed())
    open_issue.when(PUBLISH).then_refused("story.not_over")
    closed = open_issue.given(i.Closed())
    named = story.Publish(unit="4w", about=ISSUE, words="Ann Bell\u2019s fax")
    closed.when(named).then_refused("story.names_somebody")
    elsewhere = story.Publish(unit="icu", about=ISSUE, words="x", nobody_named=True)
    closed.given(("unit-icu", OPENED)).when(elsewhere).then_refused("story.of_another_unit")
    told = closed.when(PUBLISH).then(story.Published(unit="4w", about=ISSUE, words="The fax is gone"))
    published = closed.given(story.Published(unit="4w", about=ISSUE, words="The fax is gone"))
    assert told.house.seq == published.house.seq
    assert published.when(story.Correct(text="It is gone")).then_something().state(the("story")).words.part == "text"
    gone = published.when(story.TakeBack(reason="It came back")).then_something()
    gone.when(story.Correct(text="x")).then_refused("story.taken_back")


def test_the_board_gives_no_more_minutes_than_it_has() -> None:
    def met(**changes: object) -> presentation.Record:
        fields: dict[str, object] = {"day": "2025-03-03", "minutes": 90, "safety_minutes": 20, **changes}
        return presentation.Record(**fields)  # type: ignore[arg-type]  # a test names what it is about

    given().when(met(day="2025-03-04")).then_refused("still_to_come")
    given().when(met(safety_minutes=91)).then_refused("presentation.more_than_all")
    given().when(met(stories=(the("story"),))).then_refused("unknown", what="story")
    told = given().when(met()).then_something()
    stream = the("presentation", 1_000)
    told.when(presentation.Correct(minutes=90, safety_minutes=95), to=stream).then_refused("presentation.more_than_all")
    right = told.when(presentation.Correct(minutes=90, safety_minutes=25), to=stream).then_something()
    assert right.state(stream).safety_minutes == 25
    assert right.when(presentation.Withdraw(reason="Twice"), to=stream).then_something().state(stream).why


def opened(*more: e.Happened) -> Given:
    first = e.Opened(what="A fall", known="2025-02-28", event=None, holder="role-quality-director", due="2025-03-05")
    return given(first, *more)


def told_on(day: str) -> e.Told:
    return e.Told(audience="executives", day=day, how="phone")


def test_the_clock_counts_working_days_from_the_day_it_was_known() -> None:
    """28 February was a Friday."""
    ask = c.Open(what="A fall", known="2025-02-28")
    (ball, other) = given().when(ask).then_something().balls(the("notice", 1_000))
    assert (ball.due, ball.owes, {ball.turn, other.turn}) == ("2025-03-05", "tell", {"board", "executives"})
    calendar = given().when(ask, act(terms=Terms(in_working_days=()))).then_something()
    assert calendar.balls(the("notice", 1_000))[0].due == "2025-03-03"
    given().when(c.Open(what="A fall", known="2025-03-04")).then_refused("still_to_come")


def test_each_is_told_once_and_neither_before_it_was_known_nor_in_the_future() -> None:
    tell = c.Tell(audience="executives", day="2025-03-03", how="phone")
    told = opened().when(tell).then(told_on("2025-03-03"))
    assert [ball.turn for ball in told.balls(NOTICE)] == ["board"]
    told.when(tell).then_nothing()
    opened().when(c.Tell(audience="board", day="2025-02-27", how="phone")).then_refused("notice.not_known_yet")
    opened().when(c.Tell(audience="board", day="2025-03-04", how="phone")).then_refused("still_to_come")


def test_it_is_handed_on_numbered_put_right_late_or_nothing_at_all() -> None:
    handed = opened().when(c.HandOn(holder=PARTNER)).then_something()
    assert {ball.holder for ball in handed.balls(NOTICE)} == {PARTNER}
    assert opened().when(c.LinkEvent(event="EV-1")).then_something().state(NOTICE).event == "EV-1"
    assert opened().when(c.Correct(text="Two falls")).then_something().state(NOTICE).what.part == "text"
    late = c.FallDue(owes="tell", due="2025-03-05")
    opened().when(late, by_clock("2025-03-05")).then_refused("nothing_fell_due")
    opened().when(late, by_clock("2025-03-06")).then_something()
    none = opened().when(c.Withdraw(why="He sat down")).then_something()
    assert none.balls(NOTICE) == ()
    none.when(c.LinkEvent(event="EV-1")).then_refused("notice.withdrawn")
