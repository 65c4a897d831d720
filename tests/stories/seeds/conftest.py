"""Each duty is told in a hospital of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stories.over_http import OverHttp, over_http


@pytest.fixture
def story(tmp_path: Path) -> Iterator[OverHttp]:
    with over_http(tmp_path / "alder") as told:
        yield told
