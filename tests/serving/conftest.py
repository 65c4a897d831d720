"""A machine with a hospital on it, for processes that serve it."""

from tests.cli.conftest import alder, heard, started

__all__ = ["alder", "heard", "started"]
