"""The paper a picture of lanes is drawn on: its measures, its inks, its stretch of time."""

from msgspec import Struct

from services.web.pictures.span import Span

INK, SOFT, LINE, SOLID, WAIT = "#12262d", "#47606a", "#d3dcdb", "#0b5563", "#3f5159"
TYPE = "-apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif"


class Shape(Struct, frozen=True):
    """The measures of one drawing, in its own units. `above` is the room for a lane's name over its bars, 0 puts it left."""

    name: str
    width: int
    left: int
    right: int
    lane: int
    bar: int
    text: int
    above: int


class Sheet(Struct, frozen=True):
    """A drawing's shape and time. today: µs UTC. key: what its ids begin with, so that two may share a page."""

    shape: Shape
    span: Span
    today: int
    key: str

    def middle(self, row: int) -> float:
        """The height at which a lane's bars are centred."""
        shape = self.shape
        return row * shape.lane + shape.above + (shape.lane - shape.above) / 2

    def baseline(self, middle: float) -> float:
        return middle + self.shape.text * 0.35

    def wide(self, words: str) -> float:
        """About how wide words are; fonts differ, so a little too much."""
        return len(words) * self.shape.text * 0.6


WIDE = Shape(name="wide", width=1000, left=208, right=24, lane=46, bar=26, text=15, above=0)
NARROW = Shape(name="narrow", width=360, left=2, right=14, lane=60, bar=24, text=15, above=27)
