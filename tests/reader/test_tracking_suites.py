"""The library's own tracking suite, unchanged, against both stores of views."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from eventsourcing.tests import persistence as suites

from services.reader import postgres, sqlite
from services.reader.store import ViewStore
from tests.projections.errand import PROJECTIONS
from tests.reader.stage import HOSPITAL


class TestOnSqlite(suites.TrackingRecorderTestCase):
    @pytest.fixture(autouse=True)
    def _views(self, tmp_path: Path) -> Iterator[None]:
        self.open: Callable[[], ViewStore] = lambda: sqlite.open_writer(tmp_path / "views.sqlite", PROJECTIONS)
        self.opened: list[ViewStore] = []
        yield
        for views in self.opened:
            views.close()

    def create_recorder(self) -> ViewStore:
        self.opened.append(self.open())
        return self.opened[-1]


@pytest.mark.postgres
class TestOnPostgres(TestOnSqlite):
    @pytest.fixture(autouse=True)
    def _database(self, _views: None, postgres_address: str) -> None:
        self.open = lambda: postgres.open_views(postgres_address, HOSPITAL, PROJECTIONS)

    @pytest.fixture
    def postgres_address(self, request: pytest.FixtureRequest) -> str:
        return str(request.getfixturevalue("postgres"))
