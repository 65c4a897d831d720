"""The shared calendar as questions: what is asked in many hospitals at once, from when, until when."""

from collections.abc import Mapping
from typing import Any

from services import instruments
from services.shared_calendar import SharedCalendar, Window
from services.web.layout import Choice, Field, Group
from services.web.pages.settings.sheet import Sheet, Typed
from services.web.visit import Visit

NEW = Window("", "", "")


def _asked(visit: Visit, now: SharedCalendar, _: SharedCalendar, typed: Typed) -> tuple[Group, ...]:
    shelf = {one.id: one.title[one.languages[0].language] for one in instruments.shelf(visit.house).values()}
    shelf |= {one.instrument: one.instrument for one in now.windows if one.instrument not in shelf}
    choices = (Choice("", "Nothing"), *(Choice(name, title) for name, title in shelf.items()))
    return tuple(
        Group(
            shelf.get(one.instrument, "One more"),
            "Choose nothing, and it is on the calendar no more." if one.instrument else "",
            _fields(n, one, choices, typed),
        )
        for n, one in enumerate((*now.windows, NEW))
    )


def _fields(n: int, one: Window, choices: tuple[Choice, ...], typed: Typed) -> tuple[Field, ...]:
    def said(name: str, now: str) -> str:
        return typed.get(f"{name}_{n}", now)

    return (
        Field(
            f"instrument_{n}", "What is asked?", "", "list", choices, said("instrument", one.instrument), optional=""
        ),
        Field(f"since_{n}", "From when?", "", "date", value=said("since", one.since), optional=""),
        Field(f"until_{n}", "Until when?", "", "date", value=said("until", one.until), optional=""),
        Field(f"says_{n}", "What else should people know?", "", value=said("says", one.says)),
    )


def _told(_: Visit, now: SharedCalendar, typed: Typed) -> Mapping[str, Any]:
    windows = (
        {name: typed.get(f"{name}_{n}", "").strip() for name in ("instrument", "since", "until", "says")}
        for n in range(len(now.windows) + 1)
    )
    return {"windows": [one for one in windows if one["instrument"]]}


SHEET = Sheet(
    setting="calendar",
    shape=SharedCalendar,
    title="Shared calendar",
    lede="What many hospitals ask their people in the same weeks, so that results can stand beside each other. Your "
    "association hands it on; units see it beside their surveys, and nobody is made to ask.",
    asked=_asked,
    told=_told,
)
