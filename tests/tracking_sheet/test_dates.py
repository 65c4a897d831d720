"""Every way a day is written, and that a day which could be two is never guessed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.tracking_sheet.dates import day, day_within
from services.tracking_sheet.row import Order
from services.tracking_sheet.vocabulary import Vocabulary

CLEAR = [
    ("2025-01-17", "2025-01-17"),
    ("2025/1/7", "2025-01-07"),
    ("2025.01.17", "2025-01-17"),
    ("2025-01-17T00:00:00", "2025-01-17"),
    ("2025-01-17 14:05:09.123", "2025-01-17"),
    ("2025-01-17T14:05-06:00", "2025-01-17"),
    ("01/17/2025", "2025-01-17"),
    ("1/17/2025 2:05 PM", "2025-01-17"),
    ("17/01/2025", "2025-01-17"),
    ("17.01.2025", "2025-01-17"),
    ("01-17-25", "2025-01-17"),
    ("02/02/2025", "2025-02-02"),
    ("14-Jan-25", "2025-01-14"),
    ("14-Jan-2025", "2025-01-14"),
    ("02-Jun-25", "2025-06-02"),
    ("14 January 2025", "2025-01-14"),
    ("14jan2025", None),
    ("Jan 14, 2025", "2025-01-14"),
    ("Jan. 14, 2025", "2025-01-14"),
    ("January 14th, 2025", "2025-01-14"),
    ("Sept 3rd 2025", "2025-09-03"),
    ("Fri Jan 17, 2025", "2025-01-17"),
    ("Friday, January 17, 2025", "2025-01-17"),
    ("2025-Jan-14", "2025-01-14"),
    ("14 de enero de 2025", "2025-01-14"),
    ("14 de enero del 2025", "2025-01-14"),
    ("viernes 17 de enero de 2025", "2025-01-17"),
    ("20250117", "2025-01-17"),
    ("29/02/2024", "2024-02-29"),
    ("12/31/99", "1999-12-31"),
]


@pytest.mark.parametrize(("said", "iso"), CLEAR)
@pytest.mark.parametrize("order", [None, "mdy", "dmy"])
def test_a_clear_day_is_read_whatever_the_answer(
    said: str, iso: str | None, order: Order | None, vocabulary: Vocabulary
) -> None:
    assert day(said, order, vocabulary.dates).iso == iso


@pytest.mark.parametrize(
    ("said", "mdy", "dmy"),
    [
        ("03/04/2025", "2025-03-04", "2025-04-03"),
        ("3/4/25", "2025-03-04", "2025-04-03"),
        ("03.04.2025", "2025-03-04", "2025-04-03"),
        ("12-11-2025", "2025-12-11", "2025-11-12"),
        ("04/07/2025", "2025-04-07", "2025-07-04"),
    ],
)
def test_a_day_with_two_readings_waits_for_the_answer(said: str, mdy: str, dmy: str, vocabulary: Vocabulary) -> None:
    unanswered = day(said, None, vocabulary.dates)
    assert (unanswered.iso, unanswered.trouble) == (None, "two_ways")
    assert {mdy, dmy} <= set(unanswered.readings)
    assert day(said, "mdy", vocabulary.dates).iso == mdy
    assert day(said, "dmy", vocabulary.dates).iso == dmy


def test_two_digits_first_may_be_a_year(vocabulary: Vocabulary) -> None:
    assert day("14-01-25", None, vocabulary.dates).readings == ("2014-01-25", "2025-01-14")
    assert day("14-01-25", "dmy", vocabulary.dates).iso == "2025-01-14"


@pytest.mark.parametrize(
    ("said", "trouble"),
    [
        ("31/02/2025", "impossible"),
        ("2025-02-30", "impossible"),
        ("13/13/2025", "impossible"),
        ("Feb 30, 2025", "impossible"),
        ("00/00/2025", "impossible"),
        ("01/17/0025", "year"),
        ("2205-01-17", "year"),
        ("45674", "day_number"),
        ("45674.5", "day_number"),
        ("=TODAY()", "formula"),
        ("+1", "formula"),
        ("3/4", "words"),
        ("Jan 2025", "words"),
        ("2025", "words"),
        ("next month", "words"),
        ("see notes", "words"),
        ("1/5/2025, 2/9/2025", "words"),
        ("#REF!", "words"),
        ("٣/٤/٢٠٢٥", "words"),
    ],
)
def test_what_is_no_day_says_why(said: str, trouble: str, vocabulary: Vocabulary) -> None:
    read = day(said, "mdy", vocabulary.dates)
    assert (read.iso, read.trouble) == (None, trouble)


@pytest.mark.parametrize("said", ["", "  ", "n/a", "TBD", "ASAP", "none", "-", "?", "Unknown", "por definir"])
def test_words_for_no_day_are_neither_day_nor_trouble(said: str, vocabulary: Vocabulary) -> None:
    read = day(said, None, vocabulary.dates)
    assert (read.iso, read.trouble) == (None, None)


@pytest.mark.parametrize(
    ("said", "iso", "rest"),
    [
        ("told staff at huddle 2025-03-16", "2025-03-16", "told staff at huddle"),
        ("told staff at huddle May 28, 2025", "2025-05-28", "told staff at huddle"),
        ("told staff at huddle 02-Jun-25", "2025-06-02", "told staff at huddle"),
        ("Y 3/16/2025", "2025-03-16", "Y"),
        ("(3/16/2025) emailed", "2025-03-16", "( ) emailed"),
        ("el 3 de marzo de 2025 en la ronda", "2025-03-03", "el   en la ronda"),
        ("told 3 of 12 staff", None, "told 3 of 12 staff"),
        ("rooms 10-12 and 14", None, "rooms 10-12 and 14"),
        ("call 555-123-4567", None, "call 555-123-4567"),
    ],
)
def test_a_day_is_found_inside_a_sentence(said: str, iso: str | None, rest: str, vocabulary: Vocabulary) -> None:
    found, left = day_within(said, None, vocabulary.dates)
    assert (found.iso, left) == (iso, rest)


@given(st.dates(date(1990, 1, 1), date(2069, 12, 31)))
def test_no_order_reads_a_day_that_was_not_written(vocabulary: Vocabulary, when: date) -> None:
    """Whatever the sheet's habit, the answer of that habit gives the day back, and no answer never gives another."""
    for written, order in ((f"{when:%m/%d/%Y}", "mdy"), (f"{when:%d/%m/%Y}", "dmy"), (f"{when:%d.%m.%y}", "dmy")):
        answered: Order = "mdy" if order == "mdy" else "dmy"
        assert day(written, answered, vocabulary.dates).iso == when.isoformat()
        assert day(written, None, vocabulary.dates).iso in (None, when.isoformat())


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading(vocabulary: Vocabulary, said: str) -> None:
    read = day(said, None, vocabulary.dates)
    assert read.iso is None or date.fromisoformat(read.iso) - date(1990, 1, 1) >= timedelta(0)
    assert day_within(said, "mdy", vocabulary.dates)
