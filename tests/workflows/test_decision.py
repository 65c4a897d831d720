"""A decision to record: weighed on six aims, made, told, looked at again. A harm has its mitigation and its acceptor."""

import pytest
from hypothesis import given as such
from hypothesis import strategies as st

from tests.given import LEADER, NURSE, PARTNER, Given, act, by_clock, given, the
from tests.workflows.told import LED_BY_PARTNER, OPENED
from workflows.decision import commands as c
from workflows.decision import events as e
from workflows.decision.commands import AIMS
from workflows.decision.state import Decided, Proposed
from workflows.hospital import events as h
from workflows.kernel.ball import Ball
from workflows.kernel.grammar import Act, Refused
from workflows.kernel.moments import moment_of
from workflows.kernel.terms import Terms
from workflows.unit import events as u

DECISION = the("decision")
FEB_3, MARCH_3 = moment_of("2025-02-03"), moment_of("2025-03-03")
PROPOSE = c.Propose(unit="4w", kind="policy", what="One visitor at night?", values=("care",), decider=PARTNER)
APPROVE = c.Decide(outcome="approved", reason="Sleep heals")
HARM = c.Rate(aim="timeliness", effect="harms", why="Families wait", mitigation="A call at ten", acceptor=PARTNER)


def as_partner(day: str = "2025-03-03") -> Act:
    return act(who=PARTNER, roles=("executive_partner",), day=day)


def proposed(**changes: object) -> e.Proposed:
    fields: dict[str, object] = {
        "unit": "4w",
        "kind": "policy",
        "what": "One visitor at night?",
        "values": ("care",),
        "decider": PARTNER,
        "due": "2025-03-17",
        "money": None,
        "about": None,
    }
    return e.Proposed(**{**fields, **changes})  # type: ignore[arg-type]  # a test names what it is about


def rated(aim: c.Aim, effect: c.Effect = "neutral", **more: str) -> e.Rated:
    fields: dict[str, str | None] = {"why": None, "mitigation": None, "acceptor": None, **more}
    return e.Rated(aim=aim, effect=effect, **fields)


def weighing(*more: e.Happened) -> Given:
    return given(OPENED, LED_BY_PARTNER, proposed(), *more)


def on_all_six(*but: c.Aim) -> Given:
    return weighing(*(rated(aim) for aim in AIMS if aim not in but))


def decided(told: Given, by: Act | None = None) -> Given:
    return told.when(APPROVE, by or as_partner()).then_something()


def test_a_decision_is_put_on_record_and_waits_on_whoever_decides() -> None:
    told = given(OPENED).when(PROPOSE).then(proposed())
    (ball,) = told.balls(the("decision", 1_001))
    assert (ball.holder, ball.owes, ball.to, ball.due) == (PARTNER, "decide", "unit-4w", "2025-03-17")


@pytest.mark.parametrize(
    ("asked", "terms", "key"),
    [
        (PROPOSE, Terms(decisions=("money",)), "decision.kind_not_recorded"),
        (c.Propose(kind="money", what="A cable", decider=PARTNER, money=9_000), Terms(), "decision.below_the_limit"),
        (c.Propose(kind="other", what="x", values=("speed",), decider=PARTNER), Terms(), "decision.no_value_of_ours"),
        (c.Propose(kind="other", what="x", decider=PARTNER), Terms(), "decision.serves_no_value"),
        (
            c.Propose(kind="other", what="x", values=("care",), decider=PARTNER, due="2025-03-02"),
            Terms(),
            "day_is_past",
        ),
    ],
)
def test_what_is_recorded_the_terms_say(asked: c.Propose, terms: Terms, key: str) -> None:
    given(OPENED).when(asked, act(terms=terms)).then_refused(key)


def test_a_hospital_that_has_named_no_values_needs_none() -> None:
    plain = c.Propose(kind="other", what="x", decider=PARTNER)
    given().when(plain, act(terms=Terms(values={}))).then(proposed(unit=None, kind="other", what="x", values=()))


def test_nothing_is_decided_until_all_six_aims_are_rated() -> None:
    weighing().when(APPROVE, as_partner()).then_refused("decision.not_rated", count=6)
    on_all_six("equity").when(APPROVE, as_partner()).then_refused("decision.not_rated", count=1)
    on_all_six().when(APPROVE, as_partner()).then(
        e.Decided(
            outcome="approved",
            reason="Sleep heals",
            emergency=False,
            rate_by=None,
            tell_by="2025-03-06",
            review_by="2025-06-01",
        )
    )


def test_only_whoever_decides_does_and_it_can_be_handed_on() -> None:
    on_all_six().when(APPROVE).then_refused("decision.only_the_decider", holder=PARTNER)
    told = on_all_six().when(c.HandOn(decider=LEADER)).then(e.HandedOn(decider=LEADER))
    told.when(APPROVE).then_something()


def test_one_sentence_where_it_is_not_neutral() -> None:
    weighing().when(c.Rate(aim="equity")).then(rated("equity"))
    weighing().when(c.Rate(aim="equity", effect="trade_off")).then_refused("decision.say_how")
    weighing().when(c.Rate(aim="equity", effect="supports", acceptor=PARTNER, why="x")).then_refused("decision.no_harm")


@pytest.mark.parametrize("lacks", ["mitigation", "acceptor"])
def test_a_harm_never_stands_alone(lacks: str) -> None:
    fields = {"why": "x", "mitigation": "x", "acceptor": PARTNER, lacks: None}
    weighing().when(c.Rate(aim="safety", effect="harms", **fields)).then_refused("decision.harm_stands_alone")


def test_a_harm_is_accepted_by_somebody_who_leads_in_their_own_name() -> None:
    weighing().when(c.Rate(aim="safety", effect="harms", why="x", mitigation="x", acceptor=NURSE)).then_refused(
        "decision.acceptor_leads"
    )
    told = (
        on_all_six("timeliness")
        .when(HARM)
        .then(rated("timeliness", "harms", why="Families wait", mitigation="A call at ten", acceptor=PARTNER))
    )
    assert Ball(PARTNER, "accept", PARTNER, MARCH_3, why="timeliness") in told.balls(DECISION)
    told.when(APPROVE, as_partner()).then_refused("decision.harm_not_accepted", aim="timeliness")
    told.when(c.AcceptHarm(aim="timeliness")).then_refused("decision.only_the_acceptor", holder=PARTNER)
    told.when(c.AcceptHarm(aim="timeliness"), act(who=PARTNER)).then_refused("decision.acceptor_leads")
    accepted = told.when(c.AcceptHarm(aim="timeliness"), as_partner()).then(e.HarmAccepted(aim="timeliness"))
    decided(accepted)


def test_somebody_else_is_named_for_a_harm_that_waits() -> None:
    told = on_all_six("timeliness").given(u.RoleGiven(person=LEADER, role="team_leader", since="2025-01-01"))
    told.when(c.NameAcceptor(acceptor=LEADER)).then_refused("decision.no_harm_waits")
    told = told.when(HARM).then_something()
    told.when(c.NameAcceptor(acceptor=NURSE)).then_refused("decision.acceptor_leads", holder=NURSE)
    named = c.NameAcceptor(acceptor=LEADER, aim="timeliness")
    asked = told.when(named, as_partner()).then(e.AcceptorNamed(aim="timeliness", acceptor=LEADER))
    assert (LEADER, "accept") in {(ball.holder, ball.owes) for ball in asked.balls(DECISION)}
    told.when(named).then(e.AcceptorNamed(aim="timeliness", acceptor=LEADER), e.HarmAccepted(aim="timeliness"))


def test_whoever_leads_the_hospital_accepts_too_and_by_naming_themselves() -> None:
    leads = h.RoleGiven(person=LEADER, role="cno", since="2025-01-01")
    opened = h.Opened(slug="alder", name="Alder", zone="UTC")
    own = c.Rate(aim="safety", effect="harms", why="x", mitigation="y", acceptor=LEADER)
    weighing().given(("hospital", opened), ("hospital", leads)).when(own).then(
        rated("safety", "harms", why="x", mitigation="y", acceptor=LEADER), e.HarmAccepted(aim="safety")
    )


def test_a_rating_can_be_put_differently_until_it_is_decided_and_is_frozen_then() -> None:
    told = on_all_six().when(c.Rate(aim="equity", effect="supports", why="x")).then_something()
    assert [one.effect for one in told.state(DECISION).proposal.ratings].count("supports") == 1
    made = decided(told)
    made.when(c.Rate(aim="equity")).then_refused("decision.frozen")
    made.when(c.Consult(who=NURSE)).then_refused("decision.decided")
    noted = made.when(c.NoteEvidence(what="Two falls", aim="safety")).then_something()
    assert noted.state(DECISION).proposal.rating("safety").effect == "neutral"


def test_an_emergency_is_decided_now_and_rated_within_three_days() -> None:
    now = c.Decide(outcome="approved", reason="Flood", emergency=True)
    told = weighing(rated("safety")).when(now, as_partner()).then_something()
    owed = {ball.owes: ball.due for ball in told.balls(DECISION)}
    assert owed == {"rate": "2025-03-06", "tell": "2025-03-06", "review": "2025-06-01"}
    told.when(c.Rate(aim="safety", effect="supports", why="x")).then_refused("decision.frozen")
    late = c.FallDue(owes="rate", due="2025-03-06")
    told.when(late, by_clock("2025-03-06")).then_refused("nothing_fell_due")
    fell = told.when(late, by_clock("2025-03-07")).then(e.FellDue(owes="rate", due="2025-03-06", holder=PARTNER))
    assert "rate" in {ball.owes for ball in fell.balls(DECISION)}
    for aim in AIMS[1:]:
        fell = fell.when(c.Rate(aim=aim)).then_something()
    assert "rate" not in {ball.owes for ball in fell.balls(DECISION)}


def test_a_harm_found_after_an_emergency_waits_for_its_acceptor() -> None:
    now = c.Decide(outcome="approved", reason="Flood", emergency=True)
    told = weighing().when(now, as_partner()).then_something().when(HARM).then_something()
    assert "accept" in {ball.owes for ball in told.balls(DECISION)}
    accepted = told.when(c.AcceptHarm(aim="timeliness"), as_partner()).then_something()
    accepted.when(HARM).then_refused("decision.frozen")


def test_it_is_told_and_looked_at_again_and_stands_or_not() -> None:
    made = decided(on_all_six())
    told = made.when(c.Communicate(to="unit-4w", how="huddle")).then_something()
    assert [ball.owes for ball in told.balls(DECISION)] == ["review"]
    told.when(c.Review(found="x", verdict="look_again", again="2025-03-03")).then_refused("day_is_past")
    early = told.when(c.Review(found="x", verdict="look_again", again="2025-08-01")).then_something()
    (ball,) = early.balls(DECISION)
    assert (ball.due, ball.first_due) == ("2025-08-01", "2025-06-01")
    stands = early.when(c.Review(found="Fewer calls", verdict="confirmed")).then_something()
    assert stands.balls(DECISION) == ()
    stands.when(c.Review(found="x", verdict="look_again")).then_refused("decision.concluded")
    undone = stands.when(c.Review(found="It does not hold", verdict="reversed")).then_something()
    undone.when(c.Review(found="x", verdict="confirmed")).then_refused("decision.concluded")


def test_it_is_taken_back_only_before_it_is_decided() -> None:
    told = weighing(rated("safety")).when(c.Withdraw(why="Nobody asks for it now")).then_something()
    assert told.balls(DECISION) == ()
    told.when(c.Rate(aim="equity")).then_refused("decision.withdrawn")
    decided(on_all_six()).when(c.Withdraw(why="x")).then_refused("decision.decided")


def test_slips_are_put_right() -> None:
    told = weighing().when(c.Correct(part="what", text="One guest?")).then_something()
    assert told.state(DECISION).proposal.what.part == "text"
    told.when(c.Correct(field="kind", now="spread")).then_something()
    told.when(c.Correct(part="reason", text="x")).then_refused("decision.not_said_yet")
    made = decided(on_all_six()).when(c.Correct(part="reason", text="Sleep")).then_something()
    made.when(c.Correct(part="found", text="x")).then_refused("decision.not_said_yet")
    looked = made.when(c.Review(found="Fwer calls", verdict="confirmed")).then_something()
    assert (
        looked.when(c.Correct(part="found", text="x")).then_something().state(DECISION).ruling.looks[0].found.part
        == "text"
    )


RATINGS = st.lists(
    st.builds(
        c.Rate,
        aim=st.sampled_from(AIMS),
        effect=st.sampled_from(("supports", "neutral", "trade_off", "harms")),
        why=st.sampled_from((None, "So")),
        mitigation=st.sampled_from((None, "A call")),
        acceptor=st.sampled_from((None, PARTNER, NURSE)),
    ),
    max_size=12,
)


@such(RATINGS, st.booleans())
def test_whatever_is_rated_no_harm_is_decided_over_that_nobody_accepted(asked: list[c.Rate], accepts: bool) -> None:
    told = weighing()
    for one in asked:
        if not isinstance(outcome := told.house.asked(one, DECISION, act()), Refused):
            told = Given(told.house.wrote(outcome, act()))
    if accepts:
        for harm in told.state(DECISION).proposal.harms_owed:
            told = told.when(c.AcceptHarm(aim=harm.aim), as_partner()).then_something()
    outcome = told.house.asked(APPROVE, DECISION, as_partner())
    state = told.state(DECISION)
    assert isinstance(state, Proposed)
    for rating in state.proposal.ratings:
        assert rating.effect == "neutral" or rating.why
        assert rating.effect != "harms" or (rating.mitigation and rating.acceptor == PARTNER)
    fit = state.proposal.is_rated and not state.proposal.harms_owed
    assert isinstance(outcome, Refused) is not fit
    if not isinstance(outcome, Refused):
        assert isinstance(Given(told.house.wrote(outcome, as_partner())).state(DECISION), Decided)
