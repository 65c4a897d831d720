"""`/promises`: who promised what, by which day first and by which day now; `/promise/<id>`: one."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from urllib.parse import urlencode

from flask import Blueprint, request
from msgspec import Struct

from projections.keeping import Kept, kept, verdict
from projections.lives import Stint
from projections.planning import Covered
from projections.promises import PromiseRow
from services import clock
from services.reader.views import Look
from services.web import when
from services.web.doing.actions import of_promise
from services.web.framing import Ledger, ledger, shown
from services.web.layout import Choice
from services.web.paths import its_id, page_of
from services.web.phrases import choice
from services.web.pictures import Part, Stack
from services.web.telling import reference, timeline
from services.web.telling.desks import headline
from services.web.telling.notices import told_by_mail
from services.web.telling.stories import day, record
from services.web.telling.stories import promises as days
from services.web.visit import Visit, Words, here
from services.web.when import When
from services.wording import time_words
from workflows.kernel.grammar import Ref
from workflows.kernel.ids import noun_of
from workflows.kernel.roles import stood_for
from workflows.promise.commands import OFFERED

promises = Blueprint("promises", __name__)

PARTS = (
    Part("in_time", "kept by the first day", "good"),
    Part("late", "kept later", "striped"),
    Part("broken", "first day over, still owed", "alarm"),
    Part("not_due", "not due yet", "plain"),
    Part("released", "let off", "dotted"),
)
SHOWN = 100
"""Of the latest; whatever is still owed stands below however old it is."""
HEAD = ("Promised", "Who, to whom", "First day", "Now, and why it moved", "How it stands")
CALLED = {part.key: part.words for part in PARTS}


class Line(Struct, frozen=True):
    """One promise in the ledger."""

    href: str
    title: str
    who: str
    first: str
    now: str
    stands: str


@promises.get("/promises")
def every() -> str:
    visit = here()
    room, looking = ledger(visit), when.when(visit)
    found, issues = _found(visit, room.slug, room.units, looking)
    holders = list(dict.fromkeys(one.row.pledge.holder for one in found))
    holder = request.args.get("holder", "")
    chosen = [one for one in found if holder in ("", one.row.pledge.holder)]
    told = chosen if request.args.get("all") else _first(chosen)
    words = visit.open([ref for one in told for ref in _refs(one.row)])
    figures = [*_figures(_kept(visit, chosen, looking)), *_planned(issues)]
    stacks = _stacks(visit, chosen, looking)
    return shown(
        "promises/every.html",
        place=room.place,
        room=room,
        views=room.views("Promises"),
        notices=looking.notices,
        moment=when.control(visit, looking, _kept_query(room, holder)),
        again=reference.told(visit, looking, "promises", room.slug, figures)
        if room.whole(visit) and not holder
        else None,
        figures=figures,
        bars=stacks,
        parts_of_it=PARTS,
        table=_table(stacks),
        lines=[_line(visit, one, words, looking) for one in told],
        more=len(chosen) - len(told),
        all=_everything(room, holder, looking),
        head=HEAD,
        holders=sorted((Choice(one, visit.names.of(one)) for one in holders), key=lambda one: one.label),
        holder=holder,
        late_by_role=_late_by_role(visit, found, looking) if not room.slug else (),
        make=_make(visit, room, looking),
    )


def again(visit: Visit, slug: str | None, looking: When) -> list[tuple[str, str]]:
    """How promises were kept, as the page tells it to whoever reads all of them."""
    found, issues = _found(visit, slug, (slug,) if slug else ("", *visit.names.units), looking)
    return [*_figures(_kept(visit, found, looking)), *_planned(issues)]


def _found(
    visit: Visit, slug: str | None, units: Collection[str], looking: When
) -> tuple[list[Stint[PromiseRow]], Covered]:
    with visit.look(looking, slug) as look:
        return [one for one in look.ledger(units) if visit.sees(one.stream)], look.planned(units)


def _first(found: list[Stint[PromiseRow]]) -> list[Stint[PromiseRow]]:
    return [one for place, one in enumerate(found) if place < SHOWN or one.row.state == "owed"]


def _everything(room: Ledger, holder: str, looking: When) -> str:
    """The same page with all of them."""
    asked = [("all", "1"), *_kept_query(room, holder), *([(looking.kind, looking.day)] if looking.past else [])]
    return f"/promises?{urlencode(asked)}"


def _kept_query(room: Ledger, holder: str) -> tuple[tuple[str, str], ...]:
    """What the choice of another day must not lose."""
    return tuple((name, value) for name, value in (("unit", room.slug or ""), ("holder", holder)) if value)


def _make(visit: Visit, room: Ledger, looking: When) -> str:
    may = visit.may("promise.make", room.slug) if room.slug else visit.may_anywhere("promise.make")
    unit = f"unit={room.slug}&" if room.slug else ""
    return f"/do/promise/make?{unit}next=/promises{room.query}" if may and not looking.past else ""


def _kept(visit: Visit, found: Iterable[Stint[PromiseRow]], looking: When) -> Kept:
    zone = visit.house.plate.zone
    return kept((one.row for one in found), looking.day, lambda moment: clock.day_of(moment, zone))


def _stacks(visit: Visit, found: list[Stint[PromiseRow]], looking: When) -> list[Stack]:
    """A bar for each place that has promises, in the order its units were opened."""
    places = [slug for slug in ("", *visit.names.units) if any(one.row.unit == slug for one in found)]
    return [
        Stack(
            visit.names.unit(slug or None),
            _counts(_kept(visit, (one for one in found if one.row.unit == slug), looking)),
        )
        for slug in places
    ]


def _late_by_role(visit: Visit, found: Iterable[Stint[PromiseRow]], looking: When) -> list[tuple[str, int, int]]:
    """Each role of those who still owe something, how much its holders owe, how much of it is over its day in force. Whoever
    has several roles counts in each of them."""
    roles: dict[str, set[str]] = {}
    for person, role, _ in visit.house.posts.given():
        roles.setdefault(person, set()).add(stood_for(role))
    owed: Counter[str] = Counter()
    late: Counter[str] = Counter()
    for one in found:
        pledge = one.row.pledge
        if one.row.state != "owed":
            continue
        for name in _names_of(visit, pledge.holder, roles):
            owed[name] += 1
            late[name] += pledge.due < looking.day
    return [(name, owed[name], late[name]) for name in sorted(owed)]


def _names_of(visit: Visit, holder: str, roles: Mapping[str, Collection[str]]) -> list[str]:
    """What a holder is, in words: never who."""
    match noun_of(holder):
        case "person":
            return [visit.names.role(role) for role in roles.get(holder, ())] or ["Without a role"]
        case "role":
            return [visit.names.of(holder)]
        case "unit":
            return ["The team of a unit"]
        case _:
            return ["A committee or outside party"]


def _counts(counted: Kept) -> dict[str, int]:
    return {part.key: getattr(counted, part.key) for part in PARTS}


def _table(stacks: list[Stack]) -> tuple[tuple[str, ...], list[tuple[str | int, ...]]]:
    head = ("Where", *(part.words.capitalize() for part in PARTS))
    return head, [(stack.name, *(stack.counts[part.key] for part in PARTS)) for stack in stacks]


def _figures(counted: Kept) -> list[tuple[str, str]]:
    """The first day is the one that counts, however often it moved."""
    if counted.percent is None:
        return []
    share = (f"{counted.percent} %", f"kept by the first day, of {counted.fallen_due} whose day has come")
    return [share, (str(counted.broken), "first day over, still owed"), (str(counted.released), "let off")]


def _planned(issues: Covered) -> list[tuple[str, str]]:
    if issues.percent is None:
        return []
    one_side = f"; {issues.of_one} more are of one side" if issues.of_one else ""
    return [(f"{issues.percent} %", f"of {issues.issues} open issues have a plan of both sides{one_side}")]


def _line(visit: Visit, one: Stint[PromiseRow], words: Words, looking: When) -> Line:
    pledge = one.row.pledge
    return Line(
        href=f"/promise/{one.stream}{looking.query}",
        title=headline(words.of(pledge.what)),
        who=f"{visit.names.of(pledge.holder)} → {visit.names.of(pledge.to)}",
        first=time_words.short(pledge.first_due, looking.day),
        now=_moved(one.row, words, looking),
        stands=_stands(visit, one.row, looking),
    )


def _moved(row: PromiseRow, words: Words, looking: When) -> str:
    """So: "30 Jun: the vendor's quote; the budget", or a dash where the first day is the one in force."""
    if not row.pledge.moved:
        return "–"
    return "; ".join(f"{time_words.short(move.due, looking.day)}: {words.of(move.reason)}" for move in row.pledge.moved)


def _stands(visit: Visit, row: PromiseRow, looking: When) -> str:
    zone = visit.house.plate.zone
    found = verdict(row, looking.day, lambda moment: clock.day_of(moment, zone))
    how = f"{choice(row.state)}, " if row.state in ("granted", "refused") else ""
    return f"{how}{CALLED[found]}" if how else CALLED[found].capitalize()


@promises.get("/promise/<stream>")
def show(stream: str) -> str:
    visit = here()
    found, looking = record(visit, "promise", stream, Look.promise)
    row = found.row
    pledge = row.pledge
    told = timeline.facts(visit, [stream], looking)
    words = visit.open([*_refs(row), *timeline.refs(told)])
    return shown(
        "promises/one.html",
        place="Hospital" if visit.may("read.figures") else "Unit",
        notices=looking.notices,
        moment=when.control(visit, looking),
        title=headline(words.of(pledge.what), 60),
        stands=_stands(visit, row, looking),
        said=(words.of(pledge.what), f"{visit.names.of(pledge.holder)}, {day(visit, pledge.began, looking)}"),
        next=_next(visit, row, looking),
        about=page_of(pledge.about) if pledge.about and visit.sees(pledge.about) else "",
        facts=[*_facts(visit, row, words, looking), *told_by_mail(visit, [stream], looking), *its_id(stream)],
        steps=timeline.steps(visit, told, words, looking),
        actions=of_promise(visit, stream, row) if row.state == "owed" and not looking.past else (),
    )


def _next(visit: Visit, row: PromiseRow, looking: When) -> str:
    if row.state != "owed":
        return "Nothing: it is settled."
    due = row.pledge.due
    by = f"{time_words.short(due, looking.day)} ({time_words.due(due, looking.day)})"
    does = "says how it does it, or why not," if row.pledge.kind == OFFERED else "keeps it"
    return f"{visit.names.of(row.pledge.holder)} {does} by {by}."


def _facts(visit: Visit, row: PromiseRow, words: Words, looking: When) -> list[tuple[str, str]]:
    pledge = row.pledge
    pairs = (
        ("Kind", choice(pledge.kind)),
        ("To whom", visit.names.of(pledge.to)),
        ("Promised for", days(pledge.first_due, pledge.due, pledge.moves, looking)),
        ("Why it moved", _moved(row, words, looking) if pledge.moved else ""),
        ("Money", time_words.dollars(pledge.money) if pledge.money else ""),
    )
    return [(name, value) for name, value in pairs if value]


def _refs(row: PromiseRow) -> list[Ref | None]:
    return [row.pledge.what, *(move.reason for move in row.pledge.moved)]
