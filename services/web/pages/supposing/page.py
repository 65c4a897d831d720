"""`/setup/what-if`: what would have climbed in a past time under another rhythm, to whom, how much earlier, how much more mail.
Nothing is changed by it."""

from typing import Any

from flask import Blueprint, request
from msgspec import Struct
from msgspec.structs import replace

from projections.what_if import Difference, Supposed
from services import clock
from services.reader.supposing import Told, mails, supposing
from services.web.framing import shown
from services.web.telling.desks import headline
from services.web.visit import Visit, Words, here
from services.web.when import When
from services.wording import time_words
from workflows.kernel.moments import Day, day_after, is_day
from workflows.kernel.terms import Terms

what_if = Blueprint("what_if", __name__)

NUMBERS = (
    ("climb_days", "Days past its day until a barrier climbs"),
    ("accept_days", "Days to say yes or no to a barrier"),
)
YEAR = 365
LONGEST = 3
"""Digits of a number of days."""
HEAD = ("Barrier", "Unit", "Goes to", "Would have", "Did", "Earlier by")


class Asked(Struct, frozen=True):
    """The time looked at and what is supposed in it; `wrong` are sentences by question."""

    first: Day
    last: Day
    supposed: Supposed
    wrong: dict[str, str]


@what_if.get("/setup/what-if")
def show() -> str:
    visit = here()
    visit.must("hospital.adopt_terms")
    terms = visit.house.clerk.terms.now()[1]
    asked = _asked(visit, terms)
    found = _told(visit, asked) if request.args and not asked.wrong else None
    return shown(
        "supposing/what_if.html",
        place="Set-up",
        numbers=[(name, title, _typed(name) or str(getattr(terms, name))) for name, title in NUMBERS],
        asked=asked,
        today=visit.today,
        head=HEAD,
        rows=_rows(visit, found) if found is not None else None,
        said=_said(found) if found is not None else (),
        ladder=", then ".join(visit.names.of(step) for step in asked.supposed.terms.ladder),
    )


def _typed(name: str) -> str:
    return request.args.get(name, "").strip()


def _asked(visit: Visit, terms: Terms) -> Asked:
    wrong: dict[str, str] = {}
    numbers: dict[str, Any] = {}
    for name, _ in NUMBERS:
        typed = _typed(name)
        if typed == str(getattr(terms, name)):
            continue
        if typed.isascii() and typed.isdigit() and len(typed) <= LONGEST:
            numbers[name] = int(typed)
        elif typed:
            wrong[name] = "Write a whole number of days, below a thousand."
    last = _typed("last") or visit.today
    first = _typed("first") or day_after(visit.today, -YEAR)
    for name, day in (("first", first), ("last", last)):
        if not is_day(day):
            wrong[name] = "Choose a day."
    if not wrong and first > last:
        wrong["last"] = "The last day comes before the first one."
    units = {slug: {key: own[key] for key in own if key not in numbers} for slug, own in terms.units.items()}
    supposed = Supposed(terms=replace(terms, units=units, **numbers), first_promise=_typed("first_promise") == "yes")
    return Asked(first, min(last, visit.today), supposed, wrong)


def _told(visit: Visit, asked: Asked) -> list[Told]:
    """Of the barriers that the reader sees; privileged ones are no part of it."""
    house = visit.house
    behind = house.rights.shared_without(visit.actor)
    found = supposing(
        house.ledger,
        house.clerk.mapper,
        asked.supposed,
        (asked.first, asked.last),
        lambda moment: clock.day_of(moment, house.plate.zone),
    )
    return [one for one in found if one.barrier not in behind and visit.sees(one.barrier)]


def _said(found: list[Told]) -> tuple[str, ...]:
    """What it comes to, in sentences."""
    every = [one for told in found for one in told.differences]
    would = sum(one.supposed is not None for one in every)
    did = sum(one.real is not None for one in every)
    earlier = sorted(days for one in every if (days := _earlier(one)) is not None and days > 0)
    more = mails(found, lambda one: one.supposed) - mails(found, lambda one: one.real)
    middle = (
        f"; the middle one of them {time_words.number_of(earlier[len(earlier) // 2], 'day')} earlier" if earlier else ""
    )
    return (
        f"{time_words.number_of(would, 'climb')} would have come about; {did} did.",
        f"{time_words.number_of(len(earlier), 'climb')} of those that did would have come earlier{middle}.",
        f"Mail: {abs(more)} {'more' if more >= 0 else 'fewer'} of somebody’s daily mails would have named a climb.",
    )


def _earlier(one: Difference) -> int | None:
    """Days; None where it did not climb, or would not have."""
    if one.supposed is None or one.real is None:
        return None
    return time_words.left(one.real, one.supposed)


def _rows(visit: Visit, found: list[Told]) -> list[tuple[tuple[str, str], str, str, str, str, str]]:
    with visit.look(When("now", visit.today, visit.now)) as look:
        about = {one.stream: one.row for one in look.some_barriers([told.barrier for told in found])}
    words = visit.open(row.title for row in about.values())
    return [
        (
            (_called(words, about.get(told.barrier)), f"/barrier/{told.barrier}"),
            visit.names.unit(getattr(about.get(told.barrier), "unit", None) or None),
            visit.names.of(one.to),
            time_words.short(one.supposed, "") if one.supposed else "would not",
            time_words.short(one.real, "") if one.real else "did not",
            "" if (days := _earlier(one)) is None else time_words.number_of(days, "day"),
        )
        for told in found
        for one in told.differences
    ]


def _called(words: Words, row: Any) -> str:
    return headline(words.of(row.title), 80) if row is not None else "A barrier"
