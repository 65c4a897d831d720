"""A charter reckoned from rows: what is in place, what is a gap, and that it is complete only when nothing is left open."""

from projections.charters import charter
from projections.lives import Stint
from projections.standards import StandardRow
from tests.given import STANDARDS
from workflows.kernel.standards import Item, Standards
from workflows.standard.state import Attestation, Standard

SAID = Attestation(
    words=None, more=None, marks=(), owner=None, keeper="role-team-leader", day=None, evidence=(), by=None, at=0
)


def row(item: str, state: str, *, attested: bool = True) -> Stint[StandardRow]:
    standard = Standard(item=item, unit="4w", person=None, of=None, few=False, began=1, said=SAID if attested else None)
    made = StandardRow(state=state, since=1, standard=standard)  # type: ignore[arg-type]  # a state by its name
    return Stint(1, f"standard-{item}-{state}", "", made, 1, None, 1, None)


def test_nothing_is_begun_where_nobody_spoke() -> None:
    empty = charter(STANDARDS, [], "4w")
    assert empty.count("not_begun") == len(empty.cells) > 15
    assert not empty.is_complete
    assert {cell.item.group for cell in empty.cells} == {"charter", "structure", "material", "process", "evaluation"}


def test_several_goals_are_one_cell_and_their_gap_another_way_it_stands() -> None:
    (goals,) = (
        cell for cell in charter(STANDARDS, [row("goal", "gap", attested=False)], "4w").cells if cell.key == "goal"
    )
    assert (goals.state, goals.entries) == ("gap", ())
    rows = [row("goal", "gap", attested=False), row("goal", "lapsed"), row("goal", "in_place"), row("goal", "absent")]
    (goals,) = (cell for cell in charter(STANDARDS, rows, "4w").cells if cell.key == "goal")
    assert (goals.state, len(goals.entries)) == ("in_place", 2)


def test_it_is_complete_with_what_was_set_aside_and_not_with_what_has_lapsed() -> None:
    two = Standards(
        groups={"charter": "Charter"},
        items={
            "mission": Item(group="charter", title="Mission", question="?", work="technical"),
            "process": Item(group="charter", title="Process", question="?", work="socio_adaptive"),
        },
    )
    whole = charter(two, [row("mission", "in_place"), row("process", "set_aside", attested=False)], "4w")
    assert whole.is_complete
    assert (whole.balance("technical"), whole.balance("socio_adaptive")) == ((1, 1), (1, 1))
    assert not charter(two, [row("mission", "in_place"), row("process", "lapsed")], "4w").is_complete
