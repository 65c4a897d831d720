"""A machine, and one with a hospital on it."""

import shutil
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal


@pytest.fixture
def heard(tmp_path: Path) -> Terminal:
    """A terminal on a machine where there is no hospital yet."""
    return Terminal(tmp_path / "home")


@pytest.fixture(scope="session")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one hospital, to be copied."""
    home = tmp_path_factory.mktemp("started") / "home"
    assert Terminal(home).start().status == 0
    return home


@pytest.fixture
def alder(heard: Terminal, started: Path) -> Terminal:
    """The same once Alder Creek was started: units 4 West and ICU, four people."""
    shutil.copytree(started, heard.home)
    return heard
