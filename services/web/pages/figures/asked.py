"""What was asked for: money, people, space, things; how much of it was granted, refused with a reason, or waits."""

from collections.abc import Mapping, Sequence

from projections.lives import Stint
from projections.promises import Money, PromiseRow, PromiseState, money
from services.reader.views import Look
from services.web.pages.figures.things import Thing
from services.web.phrases import choice
from services.wording import time_words

HOWS: Mapping[str, tuple[PromiseState, ...]] = {
    "asked": ("owed", "granted", "refused", "released", "kept"),
    "granted": ("granted",),
    "refused": ("refused",),
    "waiting": ("owed",),
}
"""What came of an ask, by how it stands."""
TITLES = {
    "asked": "Asked for",
    "granted": "Granted",
    "refused": "Refused, with a reason",
    "waiting": "Waiting for an answer",
}


def asks(look: Look, units: Sequence[str]) -> list[Stint[PromiseRow]]:
    return [one for one in look.ledger(units) if one.row.pledge.kind == "ask"]


def table(found: Sequence[PromiseRow], query: str) -> list[tuple[str, str, str, int]]:
    """What came of it, where it is listed, in money, how many asks; nothing where nothing was asked for."""
    sums: Money = money(found)
    return [
        (
            TITLES[how],
            f"/figures/asks/{how}{query}",
            time_words.dollars(getattr(sums, how)),
            sum(row.state in states for row in found),
        )
        for how, states in HOWS.items()
        if found
    ]


def things(found: Sequence[Stint[PromiseRow]], how: str) -> list[Thing]:
    """One by one, with the money asked for."""
    return [Thing(one.stream, _said(one.row), counts=True) for one in found if one.row.state in HOWS[how]]


def _said(row: PromiseRow) -> str:
    asked = f", {time_words.dollars(row.pledge.money)} asked for" if row.pledge.money else ""
    return f"{choice(row.state)}{asked}"
