"""`/desk`: what do I owe, to whom, by when; the oldest in front, and what can be done about it right there."""

from collections.abc import Iterable

from flask import Blueprint

from projections.rounds import RoundsRow
from services.reader.views import Look
from services.web import when
from services.web.framing import shown
from services.web.pages.desk.duty import Duty, duty_of, title_of
from services.web.telling import messages
from services.web.visit import Visit, here
from services.web.when import When
from services.wording import time_words

desk = Blueprint("desk", __name__)

SOON = 7


@desk.get("/desk")
def show() -> str:
    visit = here()
    visit.must("read.own")
    looking = when.when(visit)
    with visit.look(looking) as look:
        owed = visit.desk(look)
        visits = _visits(look, visit)
        unread = messages.unread(visit, look, visit.units, looking)
    words = visit.open([*(title_of(one) for one in owed), *messages.refs(unread)])
    duties = [duty_of(visit, one, words, looking) for one in owed]
    return shown(
        "desk/desk.html",
        place="My desk",
        notices=looking.notices,
        moment=when.control(visit, looking),
        figures=_figures(duties, visits, looking),
        messages=messages.told(visit, unread, words, looking),
        lots=_lots(duties),
        past=looking.past,
    )


def _visits(look: Look, visit: Visit) -> list[RoundsRow]:
    """Rounds to come in the units of this person."""
    planned = (stint.row for slug in visit.homes for stint in look.rounds(slug, ("scheduled",)))
    return sorted(planned, key=lambda row: row.visit.day)


def _lots(duties: Iterable[Duty]) -> tuple[tuple[str, str, list[Duty]], ...]:
    """Overdue, soon, later; within each the oldest first."""
    ranked = sorted(duties, key=lambda duty: duty.since)
    return (
        ("Overdue", "late", [one for one in ranked if one.days is not None and one.days < 0]),
        ("This week", "soon", [one for one in ranked if one.days is not None and 0 <= one.days <= SOON]),
        ("Later", "later", [one for one in ranked if one.days is None or one.days > SOON]),
    )


def _figures(duties: list[Duty], visits: list[RoundsRow], looking: When) -> list[tuple[str, str]]:
    oldest = min((duty.since for duty in duties), default=None)
    age = time_words.held(oldest, looking.until) if oldest is not None else ""
    money = sum(duty.money for duty in duties)
    figures = [
        (
            str(len(duties)),
            f"{'thing waits' if len(duties) == 1 else 'things wait'} on you" + (f", the oldest {age}" if age else ""),
        )
    ]
    if visits:
        figures.append((time_words.short(visits[0].visit.day, looking.day), "next rounds"))
    if money:
        figures.append((time_words.dollars(money), "asked of you"))
    return figures
