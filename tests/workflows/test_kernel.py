"""Moments, ids, balls, roles and terms: what every noun stands on."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services import documents
from tests.given import act, by_import, by_voice
from workflows.kernel.ball import Ball
from workflows.kernel.ids import is_id, noun_of, spell
from workflows.kernel.moments import Day, as_datetime, day_after, days_between, micros, moment_of
from workflows.kernel.roles import Held, in_role, without
from workflows.kernel.terms import Terms


@pytest.mark.parametrize(
    ("occurred", "noon"),
    [
        ("2025-01-17", "2025-01-17T12:00+00:00"),
        ("2025-01", "2025-01-01T12:00+00:00"),
        ("2025", "2025-01-01T12:00+00:00"),
        ("2025-W03", "2025-01-13T12:00+00:00"),
        ("2025-01-17T14:05-06:00", "2025-01-17T20:05+00:00"),
    ],
)
def test_what_happened_has_a_moment_of_its_own_precision(occurred: str, noon: str) -> None:
    assert as_datetime(moment_of(occurred)) == datetime.fromisoformat(noon)


def test_a_moment_is_exact_and_a_day_follows_a_day() -> None:
    late = datetime(2025, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)
    assert as_datetime(micros(late)) == late
    assert day_after("2024-02-28", 2) == "2024-03-01"
    assert days_between(moment_of("2025-01-01"), moment_of("2025-02-17")) == 47
    assert days_between(moment_of("2025-02-17"), moment_of("2025-01-01")) == 0


@pytest.mark.parametrize("bits", [0, 1, 31, 32, (1 << 128) - 1])
def test_an_id_is_its_noun_and_26_characters(bits: int) -> None:
    spelt = spell("issue", bits)
    assert is_id(spelt, "issue")
    assert not is_id(spelt, "barrier")
    assert noun_of(spelt) == "issue"
    assert len(spelt) == len("issue-") + 26


def test_ids_keep_the_order_of_their_bits() -> None:
    numbers = [3, 33, 1 << 64, 1 << 127]
    assert sorted(spell("issue", n) for n in numbers) == [spell("issue", n) for n in numbers]


def test_units_are_slugs() -> None:
    assert is_id("unit-4-west", "unit")
    assert not is_id("unit-4 West", "unit")


def test_a_ball_is_overdue_from_the_day_after() -> None:
    ball = Ball("unit-4w", "answer", None, 0, "2025-02-13")
    assert not ball.overdue("2025-02-13")
    assert ball.overdue("2025-02-14")
    assert not Ball("unit-4w", "answer", None, 0).overdue("2025-02-14")


def test_who_may_speak_for_the_voice() -> None:
    assert by_voice().speaks_for("voice-a")
    assert not act("link").speaks_for("voice-a"), "a link is a holder's"
    assert act(behalf="voice-a").speaks_for("voice-a")
    assert not act(behalf="voice-b").speaks_for("voice-a")
    assert not act(behalf="role-cno").speaks_for("voice-a")
    assert not act().speaks_for("voice-a")
    assert not by_import().speaks_for("voice-a")


def test_who_answers_for_a_holder() -> None:
    assert act(who="person-a").holds("person-a")
    assert not act(who="person-a").holds("person-b")
    assert act(roles={"chief_nurse"}).holds("role-chief-nurse")
    assert not act(roles={"chief_nurse"}).holds("role-ceo")
    assert act().holds("party-capital")


def test_roles_are_held_and_given_up() -> None:
    held = (Held("person-a", "leader", "2025-01-01"), Held("person-b", "leader", "2025-02-01"))
    assert in_role(held, "leader") == ("person-a", "person-b")
    assert in_role(without(held, "person-a", "leader"), "leader") == ("person-b",)


def test_the_terms_of_the_house_are_the_document_of_the_house() -> None:
    assert documents.read("terms", Terms) == Terms()


def test_a_unit_may_differ_in_any_number() -> None:
    terms = documents.check(b'{"answer_days": 5, "units": {"icu": {"answer_days": 2}}}', "terms", Terms)
    assert [terms.of(unit).answer_days for unit in (None, "4w", "icu")] == [5, 5, 2]
    assert terms.of("icu").of("icu").answer_days == 2


def test_a_unit_may_have_a_ladder_and_working_days_of_its_own() -> None:
    own = b'{"units": {"icu": {"ladder": ["role-cmo"], "in_working_days": ["answer_days"]}}}'
    terms = documents.check(own, "terms", Terms)
    assert terms.of("icu").ladder == ("role-cmo",)
    assert terms.of("4w").ladder == terms.ladder != terms.of("icu").ladder
    assert terms.of("icu").due("2025-01-03", "answer_days") > terms.of("4w").due("2025-01-03", "answer_days")


@pytest.mark.parametrize(
    "document",
    [
        b'{"answer_days": 0}',
        b'{"answer_days": "soon"}',
        b'{"ladder": ["the boss"]}',
        b'{"units": {"icu": {"ladder": ["the boss"]}}}',
        b'{"units": {"icu": {"answerdays": 2}}}',
        b'{"patience": 3}',
    ],
)
def test_terms_that_say_nothing_sensible_are_no_terms(document: bytes) -> None:
    with pytest.raises(documents.BadDocument):
        documents.check(document, "terms", Terms)


@given(
    day=st.dates(date(2024, 1, 1), date(2030, 12, 31)).map(date.isoformat),
    days=st.integers(1, 30),
    rest=st.sets(st.integers(1, 7), max_size=6).map(sorted).map(tuple),
    holidays=st.lists(st.dates(date(2024, 1, 1), date(2031, 12, 31)).map(date.isoformat), max_size=9).map(tuple),
)
def test_a_term_in_working_days_passes_exactly_so_many(
    day: Day, days: int, rest: tuple[int, ...], holidays: tuple[Day, ...]
) -> None:
    terms = Terms(answer_days=days, in_working_days=("answer_days",), rest_days=rest, holidays=holidays)

    due = terms.due(day, "answer_days")

    passed = [day_after(day, n) for n in range(1, days_between(moment_of(day), moment_of(due)) + 1)]
    worked = [one for one in passed if date.fromisoformat(one).isoweekday() not in rest and one not in holidays]
    assert len(worked) == days
    assert worked[-1] == due
