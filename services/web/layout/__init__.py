"""The frame of every page and the parts pages are built from.

A page's template, with `frame` (a `Frame`) in its context:

    {% extends "layout/layout.html" %}
    {% import "layout/form.html" as form %}   {% import "layout/board.html" as board %}
    {% import "layout/parts.html" as parts %}
    {% block title %}4 West{% endblock %}
    {% block place %}{{ parts.place("4 West", tabs, frame.moment) }}{% endblock %}
    {% block content %} … {% endblock %}

form.html    field(spec) · groups(several) · errors(fields) · link_button(text, href, kind)
             form(fields, command_id, csrf, action, button) · sheet(groups, command_id, csrf, action, button)
             these two may be called with a body, set before the button: {% call form.form(…) %}…{% endcall %}
board.html   section(title, count, tone) called with a body of card(issue) · card(issue) · chip(state, words) · listed(lines)
parts.html   place(title, tabs, moment) called with a body for the buttons at its right · facts(pairs)
             table(caption, head, rows) · empty(title, text) · notice(text, kind)
             picture(svg, caption) called with its table as body · glyph(name) · danger(text) · said(words, whose)
             next(name) called with a sentence · figures((number, words)…) · steps((when, what, who)…)

Globals: nhsuk(component, params), asset(file), lanes(...), heard_bar(...), aims(...), stacked(...). `dress` gives them to
an environment and makes it strict; `templates` loads "layout/…" and "pages/<page>/…". `asked` reads the moment that a query
asks for.
"""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from services.web.layout.assets import asset
from services.web.layout.card import Card
from services.web.layout.components import nhsuk
from services.web.layout.field import Choice, Field, Group
from services.web.layout.frame import Frame, Moment, Notice, Place, Reader, Record, Tab, asked, spoken
from services.web.layout.line import Line
from services.web.pictures import aims, heard_bar, lanes, stacked

__all__ = [
    "Card",
    "Choice",
    "Field",
    "Frame",
    "Group",
    "Line",
    "Moment",
    "Notice",
    "Place",
    "Reader",
    "Record",
    "Tab",
    "asked",
    "asset",
    "dress",
    "spoken",
    "templates",
]


def templates() -> FileSystemLoader:
    """Loads templates by their path under services/web."""
    return FileSystemLoader(Path(__file__).parents[1])


def dress(environment: Environment) -> Environment:
    """Give an environment the parts of the house; unknown names in a template raise from here on."""
    environment.undefined = StrictUndefined
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.globals.update(nhsuk=nhsuk, asset=asset, spoken=spoken)
    environment.globals.update(lanes=lanes, heard_bar=heard_bar, aims=aims, stacked=stacked)
    return environment
