"""What is attested, missing, renewed, lapsed and set aside."""

import pytest

from tests.given import LEADER, NURSE, PARTNER, Given, act, by_clock, given, the
from workflows import hospital, waiver
from workflows.kernel.ball import Ball
from workflows.kernel.moments import moment_of
from workflows.standard import commands as c
from workflows.standard import events as e
from workflows.standard.commands import stream_of
from workflows.standard.state import Absent, Gap, InPlace, SetAside
from workflows.unit import events as unit

UNIT = unit.Opened(unit="4w", name="4 West")
MISSION, PLAN, PLAN_B = (stream_of(item, "4w") for item in ("mission", "plan", "plan_b"))
COMMITMENT = stream_of("safety_commitment")
FEB_3 = moment_of("2025-02-03")
CEO = act(who="person-ceo", roles=["ceo"])


def attested(item: str, *, unit: str | None = "4w", renew_by: str | None = None, **more: object) -> e.Attested:
    said: dict[str, object] = {
        "person": None,
        "of": None,
        "words": "So",
        "more": None,
        "marks": (),
        "owner": None,
        "day": None,
    }
    said |= {"evidence": (), "keeper": "role-team-leader", "few": False}
    return e.Attested(unit=unit, item=item, renew_by=renew_by, **{**said, **more})  # type: ignore[arg-type]  # by name


def gap(item: str, due: str = "2025-03-20", owner: str = PARTNER) -> e.GapNoted:
    return e.GapNoted(unit="4w", item=item, person=None, of=None, owner=owner, due=due, why=None, few=False)


def in_4_west(*told: tuple[str, e.Happened]) -> Given:
    return given(UNIT, *told)


def test_what_is_attested_is_in_place_until_its_day() -> None:
    attest = c.Attest(item="structure_staff", unit="4w", words="Five of us", evidence=("unit-4w",))
    after = (
        in_4_west()
        .when(attest)
        .then(attested("structure_staff", words="Five of us", renew_by="2026-03-03", evidence=("unit-4w",)))
    )
    stream = stream_of("structure_staff", "4w")
    assert isinstance(after.state(stream), InPlace)
    assert after.balls(stream) == ()


def test_the_same_item_of_the_same_unit_is_one_stream() -> None:
    assert (
        c.Attest(item="mission", unit="4w", words="A").stream()
        == c.NoteGap(item="mission", unit="4w", owner=LEADER, due="2025-04-01").stream()
    )
    assert stream_of("mission", "icu") != MISSION


@pytest.mark.parametrize(
    ("command", "key"),
    [
        (c.Attest(item="moon", unit="4w", words="A"), "standard.unknown_item"),
        (c.Attest(item="mission", words="A"), "standard.elsewhere"),
        (c.Attest(item="mission", unit="4w", person=NURSE, words="A"), "standard.elsewhere"),
        (c.Attest(item="mission", unit="4w"), "standard.needs_words"),
        (c.Attest(item="plan_b", unit="4w", words="A", owner=LEADER), "standard.needs_words"),
        (c.Attest(item="plan_b", unit="4w", words="A", more="B"), "standard.needs_owner"),
        (c.Attest(item="mission", unit="4w", words="A", day="2025-04-01"), "standard.no_day"),
        (c.Attest(item="mission", unit="4w", words="A", marks=("near",)), "standard.no_marks"),
        (c.Attest(item="goal", unit="4w", words="A"), "standard.one_of_several"),
        (c.Add(item="mission", unit="4w", words="A"), "standard.only_one"),
        (c.Add(item="goal", unit="4w", words="A", more="B", marks=("near",)), "standard.needs_day"),
        (c.Add(item="goal", unit="4w", words="A", more="B", day="2025-06-01"), "correct_to_a_choice"),
        (c.Attest(item="mission", unit="icu", words="A"), "unit.unknown"),
    ],
)
def test_what_does_not_answer_its_item_cannot_stand(command: c.Said, key: str) -> None:
    in_4_west().when(command).then_refused(key)


def test_a_gap_is_owed_by_its_owner_and_keeps_its_first_day() -> None:
    note = c.NoteGap(item="mission", unit="4w", owner=PARTNER, due="2025-03-20")
    after = in_4_west().when(note).then(gap("mission"))
    moved = c.NoteGap(item="mission", unit="4w", owner=PARTNER, due="2025-04-20")
    after = after.when(moved).then(gap("mission", due="2025-04-20"))
    assert after.balls(MISSION) == (
        Ball(PARTNER, "fill", "unit-4w", moment_of("2025-03-03"), "2025-04-20", "2025-03-20"),
    )
    state = after.state(MISSION)
    assert isinstance(state, Gap)
    assert state.moves == 1
    handed = after.when(c.HandOn(owner=LEADER), to=MISSION).then(e.HandedOn(owner=LEADER))
    assert handed.balls(MISSION)[0].holder == LEADER


def test_a_gap_that_is_not_closed_by_its_day_is_noted_once() -> None:
    late = by_clock("2025-03-21")
    fell = e.FellDue(owes="fill", due="2025-03-20", holder=PARTNER)
    after = (
        in_4_west((MISSION, gap("mission"))).when(c.FallDue(owes="fill", due="2025-03-20"), late, to=MISSION).then(fell)
    )
    after.when(c.FallDue(owes="fill", due="2025-03-20"), late, to=MISSION).then_nothing()


def test_attesting_closes_a_gap_and_the_first_entry_closes_that_of_its_item() -> None:
    attest = c.Attest(item="mission", unit="4w", words="No falls")
    after = in_4_west((MISSION, gap("mission"))).when(attest).then(attested("mission", words="No falls"))
    assert after.balls(MISSION) == ()
    place = stream_of("goal", "4w")
    add = c.Add(item="goal", unit="4w", words="A", more="B", marks=("near",), day="2025-06-01")
    after = in_4_west((place, gap("goal"))).when(add).then_something()
    assert isinstance(after.state(place), Absent)


def test_what_is_renewed_in_time_stays_and_what_is_not_lapses() -> None:
    so = in_4_west((MISSION, attested("mission", renew_by="2025-03-31")))
    so.when(c.AskRenewal(), by_clock("2025-02-20"), to=MISSION).then_refused("nothing_fell_due")
    asked = so.when(c.AskRenewal(), by_clock("2025-03-03"), to=MISSION).then(
        e.RenewalAsked(due="2025-03-31", why="due")
    )
    assert [(ball.holder, ball.owes, ball.due) for ball in asked.balls(MISSION)] == [
        ("role-team-leader", "renew", "2025-03-31")
    ]
    asked.when(c.Lapse(), to=MISSION).then_refused("only_the_clock")
    lapsed = asked.when(c.Lapse(), by_clock("2025-04-01"), to=MISSION).then(e.Lapsed(due="2025-03-31"))
    assert lapsed.balls(MISSION)[0].why == "lapsed"
    renewed = lapsed.when(c.Renew(words="Looked at"), to=MISSION).then(
        e.Renewed(words="Looked at", day=None, renew_by=None)
    )
    assert isinstance(renewed.state(MISSION), InPlace)


def test_only_the_chief_executive_gives_the_safety_commitment_and_a_new_one_gives_it_anew() -> None:
    said = c.Attest(item="safety_commitment", words="Safety first, every day")
    house = given(hospital.events.Opened(slug="alder", name="Alder", zone="UTC"))
    house.when(said).then_refused("standard.not_theirs")
    after = house.when(said, CEO).then_something()
    assert after.balls(COMMITMENT) == ()
    appoint = hospital.commands.Appoint(person="person-next", role="ceo", since="2025-03-03")
    changed = after.when(appoint, to="hospital").then(
        hospital.events.RoleGiven(person="person-next", role="ceo", since="2025-03-03"),
        (COMMITMENT, e.RenewalAsked(due="2025-04-02", why="new_holder")),
    )
    assert changed.balls(COMMITMENT)[0].holder == "role-ceo"
    changed.when(c.Renew(), act(who="person-next", roles=["coo"]), to=COMMITMENT).then_refused("standard.not_theirs")
    again = changed.when(c.Renew(), act(who="person-next", roles=["ceo"]), to=COMMITMENT).then_something()
    assert again.balls(COMMITMENT) == ()


def test_a_deputy_stands_in_where_a_role_attests() -> None:
    said = c.Attest(item="safety_commitment", words="Safety first, every day")
    house = given(hospital.events.Opened(slug="alder", name="Alder", zone="UTC"))
    house.when(said, act(who="person-deputy", roles=["deputy_coo"])).then_refused("standard.not_theirs")
    house.when(said, act(who="person-deputy", roles=["deputy_ceo"])).then_something()


def test_a_pledge_is_ones_own() -> None:
    mine = c.Pledge(item="pledge", person=NURSE, words="I speak up")
    stream = stream_of("pledge", None, NURSE)
    given().when(mine).then_refused("standard.only_oneself")
    after = given().when(mine, act(who=NURSE)).then_something()
    after.when(c.Withdraw(reason="No"), to=stream).then_refused("standard.not_theirs")
    back = c.TakeBack(item="pledge", person=NURSE)
    after.when(back).then_refused("standard.only_oneself")
    gone = after.when(back, act(who=NURSE)).then(e.Withdrawn(reason=None))
    assert isinstance(gone.state(stream), Absent)


def test_a_plan_is_shown_with_its_plan_b() -> None:
    planned = in_4_west((PLAN, attested("plan")))
    show = c.Show(to="role-cno")
    planned.when(show, to=PLAN).then_refused("standard.not_alone", item="Plan", other="Plan B")
    with_gap = planned.given((PLAN_B, gap("plan_b")))
    shown = with_gap.when(show, to=PLAN).then(e.Shown(to="role-cno"))
    shown.when(c.TakeReply(to="role-ceo", says="endorsed"), to=PLAN).then_refused("standard.not_shown")
    reply = c.TakeReply(to="role-cno", says="asked_for_more", words="What of nights?")
    told = shown.when(reply, to=PLAN).then(e.ReplyTaken(to="role-cno", says="asked_for_more", words="What of nights?"))
    (one,) = told.state(PLAN).standard.shown
    assert (one.to, one.says) == ("role-cno", "asked_for_more")
    told.when(show, to=PLAN).then(e.Shown(to="role-cno"))


def test_plan_b_is_set_in_motion_once_and_a_mission_never() -> None:
    ready = in_4_west((PLAN_B, attested("plan_b", more="Late", owner=LEADER)), (MISSION, attested("mission")))
    ready.when(c.Activate(why="No lift"), to=MISSION).then_refused("standard.not_of_this_kind")
    ready.when(c.Activate(why="No lift"), to=PLAN_B).then(e.Activated(why="No lift"))


def test_a_resistance_that_has_come_is_told_with_its_day() -> None:
    entry = the("standard")
    expected = attested("resistance", more="Ask them", marks=("nurses",), few=True)
    one = in_4_west((entry, expected))
    one.when(c.Meet(came="2025-04-01", outcome="They said yes"), to=entry).then_refused("still_to_come")
    met = one.when(c.Meet(came="2025-02-20", outcome="They said yes"), to=entry).then(
        e.Met(came="2025-02-20", outcome="They said yes")
    )
    assert met.state(entry).standard.was_expected
    one.when(c.Meet(came="2025-01-20", outcome="Late"), to=entry).then_something()


def test_a_standard_is_set_aside_by_a_waiver_and_stands_as_before_when_it_is_over() -> None:
    grant = waiver.Grant(rule="standard.plan_b", unit="4w", reason="Too small", until="2025-03-31")
    fresh = the("waiver")
    before = in_4_west((PLAN_B, gap("plan_b")))
    after = before.when(grant).then_something()
    state = after.state(PLAN_B)
    assert isinstance(state, SetAside)
    assert after.balls(PLAN_B) == ()
    after.when(c.Show(to="role-cno"), to=PLAN_B).then_refused("standard.not_in_place")
    over = after.when(waiver.End(), to=state.waiver).then(waiver.Ended(), (PLAN_B, e.WaiverOver(waiver=state.waiver)))
    assert isinstance(over.state(PLAN_B), Gap)
    after.when(grant).then_refused("standard.set_aside")
    in_4_west((PLAN_B, attested("plan_b"))).when(grant).then_refused("standard.in_place")
    assert fresh


def test_a_slip_is_put_right_in_one_answer_at_a_time() -> None:
    so = in_4_west((MISSION, attested("mission")))
    so.when(c.Correct(part="more", text="B"), to=MISSION).then_refused("nothing_to_correct")
    right = so.when(c.Correct(text="So it is"), to=MISSION).then(e.Corrected(part="words", text="So it is"))
    (mark,) = right.state(MISSION).standard.corrections
    assert (mark.of, mark.at) == ("words", moment_of("2025-03-03"))
