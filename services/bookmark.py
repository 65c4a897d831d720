"""How far somebody has read the ledger, in a small file that may be thrown away: whoever loses it reads again."""

from contextlib import suppress
from pathlib import Path


class Bookmark:
    """The position of the last fact that was read; 0 at the beginning, and where the file is gone."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def at(self) -> int:
        with suppress(FileNotFoundError, ValueError):
            return int(self._path.read_text(encoding="ascii"))
        return 0

    def move(self, to: int) -> None:
        self._path.write_text(str(to), encoding="ascii")
