"""Leaders rate how far the house has come: each alone and sealed, opened together, one answer agreed, dissent on record."""

import pytest

from assessments import rating
from assessments.maturity import NOT_ASSESSABLE, ComponentKey, Rating, anchors
from assessments.rating import sheet_of
from assessments.self_assessment import commands as c
from assessments.self_assessment import events as e
from assessments.self_assessment.state import Opened, Published, Sealed
from tests.given import Given, act, by_clock, given, the
from workflows.kernel.grammar import Act
from workflows.policies import revealing

STREAM = the("assessment")
ADA, BEN, EVA = "person-ada", "person-ben", "person-eva"
FACILITATOR = "person-ines"
OPEN = c.Open(raters=(ADA, BEN, EVA), facilitator=FACILITATOR, closes="2025-03-14")
LATER = "2025-03-15"
KEYS = tuple(anchors().components)


def asked(*more: e.Happened) -> Given:
    first = e.Opened(
        unit=None,
        raters=(ADA, BEN, EVA),
        facilitator=FACILITATOR,
        closes="2025-03-14",
        domains=("leadership", "culture", "improvement"),
        anchors=1,
    )
    return given(*((STREAM, one) for one in (first, *more)))


def rated_all(told: Given, rater: str) -> Given:
    """With all fourteen on the sheet of this rater."""
    sheet = sheet_of(STREAM, rater)
    return told.given(
        *(
            (
                sheet,
                rating.Given(
                    assessment=STREAM, rater=rater, component=key, stage="developing", why=None, evidence=None
                ),
            )
            for key in anchors().components
        )
    )


def handed_in(*raters: str) -> Given:
    told = asked()
    for rater in raters:
        told = rated_all(told, rater).when(c.HandIn(), act(who=rater), to=STREAM).then_something()
    return told


def revealed(*more: e.Happened) -> Given:
    everybody = tuple(e.HandedIn(rater=one) for one in (ADA, BEN, EVA))
    return asked(*everybody, e.Revealed(when="all_in"), *more)


def agreed(key: ComponentKey, stage: Rating = "developing") -> e.Agreed:
    return e.Agreed(component=key, rating=stage, met=(), note=None, evidence=())


def test_it_asks_each_of_those_who_rate_by_name_and_day() -> None:
    told = given().when(OPEN).then_something()
    stream = next(iter(told.house.states))
    assert isinstance(told.state(stream), Sealed)
    assert [(ball.holder, ball.owes, ball.due) for ball in told.balls(stream)] == [
        (one, "assess", "2025-03-14") for one in (ADA, BEN, EVA)
    ]


def test_leadership_cannot_be_left_out() -> None:
    without = c.Open(raters=(ADA, BEN, EVA), facilitator=FACILITATOR, closes="2025-03-14", domains=("culture",))
    given().when(without).then_refused("assessment.leadership_first")


def test_two_would_know_who_said_what() -> None:
    two = c.Open(raters=(ADA, BEN, ADA), facilitator=FACILITATOR, closes="2025-03-14")
    given().when(two).then_refused("assessment.raters_of", least=3, most=15)
    past = c.Open(raters=(ADA, BEN, EVA), facilitator=FACILITATOR, closes="2025-03-02")
    given().when(past).then_refused("day_is_past")


def test_a_rating_is_sealed_on_a_sheet_of_ones_own() -> None:
    rate = c.Rate(component="trust", rating="advancing", why="They speak at handover", evidence=("unit-4w",))
    told = asked().when(rate, act(who=ADA), to=STREAM).then_something()
    sheet = told.state(sheet_of(STREAM, ADA))
    assert (sheet.rater, [one.component for one in sheet.ratings]) == (ADA, ["trust"])
    assert sheet.ratings[0].stage.part == "stage"
    assert "advancing" not in str(told.house.states)


def test_who_is_not_asked_cannot_rate() -> None:
    rate = c.Rate(component="trust", rating="advancing")
    asked().when(rate, act(who="person-zoe"), to=STREAM).then_refused("assessment.not_a_rater")
    given().when(rate, act(who=ADA), to=STREAM).then_refused("unknown")


def test_a_sheet_is_handed_in_whole_and_once() -> None:
    asked().when(c.HandIn(), act(who=ADA), to=STREAM).then_refused("assessment.rate_all", count=14)
    told = handed_in(ADA)
    told.when(c.HandIn(), act(who=ADA), to=STREAM).then_nothing()
    again = c.Rate(component="trust", rating="beginning")
    told.when(again, act(who=ADA), to=STREAM).then_refused("assessment.handed_in_already")


def test_nothing_is_opened_before_all_are_in() -> None:
    told = handed_in(ADA, BEN)
    assert isinstance(told.state(STREAM), Sealed)
    told.when(c.Reveal(), act(who=FACILITATOR), to=STREAM).then_refused("assessment.sealed_until", missing=1)
    told.when(c.Agree(component="trust"), act(who=FACILITATOR), to=STREAM).then_refused("assessment.sealed_until")
    last = rated_all(told, EVA).when(c.HandIn(), act(who=EVA), to=STREAM)
    after = last.then(e.HandedIn(rater=EVA), e.Revealed(when="all_in"))
    assert [(ball.holder, ball.owes) for ball in after.balls(STREAM)] == [(FACILITATOR, "conclude")]


def four() -> Given:
    """Three of four have handed in."""
    first = e.Opened(
        unit=None,
        raters=(ADA, BEN, EVA, "person-uri"),
        facilitator=FACILITATOR,
        closes="2025-03-14",
        domains=("leadership",),
        anchors=1,
    )
    return given((STREAM, first), *((STREAM, e.HandedIn(rater=one)) for one in (ADA, BEN, EVA)))


def test_when_the_time_is_over_the_clock_opens_what_is_there() -> None:
    told = four()
    state = told.state(STREAM)
    assert revealing.wakes(state) == LATER
    ((wish, _),) = revealing.tick(LATER, STREAM, state, act().terms)
    told.when(wish.command, by_clock(LATER), to=STREAM).then(e.Revealed(when="time_over"))
    told.when(wish.command, by_clock("2025-03-14"), to=STREAM).then_refused("assessment.sealed_until")


def test_with_too_few_it_stays_sealed_and_there_is_more_time() -> None:
    told = handed_in(ADA, BEN)
    assert revealing.wakes(told.state(STREAM)) is None
    told.when(c.Reveal(), act(day=LATER), to=STREAM).then_refused("assessment.too_few", least=3, handed=2)
    told.when(c.Extend(closes="2025-03-10"), to=STREAM).then_refused("assessment.only_later")
    told.when(c.Extend(closes="2025-03-21"), to=STREAM).then(e.Extended(closes="2025-03-21"))
    revealed().when(c.Extend(closes="2025-03-21"), to=STREAM).then_refused("assessment.opened_already")


def test_the_stage_follows_from_what_is_met() -> None:
    both = tuple(anchors().components["trust"].criteria("developing"))
    half = c.Agree(component="trust", met=(*both, "approaching.high"), note="Not yet in every unit")
    expected = e.Agreed(
        component="trust",
        rating="developing",
        met=tuple(sorted((*both, "approaching.high"))),
        note="Not yet in every unit",
        evidence=(),
    )
    revealed().when(half, by_facilitator(), to=STREAM).then(expected)
    wrong = c.Agree(component="trust", met=("developing.agenda",))
    revealed().when(wrong, by_facilitator(), to=STREAM).then_refused("assessment.no_such_criterion")


def by_facilitator() -> Act:
    return act(who=FACILITATOR)


def test_not_being_able_to_say_is_an_answer_with_its_reason() -> None:
    bare = c.Agree(component="technology", not_assessable=True)
    revealed().when(bare, by_facilitator(), to=STREAM).then_refused("assessment.why_not_assessable")
    said = c.Agree(component="technology", not_assessable=True, note="The new system comes in May")
    told = revealed().when(said, by_facilitator(), to=STREAM).then_something()
    assert told.state(STREAM).profile == {"technology": NOT_ASSESSABLE}
    mixed = c.Agree(component="trust", not_assessable=True, met=("developing.first",))
    revealed().when(mixed, by_facilitator(), to=STREAM).then_refused("assessment.met_or_not_assessable")


def test_whoever_disagrees_is_on_record_in_their_own_name() -> None:
    dissent = c.Dissent(component="trust", rating="beginning", why="Nobody asked the nights")
    revealed().when(dissent, act(who=BEN), to=STREAM).then_refused("assessment.not_agreed_yet")
    told = revealed(agreed("trust"))
    told.when(dissent, act(who="person-zoe"), to=STREAM).then_refused("assessment.not_a_rater")
    same = c.Dissent(component="trust", rating="developing", why="Yes")
    told.when(same, act(who=BEN), to=STREAM).then_refused("assessment.no_dissent")
    after = told.when(dissent, act(who=BEN), to=STREAM).then_something()
    assert [(one.rater, one.rating) for one in after.state(STREAM).dissents] == [(BEN, "beginning")]


def test_words_are_put_right_and_the_old_ones_stay() -> None:
    revealed().when(c.Correct(component="trust", text="Most"), by_facilitator(), to=STREAM).then_refused(
        "nothing_to_correct"
    )
    dissent = e.Dissented(component="trust", rater=BEN, rating="beginning", why="Nights")
    told = revealed(agreed("trust"), dissent)
    told = told.when(c.Correct(component="trust", text="Most"), by_facilitator(), to=STREAM).then_something()
    mine = c.Correct(component="trust", part="dissent", text="Nobody asked the nights")
    told.when(mine, by_facilitator(), to=STREAM).then_refused("nothing_to_correct")
    state = told.when(mine, act(who=BEN), to=STREAM).then_something().state(STREAM)
    assert (state.agreement("trust").note.part, state.dissents[0].why.part) == ("text", "text")
    assert len(state.corrections) == 2


def test_it_is_published_when_there_is_an_answer_to_each() -> None:
    revealed(agreed("trust")).when(c.Publish(), by_facilitator(), to=STREAM).then_refused(
        "assessment.still_open", count=13
    )
    whole = revealed(*(agreed(key) for key in KEYS))
    told = whole.when(c.Publish(), by_facilitator(), to=STREAM).then_something()
    assert isinstance(told.state(STREAM), Published)
    assert told.balls(STREAM) == ()
    again = c.Agree(component="trust", note="No, lower")
    told.when(again, by_facilitator(), to=STREAM).then_refused("assessment.published_already")


def test_said_again_before_it_is_published_the_later_one_counts() -> None:
    told = revealed(agreed("trust"), agreed("trust", "advancing"), agreed("board"))
    state = told.state(STREAM)
    assert isinstance(state, Opened)
    assert state.profile == {"trust": "advancing", "board": "developing"}


@pytest.mark.parametrize(
    ("command", "refusal"),
    [
        (c.HandOn(whose=ADA, to=BEN), "assessment.rates_already"),
        (c.HandOn(whose="person-zoe", to="person-uri"), "assessment.no_place_to_give"),
    ],
)
def test_a_place_is_given_to_somebody_who_has_none(command: c.HandOn, refusal: str) -> None:
    asked().when(command, to=STREAM).then_refused(refusal)


def test_a_place_and_the_meeting_are_handed_on() -> None:
    told = asked().when(c.HandOn(whose=ADA, to="person-uri"), to=STREAM).then_something()
    assert told.state(STREAM).setting.raters == ("person-uri", BEN, EVA)
    told = told.when(c.HandOn(to="person-max"), to=STREAM).then_something()
    assert told.state(STREAM).setting.facilitator == "person-max"
    given_away = handed_in(ADA).when(c.HandOn(whose=ADA, to="person-uri"), to=STREAM)
    given_away.then_refused("assessment.no_place_to_give")


def test_one_taken_back_takes_nothing_more() -> None:
    told = asked().when(c.Withdraw(why="Too soon after the flood"), to=STREAM).then_something()
    told.when(c.Rate(component="trust", rating="beginning"), act(who=ADA), to=STREAM).then_refused(
        "assessment.withdrawn"
    )
    assert told.balls(STREAM) == ()
