"""Looking at a page as people do: by machine for the rules, by picture for the eye.

axe(page)                 no accessibility rule is broken
reflows_at_320(page)      nothing is cut off or scrolls sideways on the smallest phone, however wide the letters run
targets_are_large(page)   everything to press is at least 24 by 24 px, but for links inside a sentence
walks_by_keyboard(page)   Tab reaches every link and field, and each shows that it is reached
shot(page, name)          pictures at 390 and 1280 px in tests/.shots, to be looked at: with HEARD_SHOTS=1, because a
                          browser draws them for as long as it takes to check the page
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Page, ViewportSize

PHONE: ViewportSize = {"width": 390, "height": 844}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
SMALLEST: ViewportSize = {"width": 320, "height": 640}
SHOTS = Path(__file__).parents[1] / ".shots"
WANTED = os.environ.get("HEARD_SHOTS") == "1"

SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }"""
"""What a reader may give text without losing any of it (WCAG 1.4.12). Wider than any font, so no machine is kinder."""

DRESS = """css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet]; }"""

STICKING_OUT = """() => [...document.querySelectorAll(":not(svg *, input, select, textarea)")]
  .filter(e => e.checkVisibility() && e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1)
  .filter(e => e.matches("html") || !["auto", "scroll"].includes(getComputedStyle(e).overflowX))
  .filter((e, _, all) => !all.some(inner => inner !== e && e.contains(inner)))
  .map(e => `${e.outerHTML.slice(0, 90)} ${e.scrollWidth} in ${e.clientWidth}`)"""

SMALL_TARGETS = """() => [...document.querySelectorAll("a, button, input:not([type=hidden]), select, textarea, summary")]
  .filter(e => e.checkVisibility() && getComputedStyle(e).display !== "inline" && !e.closest(".nhsuk-skip-link, p"))
  .map(e => [e, e.getBoundingClientRect()])
  .filter(([, box]) => box.width < 24 || box.height < 24)
  .map(([e, box]) => `${e.outerHTML.slice(0, 80)} ${box.width}x${box.height}`)"""

REACHABLE = """() => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
  .filter(e => e.checkVisibility() && !e.disabled)
  .filter(e => e.type !== "radio" || e.checked || !document.querySelector(`[name="${e.name}"]:checked`)).length"""

TWICE = """() => [...document.querySelectorAll("[id]")].map(e => e.id).filter((id, n, all) => all.indexOf(id) !== n)"""
"""A label, a link or an error would find the other one; axe no longer looks."""

TO_THE_TOP = """() => { const start = document.createElement("i"); start.tabIndex = -1;
  document.body.prepend(start); start.focus(); start.remove(); }"""

REACHED = """() => { const e = document.activeElement, s = getComputedStyle(e);
  const seen = s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== "none"
    || e.matches(":is([type=radio], [type=checkbox]):focus");
  return e === document.body ? null : [[...document.querySelectorAll("*")].indexOf(e), seen, e.outerHTML.slice(0, 90)]; }"""


EVERY_RULE = {"resultTypes": ["violations"]}
BUT_COLOURS = {**EVERY_RULE, "rules": {"color-contrast": {"enabled": False}}}
"""Colours take longer to look at than all the rest, and are the same at every size but on a board."""


@contextmanager
def at(page: Page, size: ViewportSize) -> Iterator[None]:
    """The page at another size, and back."""
    before = page.viewport_size or PHONE
    page.set_viewport_size(size)
    yield
    page.set_viewport_size(before)


def axe(page: Page, *, recoloured: bool = False, wide: bool = True) -> None:
    """Every rule of axe on a phone, and if `wide` at a desk those that a wider page can break: colours only where it is
    recoloured. No two things have the same id."""
    assert page.evaluate(TWICE) == []
    page.evaluate(AXE_SCRIPT)
    _keeps(page, EVERY_RULE)
    if wide:
        with at(page, DESKTOP):
            _keeps(page, EVERY_RULE if recoloured else BUT_COLOURS)


def _keeps(page: Page, rules: Mapping[str, object]) -> None:
    broken = page.evaluate("rules => axe.run(rules).then(({violations}) => violations)", rules)
    assert broken == [], AxeResults({"violations": broken}).generate_report()


def reflows_at_320(page: Page) -> None:
    """Nothing is wider than what it stands in, the page itself least of all: as it is, and with spaced letters."""
    with at(page, SMALLEST):
        for words, css in (("as it is", ""), ("with spaced letters", SPACED)):
            page.evaluate(DRESS, css)
            assert page.evaluate(STICKING_OUT) == [], f"too wide for a phone of 320, {words}"
        page.evaluate(DRESS, "")


def targets_are_large(page: Page) -> None:
    small = page.evaluate(SMALL_TARGETS)
    assert small == [], "too small to press: " + "; ".join(small)


def walks_by_keyboard(page: Page) -> None:
    """From the top of the page to its end: everything is reached, shows it, and lets go again."""
    page.evaluate(TO_THE_TOP)
    reached: dict[int, str] = {}
    for _ in range(4 * int(page.evaluate(REACHABLE)) + 5):  # a date is walked part by part
        page.keyboard.press("Tab")
        if (found := page.evaluate(REACHED)) is None:
            break
        place, seen, markup = found
        assert seen, f"nothing shows that this is reached: {markup}"
        reached[place] = markup
    else:
        raise AssertionError(f"Tab does not get past {list(reached.values())[-1]}")
    assert len(reached) >= page.evaluate(REACHABLE), f"Tab reached {len(reached)} of them: {list(reached.values())}"


def shot(page: Page, name: str) -> None:
    if not WANTED:
        return
    SHOTS.mkdir(exist_ok=True)
    for size in (PHONE, DESKTOP):
        with at(page, size):
            page.screenshot(path=SHOTS / f"{name}-{size['width']}.png", full_page=True)
