"""What a browser fetches: whole, ours to ship, legible, and never a reason to leave the server."""

import hashlib
import re
from importlib.metadata import version
from pathlib import Path

import pytest

from services.web.layout.assets import STATIC, asset
from tests.vendor_assets import FORBIDDEN, VENDORED, cut, manifest, swap

TEMPLATES = sorted(STATIC.parent.rglob("*.html"))
OWN_SHEETS = sorted(STATIC.glob("*.css"))
WRITTEN = sorted(path for path in STATIC.rglob("*") if path.suffix in {".css", ".js", ".svg"})
NAMESPACE = "http://www.w3.org/2000/svg"
PALETTE = dict(re.findall(r"--([\w-]+): (#\w+);", (STATIC / "palette.css").read_text()))

# text on ground: at least 4.5 to 1 for words (WCAG 1.4.3)
WORDS = [
    *((ink, ground) for ink in ("ink", "ink-soft", "brand", "visited", "alarm") for ground in ("paper", "card")),
    *((tone, f"{tone}-wash") for tone in ("alarm", "amber", "good", "plum", "slate", "brand")),
    *(("ink", ground) for ground in ("focus", "voice", "brand-wash", "alarm-wash", "good-wash")),
    *(("card", ground) for ground in ("brand-deep", "act", "act-hover", "act-deep", "alarm")),
    ("brand-deep", "brand-wash"),
]
# marks and edges that must be told apart: at least 3 to 1 (WCAG 1.4.11)
MARKS = [("brand", "card"), ("voice", "brand-deep"), ("ink-soft", "card"), ("focus", "brand-deep"), ("ink", "focus")]


def light(colour: str) -> float:
    full = colour if len(colour) == 7 else "#" + "".join(2 * digit for digit in colour[1:])
    parts = [int(full[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((light(PALETTE[one]), light(PALETTE[other])))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_of_contrast_is_the_known_one() -> None:
    assert light("#fff") == pytest.approx(1)
    assert light("#000000") == 0


@pytest.mark.parametrize(("ink", "ground"), WORDS)
def test_words_stand_out(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_marks_stand_out(mark: str, ground: str) -> None:
    assert contrast(mark, ground) >= 3


def test_what_is_vendored_is_what_was_checked() -> None:
    assert (VENDORED / "MANIFEST.sha256").read_text() == manifest()


@pytest.mark.parametrize("package", ["nhsuk-frontend", "htmx"])
def test_a_licence_travels_with_each_package(package: str) -> None:
    assert "permission" in (VENDORED / package / "LICENSE").read_text().lower()


def test_the_macros_are_those_of_the_vendored_styles() -> None:
    """Their own table pairs 10.6.1 with 0.10.2."""
    sheet = (VENDORED / "nhsuk-frontend" / "nhsuk-frontend.css").read_text()
    assert '--nhsuk-frontend-version:"10.6.1"' in sheet
    assert version("nhsuk-frontend-jinja") == "0.10.2"


@pytest.mark.parametrize("word", FORBIDDEN)
def test_no_mark_of_another_house_is_left(word: str) -> None:
    assert word not in (VENDORED / "nhsuk-frontend" / "nhsuk-frontend.css").read_text()


def test_a_moved_upstream_is_refused() -> None:
    with pytest.raises(AssertionError, match="occurs 1 times, expected 2"):
        swap("a{color:#005eb8}", "#005eb8", "var(--brand)", 2)
    with pytest.raises(AssertionError, match="matched 0 times"):
        cut("a{}", "@font-face", 1)


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_no_file_names_another_server(path: Path) -> None:
    text = path.read_text().replace(NAMESPACE, "")
    assert re.findall(r"(?:https?:)?//[a-z0-9-]+\.[a-z]{2,}", text) == []


@pytest.mark.parametrize("path", OWN_SHEETS, ids=lambda path: path.name)
def test_every_colour_and_measure_that_is_used_is_known(path: Path) -> None:
    known = set(re.findall(r"(--[\w-]+):", (STATIC / "palette.css").read_text()))
    assert set(re.findall(r"var\((--[\w-]+)\)", path.read_text())) <= known


def test_the_design_system_is_coloured_from_the_palette() -> None:
    known = set(re.findall(r"(--[\w-]+):", (STATIC / "palette.css").read_text()))
    used = set(re.findall(r"var\((--[\w-]+)\)", (VENDORED / "nhsuk-frontend" / "nhsuk-frontend.css").read_text()))
    assert used
    assert used <= known


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_carries_style_or_script_of_its_own(path: Path) -> None:
    text = path.read_text()
    assert re.findall(r"\sstyle=|<style|\son[a-z]+=|hx-on|javascript:|<script(?![^>]*\ssrc=)", text) == []
    assert "//" not in re.sub(r"\{[#{%].*?[#}%]\}", "…", text, flags=re.DOTALL)


def test_an_address_changes_with_its_file() -> None:
    digest = hashlib.sha256((STATIC / "board.css").read_bytes()).hexdigest()
    assert asset("board.css") == f"/static/board.css?v={digest[:12]}"


def test_a_missing_file_is_said_at_once() -> None:
    with pytest.raises(FileNotFoundError):
        asset("no-such.css")
