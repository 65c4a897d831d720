"""A day of a unit replayed at the terminal, what was known by its end beside what was true; or its days one after the other."""

from datetime import date
from itertools import groupby

from projections.replay import Apart, Standing
from services import clock
from services.clerk.access import OPERATOR
from services.errands.errand import Answer, Every, Replay
from services.errands.naming import unit_called
from services.errands.seeing import Row, Seen, allowed
from services.house import House
from services.reader import position
from services.reader import replay as reader
from services.reader.position import NOW, NotAMoment, Position
from services.reader.views import Look
from services.replaying import Replaying
from services.wording import time_words
from services.wording.standings import IN_DAYS, STANDINGS
from workflows.kernel.grammar import By, Fact
from workflows.kernel.moments import Day, Moment, day_after

MOST = 400
"""Entries of a day that are looked through."""
FIGURES = {name: f"{words}, days" if name in IN_DAYS else words for name, words in STANDINGS.items()}


class _Days:
    """The days of a unit, up to the `last` one, which ends at `upto`."""

    def __init__(self, unit: Replaying, upto: Moment) -> None:
        self.unit = unit
        self.zone = unit.house.plate.zone
        self.last = clock.day_of(upto, self.zone)
        self._upto = upto

    def end_of(self, day: Day) -> Moment:
        return self._upto if day == self.last else clock.end_of(day, self.zone)

    def standing(self, look: Look, day: Day) -> Standing:
        return self.unit.taken(look).standing(day, self.end_of(day))


def replay(house: House, asked: Replay) -> Answer:
    """NotFound where there is no such unit, NotAMoment for a day that is none or has not come."""
    unit = unit_called(house, asked.unit)
    allowed(house, "read.board", unit)
    house.reader.pull()
    horizon = position.as_of(asked.as_of, house.ledger, house.plate.zone)
    head = house.ledger.head()[0] if horizon.seq is None else horizon.seq
    upto = house.now() if horizon == NOW else position.recorded(Position(head), house.ledger) or house.now()
    at = _Days(Replaying(house, OPERATOR, unit, head), upto)
    day = _day(at, asked.at)
    return _played(at, asked.at, asked.play) if asked.play else _stop(at, day)


def _day(at: _Days, said: str | None) -> Day:
    moment = position.on(said, at.zone)
    day = clock.day_of(moment, at.zone) if moment is not None else at.last
    if day > at.last:
        raise NotAMoment(f"{day} has not come yet; the last day is {at.last}.")
    return day


def _stop(at: _Days, day: Day) -> Answer:
    end, start = at.end_of(day), clock.end_of(day_after(day, -1), at.zone)
    seq = at.unit.seq_by(end)
    with at.unit.look(Position(seq)) as known, at.unit.look(Position(at.unit.horizon), end) as true:
        then, so = at.unit.taken(known), at.unit.taken(true)
        stood, was = then.standing(day, end), so.standing(day, end)
        parted = reader.parted((known, then), (true, so))
        facts, cut = at.unit.log(known).between(at.unit.seq_by(start), seq, MOST)
        seen = Seen(at.unit.house, known, end)
        tables = {
            "How the unit stood": _figures(stood, was),
            "Recorded that day": _recorded(seen, facts),
            "True by the end of the day, in the record only later": [_gap(one) for one in parted],
        }
        named = f"{seen.names.unit(at.unit.slug)}, {time_words.weekday(day)} {day[:4]}"
        title = f"{named}, by what is known up to entry {at.unit.horizon:,}"
    said = (title, *((f"More than {MOST} entries of that day; the first ones are shown.",) if cut else ()))
    return Answer(said, {"unit": at.unit.slug, "day": day, "recorded": seq, "as_of": at.unit.horizon, "tables": tables})


def _figures(known: Standing, true: Standing) -> list[Row]:
    return [
        {"figure": words, "known then": getattr(known, name), "true then": getattr(true, name)}
        for name, words in FIGURES.items()
    ]


def _recorded(seen: Seen, facts: list[Fact]) -> list[Row]:
    about = seen.look.about({fact.stream for fact in facts})
    titles = {stream: title for stream, stint in about.items() if (title := getattr(stint.row, "title", None))}
    words = seen.words(titles.values())
    return [
        {
            "entry": fact.seq,
            "what": fact.head.name.replace(".", " ").replace("_", " "),
            "of": words(titles[fact.stream]) if fact.stream in titles else fact.stream,
            "by": _who(seen, fact.head.by),
            "happened": happened if (happened := seen.date(fact.happened)) != seen.date(fact.at) else "",
        }
        for fact in facts
    ]


def _who(seen: Seen, by: By) -> str:
    """The id of a policy is its name among rules, and nobody's."""
    return seen.names.of(by.id) if by.id and by.kind != "policy" else by.kind


def _gap(one: Apart) -> Row:
    return {
        "of": one.stream,
        "known as": one.known.row.state if one.known else "not on record",
        "it was": one.true.row.state if one.true else "not on record",
        "entry": one.true.begun_by if one.true else None,
    }


def _played(at: _Days, first: str | None, every: Every) -> Answer:
    """A line for each day, week or month in which something was recorded, as it was known by the end of the last such day."""
    with at.unit.look(Position(at.unit.horizon)) as latest:
        days = sorted({clock.day_of(fact.at, at.zone) for fact in at.unit.log(latest).whole()})
        name = Seen(at.unit.house, latest, at.end_of(at.last)).names.unit(at.unit.slug)
    begins = _day(at, first) if first else ""
    stops = [
        list(some)[-1]
        for _, some in groupby((day for day in days if day >= begins), key=lambda day: _within(day, every))
    ]
    rows: list[Row] = []
    for day in stops:
        with at.unit.look(Position(at.unit.seq_by(at.end_of(day)))) as known:
            found = at.standing(known, day)
        rows.append({"day": day, **{words: getattr(found, name) for name, words in FIGURES.items()}})
    said = f"{name}: {time_words.number_of(len(rows), every)} in which something was recorded, as it was known by then"
    return Answer((said,), {"unit": at.unit.slug, "as_of": at.unit.horizon, "tables": {"How the unit stood": rows}})


def _within(day: Day, every: Every) -> str:
    year, week, _ = date.fromisoformat(day).isocalendar()
    return {"day": day, "week": f"{year}-W{week:02}", "month": day[:7]}[every]
