"""A day of a unit replayed at the terminal, what was known by its end beside what was true; or its days one after the other."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import groupby

from projections.replay import Apart, Standing
from services import clock
from services.clerk.access import OPERATOR
from services.clerk.sharing import Shared
from services.errands.errand import Answer, Every, Replay
from services.errands.naming import unit_called
from services.errands.seeing import Row, Seen, allowed
from services.house import House
from services.reader import position
from services.reader import replay as reader
from services.reader.position import NOW, NotAMoment, Position
from services.reader.unit_log import UnitLog
from services.reader.views import Look
from services.wording import time_words
from services.wording.standings import IN_DAYS, STANDINGS
from workflows.kernel.grammar import By, Fact
from workflows.kernel.moments import Day, Moment, day_after

MOST = 400
"""Entries of a day that are looked through."""
FIGURES = {name: f"{words}, days" if name in IN_DAYS else words for name, words in STANDINGS.items()}


class _Replaying:
    """A unit by what is known up to `horizon`, without what is no part of a replay."""

    def __init__(self, house: House, unit: str, horizon: int, upto: Moment) -> None:
        self._house = house
        self.unit = unit
        self.horizon = horizon
        self.zone = house.plate.zone
        self.last = clock.day_of(upto, self.zone)
        self._upto = upto
        self._shared = Shared(house.rights, house.views, OPERATOR)

    @contextmanager
    def look(self, seq: int, on: Moment | None = None) -> Iterator[Look]:
        with self._house.views.look(Position(seq), on, self._shared.behind, self.unit) as look:
            yield look

    def seen(self, look: Look, until: Moment) -> Seen:
        return Seen(self._house, look, until)

    def log(self, look: Look) -> UnitLog:
        house, units = self._house, (self.unit, *look.before)
        return UnitLog(house.ledger, house.clerk.mapper, units=units, upto=self.horizon, shows=self._shared.shows)

    def end_of(self, day: Day) -> Moment:
        return self._upto if day == self.last else clock.end_of(day, self.zone)

    def seq_by(self, moment: Moment) -> int:
        return min(self._house.ledger.last_seq_by(moment), self.horizon)

    def standing(self, look: Look, day: Day) -> Standing:
        return self.taken(look).standing(day, self.end_of(day))

    def taken(self, look: Look) -> reader.Taken:
        return reader.taken(look, self.unit, lambda stream: self._house.rights.sees(OPERATOR, stream))


def replay(house: House, asked: Replay) -> Answer:
    """NotFound where there is no such unit, NotAMoment for a day that is none or has not come."""
    unit = unit_called(house, asked.unit)
    allowed(house, "read.board", unit)
    house.reader.pull()
    horizon = position.as_of(asked.as_of, house.ledger, house.plate.zone)
    head = house.ledger.head()[0] if horizon.seq is None else horizon.seq
    upto = house.now() if horizon == NOW else position.recorded(Position(head), house.ledger) or house.now()
    at = _Replaying(house, unit, head, upto)
    day = _day(at, asked.at)
    return _played(at, asked.at, asked.play) if asked.play else _stop(at, day)


def _day(at: _Replaying, said: str | None) -> Day:
    moment = position.on(said, at.zone)
    day = clock.day_of(moment, at.zone) if moment is not None else at.last
    if day > at.last:
        raise NotAMoment(f"{day} has not come yet; the last day is {at.last}.")
    return day


def _stop(at: _Replaying, day: Day) -> Answer:
    end, start = at.end_of(day), clock.end_of(day_after(day, -1), at.zone)
    seq = at.seq_by(end)
    with at.look(seq) as known, at.look(at.horizon, end) as true:
        then, so = at.taken(known), at.taken(true)
        stood, was = then.standing(day, end), so.standing(day, end)
        parted = reader.parted((known, then), (true, so))
        facts, cut = at.log(known).between(at.seq_by(start), seq, MOST)
        seen = at.seen(known, end)
        tables = {
            "How the unit stood": _figures(stood, was),
            "Recorded that day": _recorded(seen, facts),
            "True by the end of the day, in the record only later": [_gap(one) for one in parted],
        }
        title = f"{seen.names.unit(at.unit)}, {time_words.weekday(day)} {day[:4]}, by what is known up to entry {at.horizon:,}"
    said = (title, *((f"More than {MOST} entries of that day; the first ones are shown.",) if cut else ()))
    return Answer(said, {"unit": at.unit, "day": day, "recorded": seq, "as_of": at.horizon, "tables": tables})


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


def _played(at: _Replaying, first: str | None, every: Every) -> Answer:
    """A line for each day, week or month in which something was recorded, as it was known by the end of the last such day."""
    with at.look(at.horizon) as latest:
        days = sorted({clock.day_of(fact.at, at.zone) for fact in at.log(latest).whole()})
        name = at.seen(latest, at.end_of(at.last)).names.unit(at.unit)
    begins = _day(at, first) if first else ""
    stops = [
        list(some)[-1]
        for _, some in groupby((day for day in days if day >= begins), key=lambda day: _within(day, every))
    ]
    rows: list[Row] = []
    for day in stops:
        with at.look(at.seq_by(at.end_of(day))) as known:
            found = at.standing(known, day)
        rows.append({"day": day, **{words: getattr(found, name) for name, words in FIGURES.items()}})
    said = f"{name}: {time_words.number_of(len(rows), every)} in which something was recorded, as it was known by then"
    return Answer((said,), {"unit": at.unit, "as_of": at.horizon, "tables": {"How the unit stood": rows}})


def _within(day: Day, every: Every) -> str:
    year, week, _ = date.fromisoformat(day).isocalendar()
    return {"day": day, "week": f"{year}-W{week:02}", "month": day[:7]}[every]
