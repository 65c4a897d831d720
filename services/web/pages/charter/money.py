"""What was asked for in money: granted, refused with a reason, or waiting for its answer."""

from collections.abc import Iterable

from msgspec import Struct

from projections.lives import Stint
from projections.promises import PromiseRow, money
from services.web.doing.actions import Action, of_promise
from services.web.paths import and_back
from services.web.telling.attested import Telling
from services.wording import time_words
from workflows.kernel.grammar import Ref

STATES = {"owed": "waiting", "granted": "in_place", "refused": "declined", "released": "withdrawn", "kept": "in_place"}
"""By how an ask stands: a key of the layout's states."""
WORDS = {"owed": "Waiting", "granted": "Granted", "refused": "Refused", "released": "Let go", "kept": "Kept"}


class Ask(Struct, frozen=True, kw_only=True):
    """An ask as the page shows it."""

    href: str
    what: str
    money: str
    state: str
    words: str
    who: str
    answer: str
    deeds: tuple[Action, ...]


class Talk(Struct, frozen=True, kw_only=True):
    """The asks of a unit, their totals, and where one is added ("" where nobody here may)."""

    figures: list[tuple[str, str]]
    asks: list[Ask]
    add: str


def mine(promised: Iterable[Stint[PromiseRow]]) -> list[Stint[PromiseRow]]:
    return [one for one in promised if one.row.pledge.kind == "ask"]


def refs(promised: Iterable[Stint[PromiseRow]]) -> list[Ref | None]:
    asks = [one.row.pledge for one in mine(promised)]
    answers = [one.said for one in asks if one.said]
    return [*(one.what for one in asks), *(ref for one in answers for ref in (one.words, one.instead))]


def told(telling: Telling, promised: Iterable[Stint[PromiseRow]], slug: str, back: str) -> Talk:
    asks = mine(promised)
    sums = money(one.row for one in asks)
    pairs = (
        (sums.asked, "asked for"),
        (sums.granted, "granted"),
        (sums.refused, "refused, with a reason"),
        (sums.waiting, "waits for an answer"),
    )
    may = telling.visit.may("promise.make", slug) and not telling.looking.past
    return Talk(
        figures=[(time_words.dollars(cents), words) for cents, words in pairs] if asks else [],
        asks=[_ask(telling, one, back) for one in asks],
        add=f"/do/promise/make?kind=ask&unit={slug}&to=unit-{slug}&next={back}" if may else "",
    )


def _ask(telling: Telling, stint: Stint[PromiseRow], back: str) -> Ask:
    row, pledge = stint.row, stint.row.pledge
    return Ask(
        href=f"/promise/{stint.stream}{telling.looking.query}",
        what=telling.words.of(pledge.what),
        money=time_words.dollars(pledge.money) if pledge.money else "",
        state=STATES[row.state],
        words=WORDS[row.state],
        who=f"{telling.visit.names.of(pledge.holder)}, {time_words.due(pledge.due, telling.looking.day)}"
        if row.state == "owed"
        else telling.visit.names.of(pledge.holder),
        answer=_answer(telling, row),
        deeds=_deeds(telling, stint, back) if row.state == "owed" else (),
    )


def _answer(telling: Telling, row: PromiseRow) -> str:
    said = row.pledge.said
    if said is None:
        return ""
    granted = said.money if said.money not in (None, row.pledge.money) else None
    parts = (
        f"{time_words.dollars(granted)} of it." if granted is not None else "",
        telling.words.of(said.words),
        f"Instead: {telling.words.of(said.instead)}" if said.instead else "",
    )
    return " ".join(part for part in parts if part)


def _deeds(telling: Telling, stint: Stint[PromiseRow], back: str) -> tuple[Action, ...]:
    """For whoever was asked."""
    if telling.looking.past:
        return ()
    found = of_promise(telling.visit, stint.stream, stint.row)
    return tuple(Action(one.label, and_back(one.href, back)) for one in found if one.first)
