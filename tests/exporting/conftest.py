"""A hospital without a log."""

from tests.importing.conftest import house

__all__ = ["house"]
