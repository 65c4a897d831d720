"""One thing in a list."""

from msgspec import Struct


class Line(Struct, frozen=True):
    """What it is and where that leads, where it lies, how it stands (a state of the layout and its word), by when."""

    href: str
    title: str
    where: str
    state: str
    words: str
    due: str = ""
    late: bool = False
