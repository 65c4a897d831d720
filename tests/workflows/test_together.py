"""Two steps that are given as one: noted and listed, resolved and told."""

from tests.given import Given, act, by_import, given, the
from tests.workflows.told import BARRIER, CONCERN, ISSUE, OPENED, answered, delivered, listed, logged, raised, resolved
from workflows.barrier import events as b
from workflows.concern import commands as cc
from workflows.concern import events as ce
from workflows.concern.state import Delivered, Ended
from workflows.issue import commands as c
from workflows.issue import events as e
from workflows.issue.state import Closed, Open, Resolved
from workflows.kernel.grammar import Act

OTHER = the("concern", 2)
TOLD = c.Settle(evidence="Seen on the ward", answer="The gel is filled every Friday")


def on_the_log(source: str = "between") -> Given:
    """One issue that two voices raised."""
    return given(
        (CONCERN, raised(source=source)),
        (OTHER, raised(what="Again the fax", source=source)),
        listed(from_concern=CONCERN),
        (CONCERN, ce.Listed(issue=ISSUE)),
        (OTHER, ce.Merged(issue=ISSUE)),
        e.Joined(concern=OTHER),
    )


def given_answer(when: Act) -> ce.Answered:
    own = "person-leader" if when.by.kind == "person" else "unit-4w"
    words = "The gel is filled every Friday"
    return answered(answer=words, holder=own, due="2025-03-06", through=ISSUE)


def reached(how: str) -> ce.Delivered:
    return ce.Delivered(how=how, day="2025-03-03", due="2025-03-17")  # type: ignore[arg-type]  # one of its words


def test_what_somebody_said_is_noted_and_listed_at_once() -> None:
    note = cc.Note(
        unit="4w",
        what="Gel is empty",
        idea="Par level",
        needs="Materials",
        category="supplies",
        source="rounds",
        owner="role-cno",
        due="2025-04-01",
        rank=2,
    )
    after = given(OPENED).when(note).then_something()
    (voice,) = (name for name in after.house.states if name.startswith("concern-"))
    (line,) = (name for name in after.house.states if name.startswith("issue-"))
    matter = after.state(line).matter
    assert (matter.voices, matter.owner, matter.due, matter.rank) == ((voice,), "role-cno", "2025-04-01", 2)
    assert (matter.category, matter.source, matter.suggestion.part, matter.needs.part) == (
        "supplies",
        "rounds",
        "suggestion",
        "needs",
    )
    assert after.state(voice).voice.issue == line
    assert [ball.owes for ball in (*after.balls(voice), *after.balls(line))] == ["answer", "resolve"]


def test_nothing_is_noted_where_no_unit_is_open() -> None:
    given().when(cc.Note(unit="4w", what="Gel is empty")).then_refused("unit.unknown", unit="4w")
    rounds = cc.Note(unit="4w", what="Gel is empty", rounds=the("rounds"))
    given(OPENED).when(rounds).then_refused("unknown", what="rounds")


def test_settling_tells_every_voice_and_waits_for_their_replies() -> None:
    after = (
        on_the_log()
        .when(TOLD)
        .then(
            (CONCERN, given_answer(act())),
            (CONCERN, reached("in_person")),
            (OTHER, given_answer(act())),
            (OTHER, reached("in_person")),
            (ISSUE, resolved()),
        )
    )
    assert isinstance(after.state(ISSUE), Resolved)
    assert {type(after.state(voice)) for voice in (CONCERN, OTHER)} == {Delivered}


def test_by_a_sheet_settling_ends_without_a_reply_and_closes() -> None:
    silent = ce.FellSilent(notices=0, as_the_sheet_says=True)
    told = c.Settle(answer="The gel is filled every Friday", told="sheet")
    after = (
        on_the_log("import")
        .when(told, by_import())
        .then(
            *((CONCERN, event) for event in (given_answer(by_import()), reached("sheet"), silent)),
            *((OTHER, event) for event in (given_answer(by_import()), reached("sheet"), silent)),
            (ISSUE, e.Resolved(evidence=None, how="fixed")),
            (ISSUE, e.Closed()),
        )
    )
    assert isinstance(after.state(ISSUE), Closed)
    assert {after.state(voice).how for voice in (CONCERN, OTHER)} == {"no_reply"}


def test_a_sheet_ends_no_loop_of_a_voice_that_did_not_come_with_it() -> None:
    told = c.Settle(answer="The gel is filled every Friday", told="sheet")
    after = on_the_log().when(told, by_import()).then_something()
    assert isinstance(after.state(ISSUE), Resolved)
    assert {type(after.state(voice)) for voice in (CONCERN, OTHER)} == {Delivered}
    after.when(cc.EndNoReply(), by_import()).then_refused("only_the_clock")


def test_settling_adds_only_what_is_still_owed() -> None:
    half = on_the_log("import").given(resolved(), (CONCERN, answered()), (OTHER, answered()), (OTHER, delivered()))
    half.when(TOLD).then((CONCERN, reached("in_person")))
    silent = ce.FellSilent(notices=0, as_the_sheet_says=True)
    told = c.Settle(answer="The gel is filled every Friday", told="sheet")
    ended = half.when(told, by_import()).then(
        (CONCERN, reached("sheet")), (CONCERN, silent), (OTHER, silent), (ISSUE, e.Closed())
    )
    assert isinstance(ended.state(CONCERN), Ended)


def test_nothing_is_settled_over_a_barrier_or_without_evidence() -> None:
    on_the_log().when(c.Settle(answer="Done")).then_refused("issue.needs_evidence")
    blocked = on_the_log().given(e.Blocked(barrier=BARRIER), logged(issues=(ISSUE,)))
    blocked.when(TOLD).then_refused("issue.blocked", count=1)
    sheet = on_the_log("import").given(e.Blocked(barrier=BARRIER), logged(issues=(ISSUE,)), resolved())
    sheet.when(TOLD, by_import()).then_refused("issue.blocked", count=1)
    free = blocked.given(b.Withdrawn(why="It was none"))
    assert isinstance(free.when(TOLD).then_something().state(ISSUE), Resolved)


def test_an_issue_nobody_raised_is_settled_too_and_one_that_is_not_there_is_not() -> None:
    assert isinstance(given(listed()).state(ISSUE), Open)
    given(listed()).when(TOLD).then(resolved())
    given().when(TOLD).then_refused("unknown", what="issue")
