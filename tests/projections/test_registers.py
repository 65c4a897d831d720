"""A register reckoned from rows: no credit for a part of a domain, and what is set aside is not attested."""

from projections.lives import Stint
from projections.registers import registered
from projections.standards import StandardRow
from tests.given import STANDARDS
from workflows.standard.state import Standard

PSSM = STANDARDS.registers["pssm"]
STATEMENTS = [item for group in PSSM.groups for item in STANDARDS.of_group(group)]


def row(item: str, state: str = "in_place") -> Stint[StandardRow]:
    standard = Standard(item=item, unit=None, person=None, of=None, few=False, began=1, said=None)
    made = StandardRow(state=state, since=1, standard=standard)  # type: ignore[arg-type]  # a state by its name
    return Stint(1, f"standard-{item}", "", made, 1, None, 1, None)


def test_five_domains_of_five_statements_are_five_points() -> None:
    assert len(STATEMENTS) == 25
    whole = registered(STANDARDS, PSSM, map(row, STATEMENTS))
    assert (whole.points, whole.done, whole.of) == (5, 25, 25)


def test_twenty_four_of_twenty_five_are_four_points() -> None:
    whole = registered(STANDARDS, PSSM, map(row, STATEMENTS[1:]))
    assert (whole.points, whole.done) == (4, 24)


def test_what_was_set_aside_or_has_lapsed_is_not_attested() -> None:
    for state in ("set_aside", "lapsed", "gap", "absent"):
        rows = [row(STATEMENTS[0], state), *map(row, STATEMENTS[1:])]
        assert registered(STANDARDS, PSSM, rows).points == 4, state


def test_a_checklist_has_no_points() -> None:
    for key, lines in (("board", 14), ("ceo", 17), ("npg", 6)):
        whole = registered(STANDARDS, STANDARDS.registers[key], [])
        assert (whole.points, whole.done, whole.of) == (None, 0, lines)
