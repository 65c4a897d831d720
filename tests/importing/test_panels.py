"""Values of several measures of several units come from one sheet: each into its own, none twice, and a rehearsal leaves no
trace."""

import csv
import io
from uuid import uuid4

from services.clerk.access import OPERATOR, Actor
from services.clerk.asking import Told
from services.clerk.reception import Call
from services.importing.measures import Brought
from services.importing.panels import HEAD, bring, write_back
from tests.importing.test_measures import values
from tests.trust.conftest import Small, small
from workflows.measure.commands import Register

__all__ = ["small"]


def registered(small: Small, title: str, unit: str | None, kind: str, **more: object) -> str:
    told = {"title": title, "unit": unit, "kind": kind, "definition": "x", "source": "x", "owner": small.nurse, **more}
    command = Register(**told)  # type: ignore[arg-type] # a test names what it is about
    made = small.house.reception.ask(OPERATOR, command, Call(id=str(uuid4()), via="cli"))
    assert isinstance(made, Told)
    return made.stream


SHEET = """Unit,Measure,Period,Value,Denominator
4 West,Falls,2025-11,2,810
4-west, falls ,2025-12,1,790
ICU,Falls,2025-11-03,,
ICU,Falls,2025-11-20,,
,Clean hands,2025-11,90,100
Moon,Falls,2025-11,1,1
ICU,Burns,2025-11,1,
4 West,Falls,2025-11,3,810
4 West,=Falls,soon,1,2
"""


def brought(small: Small, sheet: str = SHEET, by: Actor = OPERATOR, *, dry: bool = False) -> Brought:
    return bring(small.house, by, "cli", sheet.encode(), dry=dry)


def test_each_row_goes_into_the_measure_it_names_and_twice_adds_nothing(small: Small) -> None:
    falls = registered(small, "Falls", "4-west", "rate", per=1000, per_what="days")
    since = registered(small, "Falls", "icu", "days_since")
    hands = registered(small, "Clean hands", None, "rate", per=100, per_what="times")
    before = small.house.ledger.head()
    rehearsed = brought(small, dry=True)
    assert small.house.ledger.head() == before, "a rehearsal leaves no trace"
    done = brought(small)
    assert rehearsed == done
    assert (done.entered, done.known) == (5, 0)
    assert [values(small, one) for one in (falls, since, hands)] == [
        [("2025-11", 2, 810), ("2025-12", 1, 790)],
        [("2025-11-03", None, None), ("2025-11-20", None, None)],
        [("2025-11", 90, 100)],
    ]
    assert [(one.line, one.todo.split(".")[0]) for one in done.wrong] == [
        (7, "You enter values of no measure called “Falls” in Moon"),
        (8, "You enter values of no measure called “Burns” in ICU"),
        (9, "2025-11 has a value already"),
        (10, "You enter values of no measure called “=Falls” in 4 West"),
    ]
    after = small.house.ledger.head()
    again = brought(small)
    assert (again.entered, again.known, len(again.wrong), small.house.ledger.head()) == (0, 5, 4, after)

    written = io.StringIO(newline="")
    write_back(written, done.wrong)
    head, *rows = csv.reader(io.StringIO(written.getvalue().removeprefix("\ufeff")))
    assert (tuple(head[:5]), rows[3][1]) == (HEAD, "'=Falls")
    assert len(brought(small, written.getvalue()).wrong) == 4, "what was given back can be brought again"


def test_whoever_enters_values_in_one_unit_finds_no_measure_of_another(small: Small) -> None:
    registered(small, "Falls", "4-west", "count")
    registered(small, "Falls", "icu", "count")
    nurse = small.house.rights.actor(small.nurse)
    sheet = "Unit,Measure,For,How many\n4 West,Falls,2025-11,2\nICU,Falls,2025-11,2\n"
    for dry in (True, False):
        told = brought(small, sheet, nurse, dry=dry)
        assert (told.entered, [one.line for one in told.wrong]) == (1, [3])
        assert "no measure called “Falls” in ICU" in told.wrong[0].todo
