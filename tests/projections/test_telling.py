"""Telling a stream fact by fact, telling it from scratch, and what each leaves known."""

from itertools import pairwise

from hypothesis import given
from msgspec.structs import replace

from projections.accountability import Holding
from projections.lives import Cast, Projection, Row, Scene, Stint
from projections.order import in_order
from projections.retelling import from_scratch
from projections.telling import Subject, forgetting, tell, told, untold
from tests.projections.errand import CAST, DAWN, HOUR, Finished, Given, Passed, Waited, fact, histories
from workflows.kernel.grammar import Fact
from workflows.kernel.moments import DAY
from workflows.kernel.noun import Nothing


def known(subject: Subject) -> list[dict[tuple[str, int], Stint[Row]]]:
    assert subject.past is not None
    return [{place: replace(stint, life=0) for place, stint in known.items()} for known in subject.past.known]


def holdings(facts: list[Fact]) -> list[tuple[str, int, int | None]]:
    """(holder, began, ended) in days after dawn, as accountability tells them."""
    past = tell(CAST, facts).past
    assert past is not None
    rows = sorted(past.known[1].values(), key=lambda stint: stint.began)
    return [(str(r.row.holder), days(r.began) or 0, days(r.ended)) for r in rows]


def days(moment: int | None) -> int | None:
    return None if moment is None else (moment - DAWN) // DAY


@given(histories())
def test_what_is_open_is_what_the_ledger_holds_now(facts: list[Fact]) -> None:
    subject = tell(CAST, facts)
    owed = {(ball.holder, ball.owes, ball.to, ball.waiting_on) for ball in CAST.noun.balls(subject.state)}
    rows = [stint.row for stint in subject.open[1].values()]
    assert {(r.holder, r.owes, r.to, r.waiting_on) for r in rows if isinstance(r, Holding)} == owed


@given(histories())
def test_stints_of_one_name_follow_each_other(facts: list[Fact]) -> None:
    for lives in known(tell(CAST, facts)):
        for name in {name for name, _ in lives}:
            stints = [lives[place] for place in sorted(lives) if place[0] == name]
            assert all(s.ended is None or s.began < s.ended for s in stints)
            ends = [(a.ended, b.began) for a, b in pairwise(stints)]
            assert all(ended is not None and ended <= began for ended, began in ends)


def all_at_once(facts: list[Fact]) -> list[dict[tuple[str, int], Stint[Row]]]:
    """All facts in the order they took place, and at the end what the ledger holds."""
    recorded: object = Nothing()
    for one in facts:
        recorded = CAST.noun.evolve(recorded, one)
    state, scenes, placed = Nothing(), [], in_order(facts)
    for moment, one in placed:
        scenes.append(CAST.scene(state, one, facts[0].seq, moment))
        state = scenes[-1].state
    scenes.append(Scene("errand-0", facts[0].seq, facts[-1], placed[-1][0], recorded, CAST.noun.balls(recorded)))
    stints = [from_scratch(projection, scenes) for projection in CAST.projections]
    return [{(s.name, s.began): replace(s, life=0) for s in told_once} for told_once in stints]


@given(histories())
def test_telling_fact_by_fact_ends_where_telling_from_scratch_ends(facts: list[Fact]) -> None:
    for position in range(1, len(facts) + 1):
        assert known(tell(CAST, facts[:position])) == all_at_once(facts[:position])


@given(histories())
def test_forgetting_the_past_loses_nothing_in_the_common_case(facts: list[Fact]) -> None:
    whole, lean = untold(CAST, remembering=True), untold(CAST)
    for position, one in enumerate(facts):
        told_whole = told(whole, one)
        lean = forgetting(tell(CAST, facts[:position])) if told_whole.subject.late else lean
        source = tell(CAST, facts[:position]) if told_whole.subject.late else lean
        told_lean = told(source, one)
        assert told_lean.changes == told_whole.changes
        whole, lean = told_whole.subject, forgetting(told_lean.subject)
        assert lean.open == whole.open


@given(histories())
def test_changes_add_up_to_what_is_known(facts: list[Fact]) -> None:
    alive: dict[tuple[str, int], Stint[Row]] = {}
    subject = untold(CAST, remembering=True)
    for one in facts:
        step = told(subject, one)
        for change in step.changes:
            for stint in change.died:
                assert alive.pop((change.projection.name, stint.life)) == stint
            for stint in change.ended:
                before = alive[change.projection.name, stint.life]
                assert (before.ended, stint.ended_by) == (None, one.seq)
            alive |= {(change.projection.name, stint.life): stint for stint in [*change.ended, *change.born]}
            assert all(stint.born == one.seq for stint in change.born)
        subject = step.subject
    assert subject.past is not None
    assert len(alive) == sum(len(known) for known in subject.past.known)
    assert set(alive.values()) == {stint for known in subject.past.known for stint in known.values()}


def test_a_late_entry_splits_a_stint() -> None:
    given_to_a = fact(1, 1, Given(holder="person-a", unit="4w"), DAWN)
    finished = fact(2, 2, Finished(), DAWN + 9 * DAY)
    passed_before = fact(3, 3, Passed(holder="person-b"), DAWN + 12 * DAY, "2025-01-05T12:00Z")
    assert holdings([given_to_a, finished]) == [("person-a", 0, 9)]
    assert holdings([given_to_a, finished, passed_before]) == [
        ("person-a", 0, 4),
        ("person-b", 4, 9),
        ("person-b", 9, None),  # the ledger has it unfinished: passing on after finishing reopened it
    ]


def test_a_day_goes_behind_what_is_known_of_that_day() -> None:
    """Given at 15:00, recorded as waiting "on that day": the day's noon must not come before the giving."""
    given_to_a = fact(1, 1, Given(holder="person-a", unit="4w"), DAWN + 3 * HOUR)
    passed = fact(2, 2, Passed(holder="person-b"), DAWN + 4 * HOUR)
    waited = fact(3, 3, Waited(on="party-c"), DAWN + 5 * HOUR, "2025-01-01")
    assert not tell(CAST, [given_to_a, passed, waited]).late


def test_a_day_that_is_not_over_has_begun() -> None:
    """Recorded at 9:00 as of today, whose noon is still ahead: so since 9:00."""
    morning = fact(1, 1, Given(holder="person-a", unit="4w"), DAWN - 3 * HOUR, "2025-01-01")
    (stint,) = tell(CAST, [morning]).open[1].values()
    assert stint.began == DAWN - 3 * HOUR


def test_nothing_precedes_the_first_fact_of_a_stream() -> None:
    given_to_a = fact(1, 1, Given(holder="person-a", unit="4w"), DAWN)
    early = fact(2, 2, Passed(holder="person-b"), DAWN + DAY, "2024-11-01")
    assert holdings([given_to_a, early]) == [("person-b", 0, None)]


def test_waiting_is_a_stint_apart_but_the_holder_has_held_it_all_along() -> None:
    facts = [
        fact(1, 1, Given(holder="person-a", unit="4w"), DAWN),
        fact(2, 2, Waited(on="party-c"), DAWN + 2 * DAY),
        fact(3, 3, Waited(on=None), DAWN + 5 * DAY),
    ]
    past = tell(CAST, facts).past
    assert past is not None
    rows = sorted(past.known[1].values(), key=lambda stint: stint.began)
    assert [(stint.row.waiting_on, days(stint.row.since)) for stint in rows] == [(None, 0), ("party-c", 0), (None, 0)]


def test_a_projection_that_no_noun_concerns_is_not_asked() -> None:
    asked = Projection(name="never", row=Row, fold=lambda was, scene: {"": Row()}, nouns=frozenset({"other"}))
    assert not asked.concerns("errand")
    assert (
        Cast(CAST.noun, ()).scene(CAST.noun.evolve, fact(1, 1, Given(holder="a", unit="4w"), DAWN), 1, DAWN).number == 1
    )
