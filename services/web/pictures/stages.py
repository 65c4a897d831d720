"""How far each component has come, as steps on a stair: a row for each, four steps, those reached are filled. What could not be
said is written so, and nothing hangs on colour."""

from collections.abc import Sequence

from markupsafe import Markup
from msgspec import Struct

from services.web.pictures.markup import joined, tag
from services.web.pictures.sheet import INK, SOFT, TYPE

STEPS = 4


class Climb(Struct, frozen=True):
    """One component: its name, how many of four steps (0: it cannot be said), in which words; `dissent`: somebody sees it
    otherwise."""

    name: str
    steps: int
    words: str
    dissent: bool = False


class Flight(Struct, frozen=True):
    """A domain and its components."""

    name: str
    climbs: tuple[Climb, ...]


class _Shape(Struct, frozen=True):
    name: str
    width: int
    at: int
    """Where the steps begin."""
    under: int
    """How far below its name a row's steps stand."""
    row: int


_SHAPES = (_Shape("wide", 1000, 380, 0, 30), _Shape("narrow", 360, 0, 22, 54))
_HEAD, _TEXT, _STEP, _WORDS = 34, 14, 44, 14


def stages(flights: Sequence[Flight], *, title: str, key: str = "stages") -> Markup:
    """Both drawings; the style sheet shows one."""
    return joined(_drawn(flights, shape, title, f"{key}-{shape.name}") for shape in _SHAPES)


def _drawn(flights: Sequence[Flight], shape: _Shape, title: str, key: str) -> Markup:
    parts: list[Markup] = []
    top = 0.0
    for flight in flights:
        parts.append(tag("text", flight.name, x=0, y=top + _HEAD - 12, font_weight=700, fill=INK))
        parts += [_row(climb, top + _HEAD + n * shape.row, shape) for n, climb in enumerate(flight.climbs)]
        top += _HEAD + len(flight.climbs) * shape.row
    said = " ".join(f"{climb.name}: {climb.words}." for flight in flights for climb in flight.climbs)
    return tag(
        "svg",
        tag("title", title, id=f"{key}-title") + tag("desc", said, id=f"{key}-desc"),
        *parts,
        class_=f"lanes__{shape.name}",
        viewBox=f"0 0 {shape.width} {top:g}",
        font_family=TYPE,
        font_size=_TEXT,
        role="img",
        aria_labelledby=f"{key}-title {key}-desc",
    )


def _row(climb: Climb, top: float, shape: _Shape) -> Markup:
    base = top + shape.under
    boxes = [_step(n, n <= climb.steps, base, shape) for n in range(1, STEPS + 1)]
    after = shape.at + STEPS * (_STEP + 4) + _WORDS
    words = f"{climb.words}{' · dissent' if climb.dissent else ''}"
    return tag(
        "g",
        tag("title", f"{climb.name}: {words}"),
        tag("text", climb.name, x=0, y=top + 16, fill=INK),
        *boxes,
        tag("text", words, x=after, y=base + 16, fill=INK, font_weight=600),
    )


def _step(n: int, is_reached: bool, base: float, shape: _Shape) -> Markup:
    """Each step is a little higher than the one before."""
    high = 8 + 4 * (n - 1)
    return tag(
        "rect",
        x=shape.at + (n - 1) * (_STEP + 4) + 0.5,
        y=base + 22 - high,
        width=_STEP,
        height=high,
        rx=2,
        fill="#0a3d47" if is_reached else "#ffffff",
        stroke=SOFT,
        stroke_dasharray=None if is_reached else "4 3",
    )
