"""Whatever is asked, in whatever order, by whomever: no issue closes over a barrier or a voice, and what is owed has a ball."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.given import LEADER, NURSE, PARTNER, Given, House, act, by_clock, by_import, by_voice, given, the
from tests.workflows.told import LED_BY_PARTNER, OPENED, listed, logged, raised
from workflows import lexicon
from workflows.barrier import commands as b
from workflows.barrier.state import Unsettled
from workflows.concern import commands as c
from workflows.concern.events import Listed
from workflows.concern.state import Answered, Delivered, Ended, Owed
from workflows.issue import commands as i
from workflows.issue.state import Closed, Open
from workflows.kernel.grammar import Act, Command, Event, Refused
from workflows.kernel.ids import noun_of
from workflows.kernel.moments import Day, day_after
from workflows.kernel.terms import Terms
from workflows.rules.handing import handing

VOICES = [the("concern", n) for n in (1, 2, 3)]
ISSUES = [the("issue", n) for n in (1, 2)]
BARRIERS = [the("barrier", n) for n in (1, 2)]
HEIR = "person-heir"
WHO = [LEADER, PARTNER, NURSE, "role-cno", "party-capital"]
ACTS: list[Callable[[Day], Act]] = [
    lambda day: act(day=day),
    lambda day: act(who=PARTNER, day=day),
    lambda day: act(who="person-other", day=day, roles={"cno", "ceo"}),
    by_voice,
    by_clock,
    by_import,
]

to_a_voice = st.one_of(
    st.builds(c.Answer, answer=st.just("So"), outcome=st.sampled_from(["done", "not_possible"]), final=st.booleans()),
    st.sampled_from(
        [
            c.Acknowledge(),
            c.HandOn(holder=PARTNER),
            c.Entrust(holder=NURSE),
            c.GiveReason(reason="Because"),
            c.Deliver(how="mail"),
            c.SayHeard(),
            c.Dispute(why="No"),
            c.Reopen(why="New"),
            c.GiveNotice(n=1),
            c.GiveNotice(n=2),
            c.EndNoReply(),
            c.EndCannotBeReached(why="Left"),
            c.Withdraw(),
            c.Unmerge(),
            c.Correct(part="answer", text="So it is"),
            c.Correct(field="kind", now="thanks"),
            c.Correct(field="speaker", now="unknown"),
        ]
    ),
    st.builds(c.Merge, issue=st.sampled_from(ISSUES)),
)
to_an_issue = st.sampled_from(
    [
        i.Assign(owner=PARTNER),
        i.Plan(plan="Buy"),
        i.Answer(answer="So", outcome="done"),
        i.Answer(answer="No", outcome="not_possible"),
        i.Resolve(evidence="Seen"),
        i.Resolve(),
        i.Settle(evidence="Seen", answer="So"),
        i.Settle(answer="So", told="sheet"),
        i.Decline(),
        i.Decline(reason="No room"),
        i.GiveReason(reason="No room"),
        i.Defer(until="2027-01-01", reason="Budget"),
        i.Close(),
        i.Close(),
        i.Reopen(why="New"),
        i.Unlist(),
        i.Correct(part="evidence", text="Seen twice"),
    ]
)
to_a_barrier = st.one_of(
    st.builds(b.BlockAlso, issue=st.sampled_from(ISSUES)),
    st.builds(b.Unblock, issue=st.sampled_from(ISSUES)),
    st.builds(b.Assign, holder=st.sampled_from(WHO)),
    st.builds(b.WaitOn, whom=st.sampled_from(WHO), until=st.just("2027-01-01"), reason=st.just("They meet")),
    st.sampled_from(
        [
            b.Accept(),
            b.Entrust(answerable=LEADER),
            b.Return(reason="Not mine"),
            b.Resume(),
            b.PromiseNewDate(due="2027-01-01", reason="Quote"),
            b.Climb(),
            b.ClaimRemoved(evidence="There"),
            b.Verify(),
            b.Reject(why="Locked"),
            b.AcceptAsRisk(review_on="2027-01-01", why="No room"),
            b.Withdraw(),
            b.Move(unit=None),
            b.Correct(part="why", text="No room at all"),
        ]
    ),
)


class AnyOrder(RuleBasedStateMachine):
    """Three voices, two issues, two barriers, and everybody who may or may not ask for anything."""

    house: House
    day: Day = "2025-02-03"

    @initialize()
    def begin(self) -> None:
        told: list[tuple[str, Event]] = [
            (voice, raised(source="import" if voice == VOICES[0] else "between")) for voice in VOICES
        ]
        lines = [(issue, listed(from_concern=voice)) for issue, voice in zip(ISSUES, VOICES, strict=False)]
        told += [(voice, Listed(issue=issue)) for issue, voice in zip(ISSUES, VOICES, strict=False)]
        ways = [(barrier, logged()) for barrier in BARRIERS]
        self.house = given(OPENED, ("unit-4w", LED_BY_PARTNER), *told, *lines, *ways).house

    def ask(self, to: str, command: Command, by: Act) -> None:
        outcome = self.house.asked(command, to, by)
        if isinstance(outcome, Refused):
            return
        self.house = self.house.wrote(outcome, by)
        if not command.REPEATABLE:
            again = self.house.asked(command, to, by)
            assert isinstance(again, Refused) or again == ()

    @rule(to=st.sampled_from(VOICES), command=to_a_voice, by=st.sampled_from(ACTS))
    def ask_a_voice(self, to: str, command: Command, by: Callable[[Day], Act]) -> None:
        self.ask(to, command, by(self.day))

    @rule(to=st.sampled_from(ISSUES), command=to_an_issue, by=st.sampled_from(ACTS))
    def ask_an_issue(self, to: str, command: Command, by: Callable[[Day], Act]) -> None:
        self.ask(to, command, by(self.day))

    @rule(to=st.sampled_from(BARRIERS), command=to_a_barrier, by=st.sampled_from(ACTS))
    def ask_a_barrier(self, to: str, command: Command, by: Callable[[Day], Act]) -> None:
        self.ask(to, command, by(self.day))

    @rule(voice=st.sampled_from(VOICES))
    def hear_to_the_end(self, voice: str) -> None:
        self.ask(voice, c.Answer(answer="So", outcome="done"), act(who="person-other", day=self.day))
        self.ask(voice, c.Deliver(how="mail"), act(day=self.day))
        self.ask(voice, c.SayHeard(), by_voice(self.day))

    @rule(voice=st.sampled_from(VOICES))
    def know_something_new(self, voice: str) -> None:
        self.ask(voice, c.Reopen(why="Back again"), by_voice(self.day))

    @rule(issue=st.sampled_from(ISSUES))
    def finish(self, issue: str) -> None:
        self.ask(issue, i.Resolve(evidence="Seen"), act(day=self.day))
        self.ask(issue, i.Close(), act(day=self.day))

    @rule(days=st.integers(1, 40))
    def time_passes(self, days: int) -> None:
        self.day = day_after(self.day, days)
        wishes = list(lexicon.tick(self.day, self.house.states.items(), Terms().of))
        for wish, _ in wishes:
            assert wish.stream is not None
            wakes = lexicon.wakes(self.state(wish.stream))
            assert wakes is not None, "the clock would have slept over it"
            assert wakes <= self.day
        for wish, _ in wishes:
            assert wish.stream is not None
            self.ask(wish.stream, wish.command, by_clock(self.day))

    @invariant()
    def nothing_closes_over_what_is_open(self) -> None:
        for issue in ISSUES:
            state = self.state(issue)
            if isinstance(state, Closed):
                assert all(isinstance(self.state(voice), Ended) for voice in state.matter.voices)
                assert not any(isinstance(self.state(one), Unsettled) for one in state.matter.barriers)

    @invariant()
    def what_is_owed_has_a_ball(self) -> None:
        for stream in (*VOICES, *ISSUES, *BARRIERS):
            state, owed = self.state(stream), {ball.owes for ball in Given(self.house).balls(stream)}
            match state:
                case Owed():
                    thanks = state.voice.kind == "thanks" and state.voice.issue is None
                    assert "answer" in owed or thanks
                case Answered():
                    assert "deliver" in owed
                case Delivered():
                    assert "reply" in owed
                case Open():
                    assert "resolve" in owed
                case _:
                    assert len(owed) == 1 or not isinstance(state, Unsettled)

    @invariant()
    def whoever_leaves_can_hand_everything_over(self) -> None:
        for leaver in (LEADER, PARTNER, NURSE):
            house = self.house
            for stream in (*VOICES, *ISSUES, *BARRIERS):
                for ball in house.balls(stream):
                    if ball.holder == leaver and (command := handing(noun_of(stream), ball.owes, HEIR, "Left", leaver)):
                        outcome = house.asked(command, stream, act(day=self.day))
                        assert not isinstance(outcome, Refused)
                        house = house.wrote(outcome, act(day=self.day))
                assert leaver not in {ball.holder for ball in house.balls(stream)}

    @invariant()
    def a_sheet_ends_no_loop_but_its_own(self) -> None:
        for state in map(self.state, VOICES):
            if isinstance(state, Ended) and state.as_the_sheet_says:
                assert state.voice.source == "import"

    @invariant()
    def both_sides_know_of_each_other(self) -> None:
        for issue in ISSUES:
            matter = self.state(issue).matter
            assert all(self.state(voice).voice.issue == issue for voice in matter.voices)
            assert all(issue in self.state(barrier).obstacle.issues for barrier in matter.barriers)

    def state(self, stream: str) -> Any:
        return self.house.states[stream]


TestAnyOrder = AnyOrder.TestCase
