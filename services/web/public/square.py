"""A QR code as a picture in the page."""

import segno
from markupsafe import Markup, escape

MASK = 2
"""One that does for any text; to look for the best of eight takes longer than the rest of the page."""


def square(text: str, named: str) -> Markup:
    """An SVG without a size of its own; `named` is what it is called where it cannot be seen."""
    drawn = segno.make(text, error="m", micro=False, mask=MASK).svg_inline(
        omitsize=True, border=2, dark="#000", light="#fff"
    )
    return Markup(drawn.replace("<svg ", f'<svg role="img" aria-label="{escape(named)}" ', 1))  # noqa: S704 - drawn by segno
