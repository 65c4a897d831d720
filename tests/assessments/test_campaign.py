"""A campaign opens, goes on while too few have answered, is counted once, and somebody says what follows."""

from random import Random
from typing import Literal

import pytest
from msgspec.structs import replace

from assessments.campaign import commands as c
from assessments.campaign import events as e
from assessments.campaign.commands import Least
from assessments.instrument import published
from tests.assessments.disclosure.solver import exposed
from tests.given import Given, act, by_clock, given, the
from workflows.kernel.grammar import Act, Event, Refused
from workflows.unit import events as u
from workflows.unit.commands import EnterSurvey

STREAM = the("campaign")
DIGEST = "ab" * 32
CLOSES = "2025-03-10"
OPEN = c.Open(unit="4w", closes=CLOSES)


def unit() -> Given:
    return given(u.Opened(unit="4w", name="4 West"))


def opened(*more: e.Happened, least: Least = "10") -> Given:
    first = e.Opened(unit="4w", instrument="today", version=1, instrument_digest=DIGEST, closes=CLOSES, least=least)
    return given(*((STREAM, one) for one in (first, *more)))


def first_of(where: str) -> e.Opened:
    today = published()["today"]
    return e.Opened(
        unit=where,
        instrument="today",
        version=today.version,
        instrument_digest=today.digest,
        closes=CLOSES,
        least="10",
    )


def asks(here: Given, where: str) -> tuple[str, u.Asked]:
    """Said of each unit whose people are asked by the next campaign."""
    return (f"unit-{where}", u.Asked(survey=the("campaign", 1_000 + here.house.seq), instrument="today"))


COUNTED = e.BallotsCounted(ballots=12, digest=DIGEST)


def test_it_is_opened_with_the_very_words_that_are_asked() -> None:
    here = unit()
    here.when(OPEN).then(first_of("4w"), asks(here, "4w"))


@pytest.mark.parametrize(
    ("command", "refused"),
    [
        (c.Open(unit="4w", closes="2025-03-03"), "campaign.closes_later"),
        (c.Open(unit="4w", closes=CLOSES, instrument="nothing"), "campaign.no_such_instrument"),
        (c.Open(unit="4w", closes=CLOSES, instrument="saq-short"), "campaign.no_such_instrument"),
        (c.Open(unit="4w", closes=CLOSES, instrument="respect-pulse", least="5"), "campaign.too_few_for_respect"),
    ],
)
def test_what_cannot_be_asked_is_refused(command: c.Open, refused: str) -> None:
    unit().when(command).then_refused(refused)


def test_with_too_few_it_goes_on_and_nothing_says_how_many() -> None:
    nine = c.Count(ballots=9, digest=DIGEST)
    opened().when(nine, by_clock(CLOSES)).then((STREAM, e.Prolonged(closes="2025-03-17")))
    opened().when(nine, by_clock("2025-03-30")).then((STREAM, e.Prolonged(closes="2025-03-31")))


def test_with_enough_it_is_counted_once_on_its_day() -> None:
    count = c.Count(ballots=10, digest=DIGEST)
    opened().when(count, by_clock("2025-03-09")).then_nothing()
    opened().when(count, by_clock(CLOSES)).then((STREAM, e.BallotsCounted(ballots=10, digest=DIGEST)))
    opened(COUNTED).when(count, by_clock(CLOSES)).then_nothing()
    opened().when(count, act(day=CLOSES)).then_refused("only_the_clock")


def test_five_are_enough_where_that_was_said_first() -> None:
    five = c.Count(ballots=5, digest=DIGEST)
    opened(least="5").when(five, by_clock(CLOSES)).then((STREAM, e.BallotsCounted(ballots=5, digest=DIGEST)))


def test_whoever_leads_the_team_owes_what_follows() -> None:
    (owed,) = opened(COUNTED).balls(STREAM)
    assert (owed.holder, owed.owes, owed.to) == ("role-team-leader", "tell", "unit-4w")
    opened().when(c.Debrief(keep="All of it")).then_refused("campaign.not_counted")
    opened(COUNTED).when(c.Debrief()).then_refused("campaign.what_follows")
    opened(COUNTED).when(c.Debrief(issue=the("issue"))).then_refused("unknown")


def test_what_was_counted_cannot_be_stopped() -> None:
    opened().when(c.Withdraw(reason="No")).then((STREAM, e.Withdrawn(reason="No")))
    opened(COUNTED).when(c.Withdraw(reason="No")).then_refused("campaign.counted")
    opened(e.Withdrawn(reason="reason")).when(c.Count(ballots=50, digest=DIGEST), by_clock(CLOSES)).then_nothing()


def staffed(**people: int) -> Given:
    """Units where so many work, and somebody who only leads for the hospital."""
    facts: list[tuple[str, Event]] = []
    for slug, number in people.items():
        facts.append((f"unit-{slug}", u.Opened(unit=slug, name=slug.upper())))
        partner = u.RoleGiven(person=the("person", 999), role="executive_partner", since="2025-01-01")
        facts.append((f"unit-{slug}", partner))
        for one in range(number):
            person = the("person", 100 * len(facts) + one)
            facts.append((f"unit-{slug}", u.RoleGiven(person=person, role="front_line", since="2025-01-01")))
    return given(*facts)


QUALITY = act(roles=frozenset({"quality_director"}))


@pytest.mark.parametrize(("mode", "cards"), [("anonymous", 26), ("confidential", 16)])
def test_who_can_answer_is_frozen_in_numbers(mode: Literal["anonymous", "confidential"], cards: int) -> None:
    """Sixteen people; of cards there are ten to spare."""
    roster = e.RosterFrozen(mode=mode, units=("w4",), eligible=(16,), groups=(0,), cards=(cards,))
    here = staffed(w4=16)
    here.when(replace(OPEN, unit="w4", mode=mode)).then(first_of("w4"), roster, asks(here, "w4"))


def test_a_unit_too_small_to_be_shown_answers_with_another() -> None:
    command = replace(OPEN, unit="w4", mode="anonymous", also=("lab", "lab"))
    roster = e.RosterFrozen(mode="anonymous", units=("w4", "lab"), eligible=(48, 6), groups=(0, 0), cards=(68,))
    here = staffed(w4=48, lab=6)
    here.when(command, QUALITY).then(first_of("w4"), roster, asks(here, "w4"), asks(here, "lab"))


@pytest.mark.parametrize(
    ("command", "by", "refused"),
    [
        (replace(OPEN, unit="lab", mode="anonymous"), QUALITY, "campaign.too_few_people"),
        (replace(OPEN, unit="w4", also=("lab",)), QUALITY, "campaign.together_has_cards"),
        (replace(OPEN, unit="w4", also=("lab",), mode="anonymous", least="5"), QUALITY, "campaign.five_is_one_unit"),
        (replace(OPEN, unit="w4", also=("lab",), mode="anonymous"), act(), "campaign.together_by_hospital"),
        (replace(OPEN, unit="lab", also=("w4",), mode="anonymous"), QUALITY, "campaign.stands_alone"),
        (replace(OPEN, unit="w4", also=("nowhere",), mode="anonymous"), QUALITY, "unit.unknown"),
    ],
)
def test_who_cannot_be_asked_so(command: c.Open, by: Act, refused: str) -> None:
    staffed(w4=12, lab=6).when(command, by).then_refused(refused)


def test_the_cards_used_are_put_beside_the_ballots() -> None:
    roster = e.RosterFrozen(mode="anonymous", units=("4w",), eligible=(16,), groups=(0,), cards=(26,))
    count = c.Count(ballots=12, digest=DIGEST, made=26, drawn=14, spent=12)
    opened(roster).when(count, by_clock(CLOSES)).then(
        (STREAM, COUNTED), (STREAM, e.CardsReconciled(made=26, drawn=14, spent=12))
    )


ALONE = replace(OPEN, unit="w4", mode="confidential")
BOTH = replace(ALONE, also=("lab",))
LATER = replace(ALONE, closes="2025-04-10")
BOTH_LATER = replace(BOTH, closes="2025-04-10")


def after(first: c.Open, *more: e.Happened) -> Given:
    """A ward of 48 and a laboratory of six were asked so, and that went on."""
    here = staffed(w4=48, lab=6)
    stream = the("campaign", 1_000 + here.house.seq)
    return here.when(first, QUALITY).then_something().given(*((stream, one) for one in more))


MANY = e.BallotsCounted(ballots=40, digest=DIGEST)
APRIL = act(day="2025-04-01", roles=frozenset({"quality_director"}))
JUNE = act(day="2025-06-08", roles=frozenset({"quality_director"}))


@pytest.mark.parametrize("first", [ALONE, BOTH])
@pytest.mark.parametrize("second", [ALONE, BOTH, replace(OPEN, unit="w4"), replace(OPEN, unit="w4", least="5")])
def test_nobody_is_asked_the_same_twice_at_a_time(first: c.Open, second: c.Open) -> None:
    """One result taken from the other would be what the laboratory said, or whoever answered only once."""
    after(first).when(second, QUALITY).then_refused("campaign.asked_already", closes=CLOSES)
    after(first).when(replace(second, instrument="unit-safety", least="10"), QUALITY).then_something()
    after(first, e.Withdrawn(reason="No")).when(second, QUALITY).then_something()


@pytest.mark.parametrize(("first", "second"), [(ALONE, BOTH_LATER), (BOTH, LATER)])
def test_a_later_wave_is_of_the_same_units_for_a_while(first: c.Open, second: c.Open) -> None:
    """For ninety days after the first one closed."""
    after(first, MANY).when(second, APRIL).then_refused("campaign.few_left_over", until="2025-06-08")
    after(first, MANY).when(replace(first, closes="2025-04-10"), APRIL).then_something()
    after(first, MANY).when(replace(second, closes="2025-06-20"), JUNE).then_something()


def test_neither_one_taken_back_in_between_nor_a_merger_undone_opens_a_way_around() -> None:
    asked = after(BOTH, MANY)
    again = the("campaign", 1_000 + asked.house.seq)
    taken_back = asked.when(BOTH_LATER, APRIL).then_something().given((again, e.Withdrawn(reason="No")))
    undone = taken_back.given(
        ("unit-lab", u.Closed()), ("unit-lab", u.WentOnAs(into=("w4",), since="2025-03-20")), ("unit-lab", u.Reopened())
    )
    undone.when(LATER, APRIL).then_refused("campaign.few_left_over")
    after(BOTH).given(("unit-lab", u.Closed())).when(LATER, APRIL).then_refused("campaign.asked_already")


def test_a_merger_and_what_was_asked_before_it_are_not_taken_from_one_another() -> None:
    """What the ward said without the laboratory and with it would tell what six people said; so would it once undone."""
    merged = (("unit-lab", u.Closed()), ("unit-lab", u.WentOnAs(into=("w4",), since="2025-03-20")))
    taken = ("unit-w4", u.TookOver(unit="lab", since="2025-03-20"))
    asked = after(ALONE, MANY).given(*merged, taken)
    asked.when(LATER, APRIL).then_refused("campaign.units_changed", until="2025-06-08")
    asked.when(replace(LATER, closes="2025-06-20"), JUNE).then_something()
    asked.when(replace(LATER, instrument="unit-safety"), APRIL).then_something()
    still = after(ALONE).given(*merged, taken)
    still.when(LATER, APRIL).then_refused("campaign.asked_already", closes=CLOSES)

    first = staffed(w4=48, lab=16).given(*merged, taken)
    stream = the("campaign", 1_000 + first.house.seq)
    whole = first.when(replace(ALONE, closes="2025-03-25"), act(day="2025-03-21", roles=QUALITY.roles)).then_something()
    back = (("unit-lab", u.Reopened()), ("unit-w4", u.GaveBack(unit="lab")))
    undone = whole.given((stream, MANY), *back, when=act(day="2025-03-28"))
    undone.when(replace(LATER, unit="lab"), APRIL).then_refused("campaign.units_changed")


def test_what_was_counted_elsewhere_is_not_taken_from_what_is_asked_here() -> None:
    entered = u.SurveyEntered(
        instrument="today", version=1, instrument_digest=DIGEST, closed="2025-02-10", told="figures", digest=DIGEST
    )
    here = staffed(w4=48, lab=6).given(("unit-w4", entered))
    here.when(BOTH, QUALITY).then_refused("campaign.few_left_over", until="2025-05-11")
    here.when(ALONE, QUALITY).then_something()
    staffed(w4=48, lab=6).given(("unit-w4", replace(entered, instrument="other"))).when(BOTH, QUALITY).then_something()


def test_what_was_counted_elsewhere_is_not_brought_beside_what_it_can_be_taken_from() -> None:
    enter = EnterSurvey(
        instrument="today", version=1, instrument_digest=DIGEST, closed="2025-02-20", told="figures", digest=DIGEST
    )
    few = "unit.survey_leaves_few"
    after(BOTH, MANY).when(enter, to="unit-w4").then_refused(few, closed="2025-02-20")
    after(BOTH).when(enter, to="unit-w4").then_refused(few)
    after(BOTH, MANY).when(replace(enter, closed="2024-11-30"), to="unit-w4").then_something()
    after(ALONE, MANY).when(enter, to="unit-w4").then_something().when(enter, to="unit-w4").then_nothing()


def test_a_small_unit_may_answer_with_others_as_long_as_it_is_never_left_over() -> None:
    here = staffed(w4=48, lab=6, icu=12)
    first = here.when(BOTH, QUALITY).then_something().given((the("campaign", 1_000 + here.house.seq), MANY))
    second = first.when(replace(BOTH_LATER, unit="icu"), APRIL).then_something()
    both = second.given((the("campaign", 1_000 + first.house.seq), MANY))
    both.when(replace(LATER, unit="icu", closes="2025-04-20"), APRIL).then_refused("campaign.few_left_over")


MARCH, SMALL = act(day="2025-03-01", roles=QUALITY.roles), (6, 7, 8, 9, 12)


def over(here: Given, command: c.Open) -> Given | None:
    """Asked so and counted before anything else is asked; None where that is refused."""
    asked = here.when(command, MARCH)
    if isinstance(here.house.asked(command, asked.to, MARCH), Refused):
        return None
    return asked.then_something().given((the("campaign", 1_000 + here.house.seq), MANY))


def test_five_surveys_in_a_ring_do_not_tell_what_one_small_unit_said() -> None:
    """Each of two units of six, each unit in two of them: the sums of all five are what each unit said."""
    ring = ["a", "b", "c", "d", "e"]
    cells = [frozenset({one, ring[(at + 1) % 5]}) for at, one in enumerate(ring)]
    assert exposed(dict.fromkeys(ring, 6), cells[:4], 10) is None
    assert exposed(dict.fromkeys(ring, 6), cells, 10), "the fifth would"
    here = staffed(**dict.fromkeys(ring, 6))
    for at, one in enumerate(ring[:4]):
        here = over(here, replace(BOTH, unit=one, also=(ring[at + 1],))) or pytest.fail(f"the ring breaks at {one}")
    here.when(replace(BOTH, unit="e", also=("a",)), MARCH).then_refused("campaign.few_left_over", until="2025-06-08")


def test_whatever_a_hospital_asks_within_ninety_days_nothing_of_a_few_is_left_over() -> None:
    """Checked by the solver that knows no cleverness, over all that was not refused."""
    chance, told = Random(20_261_130), 0
    for _ in range(12):
        people = {name: chance.choice(SMALL) for name in "abcdef"}
        here, cells = staffed(**people), list[frozenset[str]]()
        for _ in range(14):
            unit, *also = chance.sample(sorted(people), chance.choice((1, 2, 2, 3)))
            asked = over(here, replace(BOTH, unit=unit, also=tuple(also)))
            if asked is not None:
                here = asked
                cells.append(frozenset((unit, *also)))
        told += len(cells)
        assert exposed(people, cells, 10) is None, cells
    assert told > 30
