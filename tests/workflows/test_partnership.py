"""A unit and an executive: named, eligible, bound by three clauses, active one at a time, handed over, ended."""

import pytest

from tests.given import LEADER, PARTNER, act, given, the
from tests.workflows.partners import ACTIVE, NAMED, NEXT, OURS, QUALITY, SIGNED, WILLING, active
from tests.workflows.test_policies import reactions
from tests.workflows.told import OPENED
from workflows import waiver
from workflows.kernel.noun import Wish
from workflows.partnership import commands as c
from workflows.partnership import events as e
from workflows.partnership.commands import Rank
from workflows.partnership.state import Active, Agreed, Ended
from workflows.unit import events as u


def nominate(rank: Rank = "vice_president", *, clinician: bool = False) -> c.Nominate:
    return c.Nominate(unit="4w", executive=PARTNER, rank=rank, clinician=clinician, interest="I pay for it, so I go")


def of_rank() -> waiver.Granted:
    return waiver.Granted(unit=None, rule="partnership.rank", reason="Highest leader there is", until=None, about=None)


@pytest.mark.parametrize("rank", ["board_member", "ceo", "vice_president"])
@pytest.mark.parametrize("clinician", [True, False])
def test_whoever_ranks_high_enough_is_eligible_and_being_a_clinician_never_matters(rank: Rank, clinician: bool) -> None:
    told = given(OPENED).when(nominate(rank, clinician=clinician)).then_something()
    told.when(c.Confirm(), QUALITY, to=OURS).then(e.EligibilityConfirmed())


@pytest.mark.parametrize("rank", ["director", "other"])
def test_a_lower_rank_takes_a_waiver_and_is_shown_as_such(rank: Rank) -> None:
    told = given(OPENED).when(nominate(rank)).then_something()
    told.when(c.Confirm(), QUALITY, to=OURS).then_refused("partnership.rank_below")
    told.when(c.Confirm(waiver=the("waiver")), QUALITY, to=OURS).then_refused("partnership.no_such_waiver")
    waived = told.given(of_rank())
    after = waived.when(c.Confirm(waiver=the("waiver")), QUALITY, to=OURS).then(
        e.EligibilityWaived(waiver=the("waiver"))
    )
    assert after.state(OURS).bond.waiver == the("waiver")
    ended = waived.given(waiver.Ended())
    ended.when(c.Confirm(waiver=the("waiver")), QUALITY, to=OURS).then_refused("partnership.no_such_waiver")


def test_nobody_confirms_themselves() -> None:
    given(OPENED, NAMED).when(c.Confirm(), act(who=PARTNER), to=OURS).then_refused("partnership.not_oneself")


def test_it_begins_with_the_signature_under_all_three_clauses() -> None:
    told = given(OPENED, NAMED)
    told.when(WILLING, act(who=PARTNER), to=OURS).then_refused("partnership.confirm_first")
    eligible = told.given((OURS, e.EligibilityConfirmed()))
    assert [(ball.holder, ball.owes) for ball in eligible.balls(OURS)] == [(PARTNER, "sign")]
    eligible.when(WILLING, act(who=LEADER), to=OURS).then_refused("partnership.theirs_to_sign")
    halfway = c.Sign(learn_from=True, listen_to=False, work_with=True)
    eligible.when(halfway, act(who=PARTNER), to=OURS).then_refused("partnership.all_three")
    given_the_role = u.RoleGiven(person=PARTNER, role="executive_partner", since="2025-03-03")
    after = eligible.when(WILLING, act(who=PARTNER), to=OURS).then(
        SIGNED, (OURS, e.Activated(first="2025-04")), ("unit-4w", given_the_role)
    )
    assert isinstance(after.state(OURS), Active)
    assert after.state("unit-4w").partner == PARTNER


def test_a_unit_has_one_active_partner_and_the_next_waits_with_a_signature() -> None:
    other = e.Nominated(unit="4w", executive="person-next", rank="ceo", clinician=True, interest=None)
    told = active().given((NEXT, other), (NEXT, e.EligibilityConfirmed()))
    told.when(c.HandOver(executive="person-next"), to=OURS).then_refused("partnership.sign_first")
    signed = told.when(WILLING, act(who="person-next"), to=NEXT).then_something()
    assert isinstance(signed.state(NEXT), Agreed)
    after = signed.when(c.HandOver(executive="person-next"), to=OURS).then(
        (OURS, e.HandedOver(to="person-next", last="2025-02")),
        (NEXT, e.Activated(first="2025-04")),
        u.RoleEnded(person=PARTNER, role="executive_partner"),
        u.RoleGiven(person="person-next", role="executive_partner", since="2025-03-03"),
    )
    assert isinstance(after.state(OURS), Ended)
    assert after.state("unit-4w").partner == "person-next"


def test_whoever_leaves_the_place_in_the_unit_is_the_partner_no_longer() -> None:
    left = u.RoleEnded(person=PARTNER, role="executive_partner")
    told = active().given(("unit-4w", left))
    assert reactions(told, "unit-4w", left) == (Wish(OURS, c.End(reason="left_post")),)
    after = told.when(c.End(reason="left_post"), to=OURS).then(e.Ended(reason="left_post", note=None, last="2025-02"))
    assert reactions(after, "unit-4w", left) == ()
    assert after.balls(OURS) == ()


def test_with_its_unit_a_partnership_ends() -> None:
    told = active().given(("unit-4w", u.Closed()))
    assert reactions(told, "unit-4w", u.Closed()) == (Wish(OURS, c.End(reason="unit_closed")),)


def test_an_end_frees_the_place_and_it_may_begin_anew() -> None:
    ended = (
        active()
        .when(c.End(reason="by_agreement"), to=OURS)
        .then(
            e.Ended(reason="by_agreement", note=None, last="2025-02"),
            ("unit-4w", u.RoleEnded(person=PARTNER, role="executive_partner")),
        )
    )
    again = ended.when(nominate()).then_something()
    assert [stretch.last for stretch in again.state(OURS).bond.course.stretches] == ["2025-02"]


def test_what_has_not_begun_is_withdrawn_and_what_has_is_ended() -> None:
    given(OPENED, NAMED).when(c.Withdraw(why="The wrong person"), to=OURS).then(e.Withdrawn(why="The wrong person"))
    given(OPENED, NAMED).when(c.End(reason="other"), to=OURS).then_refused("partnership.withdraw_instead")
    active().when(c.Withdraw(why="x"), to=OURS).then_refused("partnership.end_instead")
    active().when(nominate()).then_refused("partnership.exists")


def test_slips_are_put_right() -> None:
    told = given(OPENED).when(nominate("director")).then_something()
    right = told.when(c.Correct(field="rank", now="ceo"), to=OURS).then_something()
    right.when(c.Confirm(), QUALITY, to=OURS).then_something()
    told.when(c.Correct(part="interest", text="I want to see it"), to=OURS).then_something()
    told.when(c.Correct(field="clinician", now="maybe"), to=OURS).then_refused("correct_to_a_choice")
    told.when(c.Correct(field="colour", now="deputy"), to=OURS).then_refused("nothing_to_correct")
    active().when(c.Correct(field="rank", now="ceo"), to=OURS).then_refused("partnership.rank_is_settled")
    held = e.MeetingHeld(day="2025-01-10", month="2025-01", colour="team", attendees=(), agreed=None, rounds=None)
    after = given(OPENED, *ACTIVE, (OURS, held)).when(c.Correct(field="colour", now="deputy"), to=OURS)
    assert after.then_something().state(OURS).bond.course.met[-1].colour == "deputy"
