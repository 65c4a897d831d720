"""Columns packed by us are read by PostgreSQL as what they were."""

from typing import Any

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.ledger.postgres import wire

pytestmark = pytest.mark.postgres

words = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))


@given(
    numbers=st.lists(st.integers(-(2**63), 2**63 - 1) | st.none()),
    names=st.lists(words | st.none()),
    blobs=st.lists(st.binary() | st.none()),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_packed_is_what_arrives(
    session: psycopg.Connection, numbers: list[int | None], names: list[str | None], blobs: list[bytes | None]
) -> None:
    packed = [wire.integers(numbers), wire.texts(names), wire.blobs(blobs)]
    assert session.execute("SELECT %b, %b, %b", packed, binary=True).fetchone() == (numbers, names, blobs)


@pytest.fixture
def session(migrated: str) -> Any:
    with psycopg.connect(migrated, autocommit=True) as connection:
        wire.register(connection)
        yield connection
