"""A ward for every test, and one for those who only knock at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.api.ward import Ward, opened


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Ward]:
    with opened(tmp_path / "alder") as ward:
        yield ward


@pytest.fixture(scope="module")
def shared_ward(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ward]:
    """For tests whose requests are all refused, or that do not mind the others'."""
    with opened(tmp_path_factory.mktemp("shared") / "alder") as ward:
        yield ward
