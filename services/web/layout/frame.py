"""What every page is framed by: whose hospital, which places, which moment, what just happened."""

from datetime import date
from typing import Literal

from msgspec import Struct


class Place(Struct, frozen=True):
    """One of the eight places. `count` is how many things there wait on the reader."""

    label: str
    href: str
    count: int = 0
    current: bool = False


class Tab(Struct, frozen=True):
    """A view inside a place, as Board or Rounds inside Unit. `under` are its pages, where it has several: those of the current
    one are shown."""

    label: str
    href: str
    current: bool = False
    under: tuple["Tab", ...] = ()


class Notice(Struct, frozen=True):
    """One sentence about what just happened; `refused` sentences say what to do next."""

    text: str
    kind: Literal["done", "refused", "note"] = "note"


class Reader(Struct, frozen=True):
    """Who is signed in. `sign_out` is posted to, with the csrf token."""

    name: str
    role: str
    sign_out: str
    csrf: str


class Moment(Struct, frozen=True):
    """The moment a page speaks of. `action` is the page's own path, `keep` the query it must not lose."""

    action: str
    today: date
    reading: Literal["now", "as_of", "on"] = "now"
    day: date | None = None
    keep: tuple[tuple[str, str], ...] = ()

    @property
    def past(self) -> bool:
        return self.reading != "now" and self.day is not None

    @property
    def words(self) -> str:
        return spoken(self.day) if self.past and self.day else "today"

    @property
    def statement(self) -> str:
        """The line that stands over a page about another day, so that no one mistakes it for now."""
        if self.reading == "as_of":
            return f"As it was known on {self.words}. What was recorded later is not shown."
        return f"As it was on {self.words}, by everything known today."


class Record(Struct, frozen=True):
    """By which entries a page is told: up to this one, under this root (the beginning of it, hexadecimal). `line` is by what
    its figures are found again, "" where that is not offered."""

    entry: int
    root: str
    line: str = ""


class Frame(Struct, frozen=True):
    """The whole frame; a page adds its title, its place and its content. `line` stands at the foot; "" for that of Heard.
    `record` is there for whatever is told from the ledger."""

    hospital: str
    line: str = ""
    home: str = "/"
    places: tuple[Place, ...] = ()
    sample: bool = False
    moment: Moment | None = None
    notices: tuple[Notice, ...] = ()
    reader: Reader | None = None
    language: str = "en"
    record: Record | None = None


def spoken(day: date) -> str:
    """12 May 2025, the order that cannot be read two ways."""
    return f"{day.day} {day:%B %Y}"


def asked(query: dict[str, str]) -> tuple[Literal["now", "as_of", "on"], str]:
    """Which moment a query asks for: the frame's form sends reading and day, a shared link as_of= or on=.

    The day comes back as it was typed; ("now", "") when nothing was asked.
    """
    if query.get("as_of"):
        return "as_of", query["as_of"]
    if query.get("on"):
        return "on", query["on"]
    day = query.get("day", "")
    if not day:
        return "now", ""
    return ("on" if query.get("reading") == "on" else "as_of"), day
