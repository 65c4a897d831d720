"""A unit is renamed, merged into another, split into several, and taken back from that."""

from projections.catalogue import PROJECTIONS
from projections.lineage import HANDED_ON, before
from projections.units import UnitRow
from tests.given import TODAY, act, given, the
from tests.workflows.told import OPENED
from workflows.kernel.moments import moment_of
from workflows.unit.commands import GoOnAs, Rename, Reopen
from workflows.unit.events import Closed, GaveBack, Opened, Renamed, Reopened, TookOver, WentOnAs
from workflows.unit.state import Called, Succession

NORTH, SOUTH = ("unit-north", Opened(unit="north", name="North")), ("unit-south", Opened(unit="south", name="South"))
MERGED = GoOnAs(into=("north",), since=TODAY)
QUALITY = act(roles=["quality_director"])
WENT = WentOnAs(into=("north",), since=TODAY)
TAKEN = ("unit-north", TookOver(unit="4w", since=TODAY))


def test_a_unit_remembers_what_it_was_called() -> None:
    after = given(OPENED).when(Rename(name="Surgery")).then(Renamed(name="Surgery"))
    assert after.state(the("unit")).called == (Called("4 West", moment_of(TODAY)),)


def test_it_is_merged_into_a_unit_that_is_open_and_closes() -> None:
    given(OPENED, NORTH).when(MERGED, QUALITY).then(Closed(), WENT, TAKEN)
    given(OPENED, Closed(), NORTH).when(MERGED, QUALITY).then(WENT, TAKEN)


def test_it_is_split_into_several() -> None:
    split = GoOnAs(into=("north", "south", "north"), since="2025-03-01")
    given(OPENED, NORTH, SOUTH).when(split, QUALITY).then(
        Closed(),
        WentOnAs(into=("north", "south"), since="2025-03-01"),
        *((f"unit-{one}", TookOver(unit="4w", since="2025-03-01")) for one in ("north", "south")),
    )


def test_said_anew_it_is_given_back_by_the_one_it_did_not_go_on_as() -> None:
    merged = given(OPENED, NORTH, SOUTH, Closed(), WENT, TAKEN)
    rather = GoOnAs(into=("south",), since=TODAY)
    merged.when(rather, QUALITY).then(
        WentOnAs(into=("south",), since=TODAY),
        ("unit-south", TookOver(unit="4w", since=TODAY)),
        ("unit-north", GaveBack(unit="4w")),
    )
    merged.when(Reopen(), QUALITY).then(Reopened(), ("unit-north", GaveBack(unit="4w")))


def test_it_goes_on_only_as_others_that_are_open_and_not_before_the_day() -> None:
    given(OPENED).when(MERGED, QUALITY).then_refused("unit.unknown")
    given(OPENED, NORTH, ("unit-north", Closed())).when(MERGED, QUALITY).then_refused("unit.closed")
    given(OPENED).when(GoOnAs(into=("4w",), since=TODAY), QUALITY).then_refused("unit.goes_on_as_itself")
    later = GoOnAs(into=("north",), since="2025-03-04")
    given(OPENED, NORTH).when(later, QUALITY).then_refused("unit.not_yet")


def test_whoever_leads_one_unit_does_not_open_its_record_to_others() -> None:
    given(OPENED, NORTH).when(MERGED, act(roles=["team_leader"])).then_refused("unit.goes_on_by_hospital")
    given(OPENED, NORTH).when(MERGED, act(roles=["deputy_quality_director"])).then(Closed(), WENT, TAKEN)


def test_opened_again_it_is_itself() -> None:
    after = given(OPENED, NORTH, Closed(), WENT).when(Reopen()).then(Reopened())
    assert after.state(the("unit")).succession is None


def row(slug: str, *into: str) -> UnitRow:
    gone = Succession(into, TODAY) if into else None
    return UnitRow(slug=slug, name=slug, is_open=not into, roles=(), number=1, recorded=0, succession=gone)


def test_a_lineage_goes_back_through_all_units_and_ends() -> None:
    rows = [row("a", "c"), row("b", "c", "d"), row("c", "e"), row("d"), row("e")]
    assert set(before(rows, "e")) == {"a", "b", "c"}
    assert before(rows, "d") == ("b",)
    assert before(rows, "a") == ()
    assert before([row("a", "b"), row("b", "a")], "a") == ("b",)


def test_of_all_that_a_unit_has_it_is_said_whether_it_goes_on() -> None:
    of_units = {one.name for one in PROJECTIONS if any("unit" in group for group in one.filters)}
    as_theirs = {"campaigns", "focus", "goals", "messages", "partnerships", "self_assessments", "waves"}
    assert sorted([*HANDED_ON, *as_theirs, "paces", "panels"]) == sorted(of_units)
