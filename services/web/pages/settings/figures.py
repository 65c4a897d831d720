"""Figures as questions: what is asked for of each here, and which duty of an executive it shows."""

from collections.abc import Mapping
from typing import Any

import msgspec

from services.meanings import Meanings
from services.web.layout import Choice, Field, Group
from services.web.pages.settings.sheet import Sheet, Typed, in_order, words
from services.web.visit import Visit

NONE = "none"


def _asked(_: Visit, now: Meanings, came: Meanings, typed: Typed) -> tuple[Group, ...]:
    duties = (*(Choice(str(n), one.title) for n, one in enumerate(now.duties)), Choice(NONE, "No duty"))
    return tuple(
        Group(
            one.title,
            one.counts,
            (
                words(
                    typed,
                    f"known_{key}",
                    "What is asked for here, or known from elsewhere",
                    one.known,
                    came.figures[key].known,
                    hint="It stands beside the figure.",
                ),
                Field(
                    f"duty_{key}",
                    "Which duty of an executive partner does it show?",
                    "",
                    "list",
                    duties,
                    typed.get(f"duty_{key}", _of(now, key)),
                    required=True,
                ),
            ),
        )
        for key, one in now.figures.items()
        if key in came.figures
    )


def _of(meanings: Meanings, key: str) -> str:
    """The place of the duty that it shows."""
    return next((str(n) for n, duty in enumerate(meanings.duties) if key in duty.figures), NONE)


def _told(_: Visit, now: Meanings, typed: Typed) -> Mapping[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(now)
    for key, one in plain["figures"].items():
        one["known"] = typed.get(f"known_{key}", "").strip()
    for n, duty in enumerate(plain["duties"]):
        mine = [key for key in plain["figures"] if typed.get(f"duty_{key}") == str(n)]
        duty["figures"] = in_order(mine, duty["figures"])
    return plain


SHEET = Sheet(
    setting="figures",
    shape=Meanings,
    title="Figures",
    lede="What is asked for of each figure here, and which duty it shows. What a figure counts stays as it is: another count "
    "would be another figure.",
    asked=_asked,
    told=_told,
)
