"""A wave: drawn up, locked to the word and to who can answer, begun, counted, looked at, published, talked about."""

import pytest
from msgspec.structs import replace

from assessments.campaign import Campaign, Wave
from assessments.campaign import commands as c
from assessments.campaign import events as e
from assessments.campaign.rosters import grouped
from assessments.campaign.waving import part_of
from assessments.instrument import published
from tests.assessments.test_campaign import CLOSES, DIGEST, QUALITY, staffed
from tests.given import Given, act, by_clock, the
from workflows.kernel.grammar import Event
from workflows.unit import events as u

WAVE = the("campaign")
UNITS = ("w4", "icu", "lab")
PLAN = c.Plan(units=UNITS, instrument="today", mode="anonymous", closes=CLOSES)
PLANNED = e.Planned(units=UNITS, instrument="today", mode="anonymous", closes=CLOSES)
TODAY = published()["today"]
LOCKED = e.Locked(version=TODAY.version, instrument_digest=TODAY.digest)
ROSTER = e.RosterFrozen(mode="anonymous", units=UNITS, eligible=(30, 14, 6), groups=(0, 1, 1), cards=(40, 30))
COUNT = c.Count(ballots=40, digest=DIGEST, made=70, drawn=42, spent=40, groups=("w4",))
COUNTED = (
    e.BallotsCounted(ballots=40, digest=DIGEST),
    e.CardsReconciled(made=70, drawn=42, spent=40),
    e.Settled(groups=(0,)),
)


def house(*more: Event) -> Given:
    return staffed(w4=30, icu=14, lab=6).given(*((WAVE, one) for one in more))


def asks(unit: str) -> tuple[str, u.Asked]:
    return (f"unit-{unit}", u.Asked(survey=WAVE, instrument="today"))


@pytest.mark.parametrize(
    ("people", "groups"),
    [
        ({"a": 30, "b": 14}, (0, 1)),
        ({"a": 30, "b": 14, "c": 6}, (0, 1, 1)),
        ({"c": 6, "a": 30, "b": 14}, (1, 0, 1)),
        ({"a": 30, "c": 6, "d": 5}, (0, 1, 1)),
        ({"c": 6, "d": 5}, (0, 0)),
        ({"a": 30, "c": 0}, (0, 0)),
        ({"c": 6, "d": 3}, ()),
    ],
)
def test_no_group_is_smaller_than_what_may_be_shown(people: dict[str, int], groups: tuple[int, ...]) -> None:
    assert grouped(people, 10) == groups
    for group in set(groups):
        assert sum(number for number, at in zip(people.values(), groups, strict=True) if at == group) >= 10


def test_it_is_drawn_up_before_anything_is_fixed() -> None:
    house().when(PLAN, QUALITY).then(PLANNED)
    house().when(replace(PLAN, units=("w4", "w4")), QUALITY).then_refused("campaign.wave_of_one")
    house().when(replace(PLAN, units=("w4", "nowhere")), QUALITY).then_refused("unit.unknown")
    house().when(replace(PLAN, closes="2025-03-03"), QUALITY).then_refused("campaign.closes_later")
    house().when(replace(PLAN, instrument="saq-short"), QUALITY).then_refused("campaign.no_such_instrument")


def test_words_and_people_are_locked_together_and_the_units_are_asked_from_then_on() -> None:
    locked = (
        house(PLANNED)
        .when(c.Lock(), QUALITY)
        .then((WAVE, LOCKED), (WAVE, ROSTER), asks("w4"), asks("icu"), asks("lab"))
    )
    alone = c.Open(unit="w4", closes=CLOSES, mode="confidential")
    locked.when(alone, QUALITY).then_refused("campaign.asked_already")
    locked.when(c.Lock(), QUALITY).then_nothing()
    house(PLANNED, LOCKED, ROSTER, e.Launched()).when(c.Lock(), QUALITY).then_refused("campaign.not_a_draft")


def test_a_unit_that_was_asked_the_same_with_others_keeps_it_from_being_locked() -> None:
    here = staffed(w4=30, icu=14, lab=6)
    with_lab = c.Open(unit="w4", also=("lab",), mode="confidential", closes="2025-03-04")
    asked = the("campaign", 1_000 + here.house.seq)
    open_ = here.when(with_lab, QUALITY).then_something()
    open_.given((WAVE, PLANNED)).when(c.Lock(), QUALITY).then_refused("campaign.asked_already")
    over = open_.given((asked, e.BallotsCounted(ballots=30, digest=DIGEST)), (WAVE, PLANNED))
    over.when(c.Lock(), QUALITY).then_refused("campaign.few_left_over", until="2025-06-02")


def test_what_a_wave_held_back_is_not_asked_for_alone_afterwards() -> None:
    """4 West and the hospital were told: from that, and the laboratory with the ICU alone, nothing of a few follows; the ICU
    alone would leave the laboratory over."""
    here = house(PLANNED).when(c.Lock(), QUALITY).then_something()
    over = here.given((WAVE, e.Launched()), *((WAVE, one) for one in COUNTED))
    april = act(day="2025-04-01", roles=QUALITY.roles)
    icu = c.Open(unit="icu", mode="confidential", closes="2025-04-10")
    over.when(icu, april).then_refused("campaign.few_left_over")
    over.when(replace(icu, unit="w4"), april).then_something()
    over.when(replace(icu, also=("lab",)), april).then_something()


def test_it_begins_only_once_it_is_locked_and_only_before_its_day() -> None:
    house(PLANNED).when(c.Launch(), QUALITY).then_refused("campaign.not_locked")
    house(PLANNED, LOCKED, ROSTER).when(c.Launch(), QUALITY).then((WAVE, e.Launched()))
    house(PLANNED, LOCKED, ROSTER).when(c.Launch(), act(day=CLOSES)).then_refused("campaign.closes_later")
    house(PLANNED, LOCKED, ROSTER).when(COUNT, by_clock(CLOSES)).then_nothing()


def test_on_its_day_it_is_counted_once_and_what_is_shown_is_settled_with_it() -> None:
    begun = house(PLANNED, LOCKED, ROSTER, e.Launched())
    counted = begun.when(COUNT, by_clock(CLOSES)).then(*((WAVE, one) for one in COUNTED))
    counted.when(replace(COUNT, groups=("w4", "icu")), by_clock("2025-03-20")).then_nothing()
    begun.when(replace(COUNT, ballots=9), by_clock(CLOSES)).then((WAVE, e.Prolonged(closes="2025-03-17")))
    begun.when(COUNT, act(day=CLOSES)).then_refused("only_the_clock")
    (owed,) = counted.balls(WAVE)
    assert (owed.holder, owed.owes) == ("role-quality-director", "review")


def test_published_each_group_has_its_part_and_says_what_follows() -> None:
    house(PLANNED, LOCKED, ROSTER, e.Launched()).when(c.Publish(), QUALITY).then_refused("campaign.not_counted")
    told = house(PLANNED, LOCKED, ROSTER, e.Launched(), *COUNTED).when(c.Publish(), QUALITY).then_something()
    wave, (first, second) = told.state(WAVE), (part_of(WAVE, 0), part_of(WAVE, 1))
    assert isinstance(wave, Wave)
    assert (wave.stage, told.balls(WAVE)) == ("published", ())
    part = told.state(second)
    assert isinstance(part, Campaign)
    assert (part.stage, part.unit, part.units, part.ballots) == ("counted", "icu", ("icu", "lab"), None)
    assert told.balls(second)[0].to == "unit-icu"
    said = told.given((first, e.Debriefed(issue=None, keep="keep")))
    assert said.state(first).stage == "debriefed"
    assert said.balls(first) == ()
    told.when(c.Debrief(keep="All of it"), QUALITY, to=WAVE).then_refused("campaign.by_unit")
    told.when(c.Withdraw(reason="No"), QUALITY, to=second).then_refused("campaign.counted")


@pytest.mark.parametrize("done", [(), (LOCKED, ROSTER), (LOCKED, ROSTER, e.Launched())])
def test_until_it_is_counted_it_can_be_dropped(done: tuple[Event, ...]) -> None:
    house(PLANNED, *done).when(c.Withdraw(reason="No"), QUALITY).then((WAVE, e.Withdrawn(reason="No")))
    house(PLANNED, LOCKED, ROSTER, e.Launched(), *COUNTED).when(c.Withdraw(reason="No"), QUALITY).then_refused(
        "campaign.counted"
    )
