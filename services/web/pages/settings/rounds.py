"""Rounds as questions: what is prepared, the first and the last words, what visitors are told, the question bank."""

from collections.abc import Mapping
from typing import Any

from services.guidance import Guidance, Theme
from services.web.layout import Field, Group
from services.web.pages.settings.sheet import Sheet, Typed, key_for, lines, words
from services.web.visit import Visit

READY = {
    "tick": "Ready once somebody ticks it off.",
    "guide": "Ready once a guide is named.",
    "pre_brief": "Ready once the executive was briefed, not too long before.",
    "providers": "Ready once half of those who give care were briefed.",
}
WORDS = (
    ("opening", "staff", "What is said first to those who work here"),
    ("opening", "patient", "What is said first to patients and families"),
    ("closing", "staff", "What is said last to those who work here"),
    ("closing", "patient", "What is said last to patients and families"),
)
NEW = "prepare_new"
OUT = "Leave it empty and it is asked no more."


def _asked(_: Visit, now: Guidance, came: Guidance, typed: Typed) -> tuple[Group, ...]:
    first = {one.key: one.title for one in came.to_prepare}
    prepared = tuple(
        words(typed, f"prepare_{one.key}", READY[one.by], one.title, first.get(one.key, ""), hint=OUT, kind="text")
        for one in now.to_prepare
    )
    more = Field(NEW, "One more thing to prepare", "Somebody ticks it off.", value=typed.get(NEW, ""))
    said = tuple(
        words(typed, f"{part}_{to}", title, getattr(now, part)[to], getattr(came, part)[to])
        for part, to, title in WORDS
    )
    told = (
        words(typed, "wear", "What visitors wear", now.wear, came.wear),
        words(
            typed,
            "not_to_promise",
            "What visitors do not promise",
            "\n".join(now.not_to_promise),
            "\n".join(came.not_to_promise),
            hint="One on a line.",
        ),
    )
    bank = {one.key: one for one in came.themes}
    return (
        Group("Before rounds", "It flags what is not ready, and never holds rounds up.", (*prepared, more)),
        Group("The first and the last words", "They stand on the phone of whoever rounds, and in the briefing.", said),
        Group("What visitors are told", "In the briefing, before they come.", told),
        *(_theme(one, bank.get(one.key), typed) for one in now.themes),
    )


def _theme(theme: Theme, came: Theme | None, typed: Typed) -> Group:
    """Its questions, to those who work here and to patients; three themes are asked at a time, in turn."""
    asked = tuple(
        words(typed, f"{to}_{theme.key}", title, "\n".join(now), "\n".join(first), hint="One on a line.")
        for to, title, now, first in (
            ("staff", "Asked of those who work here", theme.staff, came.staff if came else ()),
            ("patient", "Asked of patients and families", theme.patient, came.patient if came else ()),
        )
    )
    before = came.title if came else ""
    title = words(typed, f"theme_{theme.key}", "What the theme is called", theme.title, before, kind="text")
    return Group(
        f"Questions: {theme.title}", "Three themes are asked at a time, in turn.", (title, *asked), folded=True
    )


def _told(_: Visit, now: Guidance, typed: Typed) -> Mapping[str, Any]:
    to_prepare = [
        {"key": one.key, "title": said, "by": one.by}
        for one in now.to_prepare
        if (said := typed.get(f"prepare_{one.key}", one.title).strip())
    ]
    if more := typed.get(NEW, "").strip():
        key = key_for(more, [one["key"] for one in to_prepare])
        to_prepare.append({"key": key, "title": more, "by": "tick"})
    spoken: dict[str, dict[str, str]] = {"opening": {}, "closing": {}}
    for part, to, _title in WORDS:
        spoken[part][to] = typed.get(f"{part}_{to}", "").strip()
    return {
        "to_prepare": to_prepare,
        **spoken,
        "wear": typed.get("wear", "").strip(),
        "not_to_promise": lines(typed.get("not_to_promise", "")),
        "themes": [
            {
                "key": one.key,
                "title": typed.get(f"theme_{one.key}", one.title).strip(),
                "staff": lines(typed.get(f"staff_{one.key}", "")),
                "patient": lines(typed.get(f"patient_{one.key}", "")),
            }
            for one in now.themes
        ],
    }


SHEET = Sheet(
    setting="rounds",
    shape=Guidance,
    title="Rounds",
    lede="What is prepared before rounds, said on them and asked, in the words of this hospital.",
    asked=_asked,
    told=_told,
)
