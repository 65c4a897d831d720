"""What somebody typed and sent after their sign-in had run out: kept for them and nobody else, until they sign in again.

In memory alone and for half a day at most; files are not kept.
"""

from threading import Lock

from msgspec import Struct
from werkzeug.datastructures import MultiDict

from services.web.owned import Owned
from services.web.signing_in.session import FIELD
from workflows.kernel.moments import DAY, Moment

LARGEST = 200_000
"""Characters of one form."""
MOST = 2_000
"""People for whom something is kept at the same time."""
HIDDEN = frozenset({FIELD, "command", "next", "password", "current"})


class Kept(Struct, frozen=True):
    """A form as it was sent."""

    path: str
    typed: tuple[tuple[str, str], ...]
    at: Moment

    @property
    def words(self) -> list[str]:
        """What a person typed, to be read by them."""
        return [value for name, value in self.typed if name not in HIDDEN and " " in value.strip()]


class KeptWords:
    """The last form of each person. Thread-safe."""

    def __init__(self) -> None:
        self._door = Lock()
        self._kept: dict[str, Kept] = {}

    def keep(self, person: str, path: str, form: MultiDict[str, str], now: Moment) -> bool:
        """Whether there was anything to keep, and room for it."""
        typed = tuple(
            (name, value) for name, value in form.items(multi=True) if name not in (FIELD, "password", "current")
        )
        kept = Kept(path, typed, now)
        if not kept.words or sum(len(value) for _, value in typed) > LARGEST:
            return False
        with self._door:
            self._kept = {one: was for one, was in self._kept.items() if was.at > now - DAY // 2}
            if len(self._kept) >= MOST:
                return False
            self._kept[person] = kept
        return True

    def of(self, person: str, now: Moment) -> Kept | None:
        with self._door:
            kept = self._kept.get(person)
        return kept if kept and kept.at > now - DAY // 2 else None

    def drop(self, person: str, path: str | None = None) -> None:
        """Once it was sent again to its path, or is not wanted any more."""
        with self._door:
            kept = self._kept.get(person)
            if kept and path in (None, kept.path):
                del self._kept[person]


KEPT_WORDS = Owned("kept words", KeptWords)
