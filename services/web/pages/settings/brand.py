"""The head and the foot of every page as questions."""

from collections.abc import Mapping
from typing import Any

from services.brand import Brand
from services.web.layout import Field, Group
from services.web.pages.settings.sheet import Sheet, Typed
from services.web.visit import Visit


def _asked(visit: Visit, now: Brand, _: Brand, typed: Typed) -> tuple[Group, ...]:
    name = visit.house.plate.name
    shown = Field(
        "shown_as",
        "How is the hospital called at the head of its pages?",
        f"Left empty, it is its name: {name}.",
        value=typed.get("shown_as", now.shown_as),
    )
    line = Field(
        "line", "What stands at their foot?", "Left empty, the line of Heard.", value=typed.get("line", now.line)
    )
    return (Group("On every page", "Words alone: no page fetches a picture from elsewhere.", (shown, line)),)


def _told(_: Visit, __: Brand, typed: Typed) -> Mapping[str, Any]:
    return {name: " ".join(typed.get(name, "").split()) for name in ("shown_as", "line")}


SHEET = Sheet(
    setting="brand",
    shape=Brand,
    title="Name and line",
    lede="What stands at the head and the foot of every page. The name itself is changed by renaming the hospital.",
    asked=_asked,
    told=_told,
)
