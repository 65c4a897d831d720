"""The file of people: read as spreadsheets save it, every fault named with its row, its column and what to do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.clerk.access import load
from services.starting.places import Places
from services.starting.plan import NotSo, UnitPlan
from services.starting.roster import decoded, read

PLACES = Places(load(), [UnitPlan("4w", "4 West"), UnitPlan("icu", "ICU")])


def faults(text: str) -> list[tuple[int, str]]:
    with pytest.raises(NotSo) as found:
        read(text, PLACES)
    return [(fault.row, fault.column) for fault in found.value.faults]


def test_rows_are_read_as_people_write_them() -> None:
    entries = read(
        "Name;Role;Unit;E-Mail\nLena Brandt;UNIT CHAMPION;4 west;lena@x.org\n;;;\nInes;quality_director;;\n", PLACES
    )
    assert [(one.row, one.name, one.role, one.unit, one.mail) for one in entries] == [
        (2, "Lena Brandt", "unit_champion", "4w", "lena@x.org"),
        (4, "Ines", "quality_director", None, None),
    ]


def test_a_role_is_found_by_what_else_people_call_it() -> None:
    entries = read("name,role,unit\nAda,nurse,4w\nBo,Charge Nurse,4w\nCy,RN,ICU\nDi,CNO,\n", PLACES)
    assert [one.role for one in entries] == ["front_line", "team_leader", "front_line", "cno"]


def test_no_word_means_two_roles() -> None:
    said = [
        word
        for post in PLACES.posts
        for word in {one.casefold() for one in (*post.called, post.title, post.role.replace("_", " "))}
    ]
    assert sorted(said) == sorted(set(said))


def test_every_fault_of_a_file_is_named_at_once() -> None:
    text = "name,role,unit,mail\n,boss,moon,here\nAda,Team leader,,a@x.org\nIda,Executive,ICU,\n"
    assert faults(text) == [(2, "name"), (2, "mail"), (2, "role"), (2, "unit"), (3, "unit"), (4, "unit")]


def test_a_fault_says_what_there_is_instead() -> None:
    with pytest.raises(NotSo, match=r"row 2, unit: There is no unit 'moon'; there are: 4 West, ICU\."):
        read("name,role,unit\nAda,Team leader,moon\n", PLACES)


@pytest.mark.parametrize("text", ["", "\n\n", "person,job\nAda,nurse\n", "name;role\nAda;Team leader\n"])
def test_a_file_without_its_columns_is_told_which(text: str) -> None:
    assert faults(text) == [(1, "header")]


def test_a_name_of_two_people_needs_the_mail() -> None:
    text = "name,role,unit,mail\nAda,Team leader,ICU,a@x.org\nAda,Team leader,4w,b@x.org\nAda,Front-line staff,4w,\n"
    assert faults(text) == [(4, "mail")]


@pytest.mark.parametrize(
    ("content", "name"),
    [("\ufeffname\nZoë".encode(), "Zoë"), ("name\nZoë".encode("cp1252"), "Zoë"), ("name\r\nZoë".encode(), "Zoë")],
)
def test_any_spreadsheets_letters_are_understood(content: bytes, name: str) -> None:
    assert decoded(content).splitlines() == ["name", name]


@pytest.mark.parametrize("content", [b"PK\x03\x04\x00\x00", b"a" * 5_000_001])
def test_what_is_no_csv_is_refused(content: bytes) -> None:
    with pytest.raises(NotSo):
        decoded(content)


@given(st.binary(max_size=300))
def test_any_bytes_end_in_entries_or_in_faults(content: bytes) -> None:
    assert outcome(content)


def outcome(content: bytes) -> bool:
    """Whether it ended in rows that are whole, or in faults that say something."""
    try:
        entries = read(decoded(content), PLACES)
    except NotSo as found:
        return all(fault.what for fault in found.faults)
    return all(entry.name and entry.role for entry in entries)
