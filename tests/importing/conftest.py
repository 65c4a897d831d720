"""A hospital without a log."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from services.house import House
from tests.importing.ward import opened


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with opened(tmp_path / "alder") as house:
        yield house
