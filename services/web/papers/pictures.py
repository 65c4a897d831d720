"""A picture of a page as one drawing: the wide one, with its legend under it."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from services.printing.paper import Picture

_SVG = "http://www.w3.org/2000/svg"
_LETTER = 0.56
"""How wide a letter is, of how high it is."""
_BOX = 16
_LINE = 24


def picture(markup: str, says: str, caption: str = "", width: int = 100) -> Picture:
    """`markup` is a picture of `services.web.pictures`; `says` is what it shows."""
    whole = ET.fromstring(f'<div xmlns="{_SVG}">{markup}</div>')  # noqa: S314 - drawn by us
    drawn = _wide(whole)
    _legend(drawn, list(whole.iter(f"{{{_SVG}}}li")))
    ET.register_namespace("", _SVG)
    return Picture(ET.tostring(drawn, encoding="unicode"), says, caption, width)


def _wide(whole: ET.Element) -> ET.Element:
    """The drawing for a desktop, where there are two; with measures of its own, where it has those of its place."""
    found = [one for one in whole.iter(f"{{{_SVG}}}svg") if one.get("class") != "glyph"]
    drawn = next((one for one in found if (one.get("class") or "").endswith("__wide")), found[0])
    if "viewBox" not in drawn.attrib:
        drawn.set("width", "720")
        drawn.set("viewBox", f"0 0 720 {drawn.get('height')}")
    return drawn


def _legend(drawn: ET.Element, parts: list[ET.Element]) -> None:
    """In lines under it: each mark with its words."""
    if not parts:
        return
    _, _, wide, high = (float(one) for one in drawn.attrib["viewBox"].split())
    size = float(drawn.get("font-size", "13"))
    x, y = 0.0, high + 12
    for mark, words in _parts(parts):
        box = float(mark.get("width", _BOX)) + 6
        room = box + len(words) * size * _LETTER + 18
        if x and x + room > wide:
            x, y = 0.0, y + _LINE
        at = ET.SubElement(drawn, f"{{{_SVG}}}g", {"transform": f"translate({x:g} {y:g})"})
        at.extend(mark)
        text = ET.SubElement(at, f"{{{_SVG}}}text", {"x": f"{box:g}", "y": "13", "font-size": f"{size:g}"})
        text.text = words
        x += room
    drawn.set("viewBox", f"0 0 {wide:g} {y + _LINE:g}")
    drawn.attrib.pop("height", None)
    drawn.attrib.pop("width", None)


def _parts(parts: list[ET.Element]) -> Iterator[tuple[ET.Element, str]]:
    for one in parts:
        mark = one.find(f"{{{_SVG}}}svg")
        if mark is not None:
            yield mark, " ".join("".join(one.itertext()).split())
