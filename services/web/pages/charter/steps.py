"""The milestones of a plan: promised for a first day, moved with a reason, kept; and how the two kinds of work are balanced."""

from collections.abc import Iterable

from msgspec import Struct

from projections.charters import Charter
from projections.lives import Stint
from projections.promises import PromiseRow
from services.web.doing.actions import Action
from services.web.phrases import choice
from services.web.telling.attested import Telling
from services.web.telling.stories import promises
from services.wording import time_words
from workflows.kernel.grammar import Ref
from workflows.kernel.standards import Work
from workflows.promise.state import Pledge

KINDS: tuple[Work, ...] = ("technical", "socio_adaptive")


class Step(Struct, frozen=True, kw_only=True):
    """A milestone as the page shows it."""

    href: str
    what: str
    work: str
    who: str
    promised: str
    state: str
    late: str
    deeds: tuple[Action, ...]


def mine(promised: Iterable[Stint[PromiseRow]]) -> list[Stint[PromiseRow]]:
    """By the day in force, those that were let go left out."""
    found = [one for one in promised if one.row.pledge.kind == "plan_step" and one.row.state != "released"]
    return sorted(found, key=lambda one: (one.row.pledge.due, one.stream))


def refs(promised: Iterable[Stint[PromiseRow]]) -> list[Ref]:
    pledges = [one.row.pledge for one in mine(promised)]
    return [*(one.what for one in pledges), *(move.reason for one in pledges for move in one.moved)]


def told(telling: Telling, promised: Iterable[Stint[PromiseRow]], slug: str, back: str) -> tuple[list[Step], str]:
    """The steps, and where one is added ("" where nobody here may)."""
    may = telling.visit.may("promise.make", slug) and not telling.looking.past
    add = f"/do/promise/make?kind=plan_step&unit={slug}&to=unit-{slug}&next={back}" if may else ""
    return [_step(telling, one, back) for one in mine(promised)], add


def _step(telling: Telling, stint: Stint[PromiseRow], back: str) -> Step:
    row, pledge = stint.row, stint.row.pledge
    overdue = row.state == "owed" and pledge.due < telling.looking.day
    return Step(
        href=f"/promise/{stint.stream}{telling.looking.query}",
        what=telling.words.of(pledge.what),
        work=choice(pledge.work, "work") if pledge.work else "",
        who=telling.visit.names.of(pledge.holder),
        promised=_promised(telling, pledge),
        state="in_place" if row.state == "kept" else "in_work",
        late=time_words.due(pledge.due, telling.looking.day) if overdue else "",
        deeds=_deeds(telling, stint, back) if row.state == "owed" else (),
    )


def _promised(telling: Telling, pledge: Pledge) -> str:
    """The first day stays, and so does why it moved."""
    days = promises(pledge.first_due, pledge.due, pledge.moves, telling.looking)
    reasons = "; ".join(telling.words.of(move.reason) for move in pledge.moved)
    return f"{days}: {reasons}" if reasons else days


def _deeds(telling: Telling, stint: Stint[PromiseRow], back: str) -> tuple[Action, ...]:
    offers = (("keep", "It is done"), ("renegotiate", "Another day"))
    may = telling.visit.may
    unit = stint.row.pledge.unit
    return tuple(
        Action(label, f"/do/promise/{verb}?to={stint.stream}&next={back}")
        for verb, label in offers
        if not telling.looking.past and may(f"promise.{verb}", unit, stint.stream)
    )


def balance(whole: Charter, promised: Iterable[Stint[PromiseRow]]) -> list[tuple[str, int, int]]:
    """For each kind of work: its name, how much of it is done, of how much. Parts of the charter and steps alike."""
    rows = [one.row for one in promised]
    return [(choice(kind, "work"), *whole.with_steps(kind, rows)) for kind in KINDS]
