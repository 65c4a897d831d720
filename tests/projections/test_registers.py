"""A register reckoned from rows: no credit for a part of a domain, and what is set aside is not attested."""

from typing import get_args

from msgspec.structs import replace

from assessments.scorecard import scorecard
from projections.lives import Stint
from projections.registers import by_number, registered
from projections.standards import StandardRow
from services.reader.binding import BoundKey
from tests.given import STANDARDS
from workflows.kernel.standards import Facility
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


def test_facilities_under_one_number_count_as_the_lowest_of_them() -> None:
    gone, other = STANDARDS.of_group(PSSM.groups[0])[0], STANDARDS.of_group(PSSM.groups[1])[0]
    standards = replace(
        STANDARDS,
        facilities={
            "main": Facility(title="Main", number="14-0001"),
            "north": Facility(title="North", number="14-0001", without=(gone, other)),
            "far": Facility(title="Far", number="14-0002", without=(gone,)),
        },
    )
    first, second = by_number(standards, PSSM, map(row, STATEMENTS))
    assert [(title, whole.points) for title, whole in first.at] == [("Main", 5), ("North", 3)]
    assert (first.number, first.points, second.number, second.points) == ("14-0001", 3, "14-0002", 4)
    assert by_number(standards, STANDARDS.registers["board"], []) == ()
    assert by_number(STANDARDS, PSSM, []) == ()


def test_an_edition_counts_from_its_first_day() -> None:
    npg = STANDARDS.registers["npg"]
    assert (npg.in_force("2025-12-31"), npg.in_force("2026-01-01")) == (False, True)


def test_lines_have_figures_beside_them_wherever_the_record_can_say_something() -> None:
    bound = {key: len(one.beside) for key, one in STANDARDS.registers.items()}
    assert bound == {"pssm": 12, "board": 10, "ceo": 7, "npg": 5}
    known = {*scorecard().figures, *get_args(BoundKey)}
    assert {key for one in STANDARDS.registers.values() for keys in one.beside.values() for key in keys} <= known
