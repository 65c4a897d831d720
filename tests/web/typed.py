"""A form as a browser would send it."""

import re
from html import unescape
from typing import Any


def typed(page: str) -> dict[str, Any]:
    """What the questions of a page say as they come, as a browser would send it."""
    form = page.partition('<form class="form"')[2].partition("</form>")[0]
    said: dict[str, Any] = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))
    for name, value in re.findall(r'<input class="nhsuk-input[^>]*? name="(\w+)"[^>]*? value="([^"]*)"', form):
        said[name] = unescape(value)
    for name, value in re.findall(r'<textarea [^>]*name="(\w+)"[^>]*>(.*?)</textarea>', form, re.DOTALL):
        said[name] = unescape(value)
    for name, value in re.findall(r'<input [^>]*name="(\w+)" type="checkbox" value="([^"]*)" checked', form):
        said.setdefault(name, []).append(value)
    for name, options in re.findall(r'<select [^>]*name="(\w+)".*?>(.*?)</select>', form, re.DOTALL):
        selected = re.search(r'value="([^"]*)" selected', options)
        said[name] = selected[1] if selected else ""
    return said


def answers(page: str) -> dict[str, Any]:
    """The same without what the page sends by itself."""
    return {name: said for name, said in typed(page).items() if name not in ("csrf_token", "command")}
