"""The words a sheet may use, as `config` has them."""

from functools import cache
from importlib.resources import files
from pathlib import Path

from services.tracking_sheet.vocabulary import Vocabulary, load


@cache
def vocabulary() -> Vocabulary:
    """Read once, when the first sheet comes. Unreadable where a document of `config` breaks its schema."""
    return load(Path(str(files("config"))))
