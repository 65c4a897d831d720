"""What is tried, as the address says it: numbers, a ladder, a time."""

from typing import Any

from flask import request
from msgspec import Struct

from projections.what_if import Supposed
from services.reader.what_if import Trying
from services.web.layout import Choice
from services.web.visit import Visit
from workflows.kernel.moments import day_after, is_day
from workflows.kernel.roles import as_holder
from workflows.kernel.terms import Terms

NUMBERS = (
    ("answer_days", "Days to answer whoever spoke"),
    ("reason_days", "Days to give the reason of a refusal"),
    ("resolve_days", "Days to resolve an issue"),
    ("accept_days", "Days to say yes or no to a barrier"),
    ("climb_days", "Days past its day until a barrier climbs"),
    ("staff_rounds_monthly", "Rounds with staff in a month"),
    ("rounds_grace_day", "Day of the next month until which rounds are late, not missed"),
)
YEAR = 365
LONGEST = 3
"""Digits of a number of days."""
LADDER = 2
"""Steps that the page asks for."""


class Asked(Struct, frozen=True):
    """What is tried, and the ladder of then; `wrong` are sentences by question."""

    trying: Trying
    ladder: tuple[str, ...]
    wrong: dict[str, str]

    @property
    def supposed(self) -> Supposed:
        return self.trying.supposed


def typed(name: str) -> str:
    return request.args.get(name, "").strip()


def asked(visit: Visit, terms: Terms) -> Asked:
    wrong: dict[str, str] = {}
    numbers: dict[str, Any] = {}
    for name, _ in NUMBERS:
        said = typed(name)
        if said == str(getattr(terms, name)):
            continue
        if said.isascii() and said.isdigit() and len(said) <= LONGEST:
            numbers[name] = int(said)
        elif said:
            wrong[name] = "Write a whole number below a thousand."
    last = typed("last") or visit.today
    first = typed("first") or day_after(visit.today, -YEAR)
    for name, day in (("first", first), ("last", last)):
        if not is_day(day):
            wrong[name] = "Choose a day."
    if not wrong and first > last:
        wrong["last"] = "The last day comes before the first one."
    ladder = _ladder(visit, terms)
    trying = Trying(
        supposed=Supposed(
            tried=numbers if ladder == terms.ladder else {**numbers, "ladder": ladder},
            first_promise=typed("first_promise") == "yes",
        ),
        time=(first, min(last, visit.today)),
        climbing=typed("climbing") == "yes",
    )
    return Asked(trying, ladder, wrong)


def steps(visit: Visit, terms: Terms) -> tuple[Choice, ...]:
    """Who a ladder can lead to: the roles of the hospital, and whoever is on it now."""
    roles = [as_holder(name) for name, one in visit.house.access.roles.items() if one.held == "hospital"]
    return tuple(Choice(holder, visit.names.of(holder)) for holder in dict.fromkeys((*roles, *terms.ladder)))


def _ladder(visit: Visit, terms: Terms) -> tuple[str, ...]:
    """The steps that were chosen, each once; as it is where none were asked for."""
    if not any(f"step_{n}" in request.args for n in range(LADDER)):
        return terms.ladder
    known = {one.value for one in steps(visit, terms)}
    chosen = (step for n in range(LADDER) if (step := typed(f"step_{n}")) in known)
    return tuple(dict.fromkeys((*chosen, *terms.ladder[LADDER:])))
