"""One year of Alder Creek for all tests of a worker."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from services import bootstrap
from services.house import House
from services.sample import make

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What HEARD_HOME is: a folder with the sample in it."""
    made = tmp_path_factory.mktemp("home")
    make(made / "sample", TODAY)
    return made


@pytest.fixture
def alder(home: Path) -> Iterator[House]:
    with bootstrap.open_house(home / "sample") as house:
        yield house
