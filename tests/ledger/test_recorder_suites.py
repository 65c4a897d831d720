"""The library's own recorder suites, unchanged, against our stores."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from eventsourcing.tests import persistence as suites

from services.ledger import postgres, sqlite
from services.ledger.recorder import LedgerRecorder


class OnOurStores:
    """Text ids, as we use them; one recorder per test."""

    recorder: LedgerRecorder

    def new_originator_id(self) -> UUID | str:
        return str(uuid4())

    def create_recorder(self) -> LedgerRecorder:
        return self.recorder


class OnSqlite(OnOurStores):
    @pytest.fixture(autouse=True)
    def _ledger(self, tmp_path: Path) -> Iterator[None]:
        self.recorder = sqlite.open_writer(tmp_path, "suite")
        yield
        self.recorder.close()


@pytest.mark.postgres
class OnPostgres(OnOurStores):
    @pytest.fixture(autouse=True)
    def _ledger(self, migrated: str, hospital: str) -> Iterator[None]:
        self.recorder = postgres.open_ledger(migrated, hospital)
        yield
        self.recorder.close()


class TestApplicationRecorderOnSqlite(OnSqlite, suites.ApplicationRecorderTestCase):
    pass


class TestApplicationRecorderOnPostgres(OnPostgres, suites.ApplicationRecorderTestCase):
    pass


class TestNonInterleavingOnSqlite(OnSqlite, suites.NonInterleavingNotificationIDsBaseCase):
    pass


class TestNonInterleavingOnPostgres(OnPostgres, suites.NonInterleavingNotificationIDsBaseCase):
    pass
