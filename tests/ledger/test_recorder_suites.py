"""The library's own recorder suites, unchanged, against our stores."""

from pathlib import Path
from uuid import UUID, uuid4

import pytest
from eventsourcing.tests import persistence as suites

from services.ledger.sqlite import SqliteLedger, open_writer


class OnSqlite:
    """Gives each test a ledger of its own, with text ids as we use them."""

    @pytest.fixture(autouse=True)
    def _ledger(self, tmp_path: Path):
        self.recorder = open_writer(tmp_path, "suite")
        yield
        self.recorder.close()

    def new_originator_id(self) -> UUID | str:
        return str(uuid4())

    def create_recorder(self) -> SqliteLedger:
        return self.recorder


class TestApplicationRecorder(OnSqlite, suites.ApplicationRecorderTestCase):
    pass


class TestNonInterleaving(OnSqlite, suites.NonInterleavingNotificationIDsBaseCase):
    pass
