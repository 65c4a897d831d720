"""Many rows in one statement: every one enters, in order, and few different statements are kept."""

import sqlite3
from contextlib import closing

import pytest

from services.sqlite_file import KEPT_STATEMENTS, MOST_VALUES, insert

COLUMNS, TABLES = 13, 4
MOST = MOST_VALUES // COLUMNS


@pytest.mark.parametrize("count", [0, 1, 31, 32, 33, 700, MOST - 1, MOST, MOST + 1, 2 * MOST + 63])
def test_every_row_enters_in_order(count: int) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE numbers (number)")
        insert(connection, "numbers", [(number,) for number in range(count)])
        assert [number for (number,) in connection.execute("SELECT number FROM numbers")] == list(range(count))


def test_whatever_comes_few_statements_are_kept() -> None:
    said: set[int] = set()
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"CREATE TABLE events ({', '.join(f'c{n}' for n in range(COLUMNS))})")
        connection.set_trace_callback(lambda statement: said.add(len(statement)))
        for count in (*range(1, 200), *range(200, 2 * MOST, 97)):
            insert(connection, "events", [(None,) * COLUMNS] * count)
    assert len(said) * TABLES <= KEPT_STATEMENTS
