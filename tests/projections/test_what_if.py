"""With nothing tried, what would have been is what was: for barriers of every history that the rules allow, whatever other
terms are adopted meanwhile, and however seldom the clock comes by."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from projections.what_if import Adopted, Rhythm, Supposed, climbs, really
from tests.given import PARTNER, act, as_stored, by_clock
from workflows import barrier
from workflows.barrier import commands as b
from workflows.barrier.joint import begin
from workflows.kernel.grammar import Act, Event, Fact, Header, Refused
from workflows.kernel.moments import Day, Moment, day_after, moment_of, utc_day
from workflows.kernel.noun import Nothing
from workflows.kernel.terms import Terms

FIRST: Day = "2025-02-03"
CHIEF = act(who="person-chief", roles={"cno", "ceo"})

terms = st.builds(
    Terms,
    accept_days=st.integers(0, 9),
    climb_days=st.integers(0, 9),
    remove_days=st.integers(1, 12),
    ladder=st.lists(st.sampled_from(["role-cno", "role-cmo", "role-ceo"]), unique=True, max_size=3).map(tuple),
    units=st.sampled_from([{}, {"4w": {"climb_days": 2}}, {"4w": {"accept_days": 1, "ladder": ("role-ceo",)}}]),
)
deeds = st.sampled_from(["accept", "return", "assign", "promise", "wait", "resume", "claim", "verify", "reject"])
days = st.tuples(
    st.lists(deeds, max_size=2),
    st.none() | terms,
    st.sampled_from(["morning", "evening", "both", "away"]),
    st.integers(0, 20),
)


class Told:
    """One barrier, decided day by day; `rhythm` is what was in force."""

    def __init__(self, first: Terms, late: int) -> None:
        self.day, self.terms, self.seq = FIRST, first, 1
        self.rhythm, self.facts = Rhythm(first), list[Fact]()
        self.state: Any = Nothing()
        asked = replace(self._by(act(who=PARTNER)), day=day_after(FIRST, -late))
        said = b.Log(unit="4w", what="One lift", holder=PARTNER)
        self._happened(begin(said, asked, PARTNER, "unit-4w"), asked, asked.day if late else None)

    def adopts(self, terms: Terms) -> None:
        self.seq += 1
        self.terms = terms
        self.rhythm = replace(self.rhythm, adopted=(*self.rhythm.adopted, Adopted(self.seq, self.day, terms)))

    def does(self, deed: str, ahead: int) -> None:
        until = day_after(self.day, ahead)
        command: Any = {
            "accept": b.Accept(),
            "return": b.Return(reason="Not mine"),
            "assign": b.Assign(holder=PARTNER, due=until, why="right_desk"),
            "promise": b.PromiseNewDate(due=until, reason="A quote is missing"),
            "wait": b.WaitOn(whom="party-capital", until=until, reason="Money"),
            "resume": b.Resume(),
            "claim": b.ClaimRemoved(evidence="It hangs there"),
            "verify": b.Verify(),
            "reject": b.Reject(why="It does not lift"),
        }[deed]
        self._asks(command, replace(CHIEF, behalf=self.state.obstacle.holder))

    def ticks(self) -> None:
        self._asks(b.Climb(), by_clock())

    def _asks(self, command: Any, by: Act) -> None:
        asked = self._by(by)
        outcome = barrier.NOUN.decide(command, self.state, asked)
        for event in () if isinstance(outcome, Refused) else outcome:
            self._happened(event, asked)

    def _by(self, by: Act) -> Act:
        return replace(by, day=self.day, at=moment_of(self.day), terms=self.terms)

    def _happened(self, event: Event, when: Act, occurred: Day | None = None) -> None:
        self.seq += 1
        adopted = self.rhythm.adopted[-1].seq if self.rhythm.adopted else None
        head = Header(
            stream="barrier-1",
            version=1,
            name=event.NAME,
            v=event.V,
            by=when.by,
            via=when.via,
            salt=b"",
            terms=adopted,
            occurred=occurred,
        )
        self.facts.append(Fact(self.seq, "4w", None, when.at, head, as_stored(event)))
        self.state = barrier.NOUN.evolve(self.state, self.facts[-1])


def day_of(moment: Moment) -> Day:
    return utc_day(moment)


@settings(max_examples=300)
@given(terms, st.sampled_from([0, 0, 40, 300]), st.lists(days, min_size=1, max_size=40))
def test_with_nothing_tried_it_tells_what_came_about(first: Terms, late: int, lived: list[Any]) -> None:
    told = Told(first, late)
    for done, adopted, clock, ahead in lived:
        told.day = day_after(told.day, 1)
        if clock in {"morning", "both"}:
            told.ticks()
        for deed in done:
            told.does(deed, ahead)
        if adopted is not None:
            told.adopts(adopted)
        if clock in {"evening", "both"}:
            told.ticks()
    assert climbs(told.facts, Supposed(), told.rhythm, told.day, day_of) == really(told.facts, day_of)


def test_what_was_recorded_late_is_tried_from_when_it_happened() -> None:
    """Logged for 40 days earlier, it climbed with the first clock; with 50 days to say yes it would have 11 days later."""
    told = Told(Terms(climb_days=0), 40)
    for _ in range(20):
        told.ticks()
        told.day = day_after(told.day, 1)
    (real, *_) = really(told.facts, day_of)
    (tried, *_) = climbs(told.facts, Supposed(tried={"accept_days": 50}), told.rhythm, told.day, day_of)
    assert (real.day, tried.day) == (FIRST, "2025-02-14")
