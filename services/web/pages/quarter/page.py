"""`/quarter`: what a unit (`?unit=`), and the hospital, promised for this quarter, and what came of the quarters before;
`/focus/<id>` leads there."""

from collections.abc import Sequence

from flask import Blueprint, abort, redirect
from msgspec import Struct
from werkzeug.wrappers import Response

from projections.focus import FocusRow, done
from projections.lives import Stint
from projections.units import HOSPITAL
from services.web import when
from services.web.doing.actions import Action
from services.web.framing import Ledger, ledger, shown
from services.web.phrases import choice
from services.web.telling import reference
from services.web.visit import Visit, Words, here
from services.web.when import When
from services.wording import time_words
from workflows.focus import state
from workflows.focus.commands import MOST_LINES
from workflows.kernel.grammar import Ref
from workflows.kernel.ids import is_id
from workflows.kernel.months import quarter_of

quarter = Blueprint("quarter", __name__)

Offer = tuple[str, str, str, bool]
"""A verb, what the address says already, the label, whether it is of first rank."""

ADD: Offer = ("add_line", "", "Add a line", True)
REVIEWS: tuple[Offer, ...] = (
    ("review", "&came=done", "It is done", True),
    ("review", "&came=carried_on", "Carry it on", False),
    ("review", "&came=dropped", "Drop it", False),
)
MORE: tuple[Offer, ...] = (
    ("hand_on", "", "Somebody else owns it", False),
    ("correct", "", "Correct the words", False),
)
CHIPS = {"done": "resolved", "carried_on": "waiting", "dropped": "withdrawn"}


class Line(Struct, frozen=True, kw_only=True):
    """One line as the page shows it: `chip` is a key of the layout's states, `came` its words."""

    line: str
    action: str
    whose: str
    chip: str
    came: str
    why: str
    actions: tuple[Action, ...]


class Promised(Struct, frozen=True, kw_only=True):
    """One place and quarter."""

    place: str
    pledge: str
    whose: str
    lines: tuple[Line, ...]
    add: str
    actions: tuple[Action, ...]


@quarter.get("/quarter")
def show() -> str:
    visit = here()
    room, looking = ledger(visit), when.when(visit)
    found = _found(visit, room.slug, room.units, looking)
    telling = Telling(visit, room, looking, visit.open(ref for one in found for ref in _refs(one.row)))
    now = quarter_of(looking.day)
    current = [one for one in found if one.row.focus.quarter >= now]
    before = [one for one in found if one.row.focus.quarter < now]
    figures = _figures(_of(found, room.slug))
    return shown(
        "quarter/quarter.html",
        again=reference.told(visit, looking, "quarter", room.slug, figures) if room.whole(visit) else None,
        place=room.place,
        room=room,
        views=room.views("This quarter"),
        notices=looking.notices,
        moment=when.control(visit, looking, (("unit", room.slug),) if room.slug else ()),
        figures=figures,
        current=telling.by_quarter(current),
        before=telling.by_quarter(before),
        declare=_declare(visit, room, looking, {(one.row.unit, one.row.focus.quarter) for one in found}),
        most=MOST_LINES,
    )


def again(visit: Visit, slug: str | None, looking: When) -> list[tuple[str, str]]:
    """What came of the quarters, as the page tells it to whoever reads all of it."""
    return _figures(_of(_found(visit, slug, ("", *visit.names.units), looking), slug))


def _found(visit: Visit, slug: str | None, units: Sequence[str], looking: When) -> list[Stint[FocusRow]]:
    with visit.look(looking, slug) as look:
        found = look.quarters(sorted({*look.lineage(slug), HOSPITAL} if slug else units))
    return [one for one in found if visit.sees(one.stream)]


def _of(found: Sequence[Stint[FocusRow]], slug: str | None) -> list[Stint[FocusRow]]:
    return [one for one in found if slug is None or one.row.unit == slug]


@quarter.get("/focus/<stream>")
def find(stream: str) -> Response:
    """Whose it is stands in its facts, and not in its id."""
    visit = here()
    if not is_id(stream, "focus") or not visit.sees(stream):
        abort(404)
    unit = visit.unit_of(stream)
    return redirect("/quarter" + (f"?unit={unit}" if unit else ""), 303)


def _refs(row: FocusRow) -> list[Ref | None]:
    lines = [ref for one in row.focus.lines for ref in (one.line, one.action, one.why)]
    return [row.focus.pledge, *lines]


def _figures(found: Sequence[Stint[FocusRow]]) -> list[tuple[str, str]]:
    share = done(one.row for one in found)
    if not share.whole:
        return []
    return [(f"{share.part} of {share.whole}", "things to do so that people speak up were done, in all quarters")]


def _declare(visit: Visit, room: Ledger, looking: When, there: set[tuple[str, str]]) -> str:
    now = quarter_of(looking.day)
    place = room.slug or HOSPITAL
    may = visit.may("focus.declare", room.slug) and not looking.past and (place, now) not in there
    unit = f"unit={room.slug}&" if room.slug else ""
    return f"/do/focus/declare?{unit}quarter={now}&next=/quarter{room.query}" if may else ""


class Telling(Struct, frozen=True):
    """What a page tells its quarters with: of which room, at which moment, with which words."""

    visit: Visit
    room: Ledger
    looking: When
    words: Words

    def by_quarter(self, found: Sequence[Stint[FocusRow]]) -> list[tuple[str, list[Promised]]]:
        """Each quarter with its places: the room's own first."""
        own = self.room.slug or HOSPITAL
        ordered = sorted(found, key=lambda one: (one.row.unit != own, one.row.unit))
        names = dict.fromkeys(one.row.focus.quarter for one in found)
        return [
            (name.replace("-", " "), [self._promised(one) for one in ordered if one.row.focus.quarter == name])
            for name in names
        ]

    def _promised(self, one: Stint[FocusRow]) -> Promised:
        visit, known, day = self.visit, one.row.focus, self.looking.day
        is_open = known.quarter >= quarter_of(day) and len(known.standing) < MOST_LINES
        return Promised(
            place=visit.names.unit(known.unit),
            pledge=self.words.of(known.pledge),
            whose=f"{visit.names.of(known.owner)} owns it; looked at by {time_words.short(known.review_by, day)}",
            lines=tuple(self._line(one, each) for each in known.lines),
            add=next((each.href for each in self._offered(one, ADD) if is_open), ""),
            actions=self._offered(one, *MORE),
        )

    def _line(self, one: Stint[FocusRow], line: state.Line) -> Line:
        day = self.looking.day
        late = line.came is None and line.due < day
        return Line(
            line=self.words.of(line.line),
            action=self.words.of(line.action),
            whose=f"{self.visit.names.of(line.owner)}, by {time_words.short(line.due, day)}",
            chip=CHIPS[line.came] if line.came else "overdue" if late else "in_work",
            came=choice(line.came, "came") if line.came else time_words.due(line.due, day),
            why=self.words.of(line.why),
            actions=() if line.came else self._offered(one, *REVIEWS, more=f"&number={line.number}"),
        )

    def _offered(self, one: Stint[FocusRow], *offers: Offer, more: str = "") -> tuple[Action, ...]:
        """What may be done with it by this reader, from here."""
        if self.looking.past:
            return ()
        back = f"&next=/quarter{self.room.query}"
        return tuple(
            Action(label, f"/do/focus/{verb}?to={one.stream}{more}{said}{back}", first)
            for verb, said, label, first in offers
            if self.visit.may(f"focus.{verb}", one.row.focus.unit, one.stream)
        )
