"""The one query behind every page: the stints that were known at a position, and so on a day.

Declared once as SQLAlchemy Core, compiled once per store and way of asking, then run by the driver with its parameters:
composing a statement for each page would cost ten times what finding its rows does. What costs time is only what is found:
every branch below reads from the index made for it.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    Select,
    Table,
    bindparam,
    case,
    cast,
    func,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.selectable import CompoundSelect

from services.reader.batch import hour_of
from services.reader.interval_tree import path
from workflows.kernel.moments import Moment

Wanted = Mapping[str, Collection[str]]
"""Values by column; the columns are one group of the projection's filters, or `stream`."""
Around = tuple[Moment, Moment]
"""From a moment to another, both of it."""
Statement = Select[tuple[Any, ...]] | CompoundSelect[tuple[Any, ...]]
Conditions = list[ColumnElement[bool]]
Ends = tuple[ColumnElement[Any], ColumnElement[Any]]
"""`ended` and `ended_by` as they were known."""

POSITION_BITS = 34
"""A hospital's log may reach 17 thousand million facts."""
HOUR_BITS = 21
"""And last until the year 2209."""


class Among(ColumnElement[bool]):
    """`column` is one of the values of the list parameter `name`, however many they are."""

    inherit_cache = False

    def __init__(self, column: ColumnElement[Any], name: str) -> None:
        self.column = column
        self.values: BindParameter[Any] = bindparam(name)


class NotAmong(Among):
    """`column` is none of them."""

    inherit_cache = False


@compiles(Among, "sqlite")
def _among_json(among: Among, compiler: SQLCompiler, **_: Any) -> str:
    return f"{compiler.process(among.column)} IN (SELECT value FROM json_each({compiler.process(among.values)}))"


@compiles(Among, "postgresql")
def _among_array(among: Among, compiler: SQLCompiler, **_: Any) -> str:
    return f"{compiler.process(among.column)} = ANY({compiler.process(among.values)})"


@compiles(NotAmong, "sqlite")
def _not_among_json(among: NotAmong, compiler: SQLCompiler, **_: Any) -> str:
    return f"{compiler.process(among.column)} NOT IN (SELECT value FROM json_each({compiler.process(among.values)}))"


@compiles(NotAmong, "postgresql")
def _not_among_array(among: NotAmong, compiler: SQLCompiler, **_: Any) -> str:
    return f"NOT {compiler.process(among.column)} = ANY({compiler.process(among.values)})"


def known(table: Table, columns: Collection[str], *, at: bool, on: bool) -> Statement:
    """Asked by `columns`: what is so now, or was on a day (`on`); by all that is known, or was at a position (`at`)."""
    asked = [*of_hospital(table), *(Among(table.c[column], column) for column in columns)]
    selects = [select(*_shown(table, ends)).where(*asked, *branch) for branch, ends in _branches(table, at, on)]
    return _joined(selects)


def changed(table: Table, columns: Collection[str], *, at: bool) -> Statement:
    """Those of `known` that were not known to be so at the position `since`."""
    asked = [*of_hospital(table), *(Among(table.c[column], column) for column in columns)]
    later = table.c.born > bindparam("since")
    ends = _branches(table, at, on=False)[0][1]
    return _joined([select(*_shown(table, ends)).where(*asked, *branch, later) for branch in _so_now(table, at)])


def of_streams(table: Table, *, at: bool, on: bool, past: bool) -> Statement:
    """The stints of some streams: with their whole past, or only those that are so now, or were on a day."""
    c = table.c
    asked: Conditions = [*of_hospital(table), Among(c.stream, "stream")]
    if at:
        asked += [c.born <= bindparam("at"), or_(c.died.is_(None), c.died > bindparam("at"))]
        still = or_(c.until.is_(None), c.until > bindparam("at"))
    else:
        asked.append(c.died.is_(None))
        still = c.until.is_(None)
    if on:
        asked += [c.began <= bindparam("on"), or_(still, c.ended > bindparam("on"))]
    elif not past:
        asked.append(still)
    ends = (case((still, None), else_=c.ended), case((still, None), else_=c.ended_by))
    return select(*_shown(table, ends)).where(*asked)


def counted(table: Table, columns: Collection[str], by: Collection[str], *, at: bool, on: bool) -> Statement:
    """How many `known` finds for each combination of the columns `by`."""
    asked = [*of_hospital(table), *(Among(table.c[column], column) for column in columns)]
    shown = [table.c[column] for column in by]
    each = [
        select(*shown, func.count().label("rows")).where(*asked, *branch).group_by(*shown)
        for branch, _ in _branches(table, at, on)
    ]
    found = _joined(each).subquery()
    named = [found.c[column] for column in by]
    return select(*named, cast(func.sum(found.c.rows), BigInteger)).group_by(*named)


def nearest(table: Table, columns: Collection[str], *, at: bool, back: bool) -> Statement:
    """When the first row began that did after the moment `than`, or the last one before it (`back`), ended or not, of one value
    of each of `columns`; without the streams `behind`."""
    c = table.c
    then = (
        (func.max(c.began), c.began < bindparam("than")) if back else (func.min(c.began), c.began > bindparam("than"))
    )
    one = [c[column] == bindparam(column) for column in columns]
    return select(then[0]).where(*one, then[1], *_ever(table, at))


def begun(table: Table, columns: Collection[str], *, at: bool) -> Statement:
    """The facts by which rows asked for by `columns` began from the moment `since` to the moment `upto`, ended or not; without
    the streams `behind`."""
    c = table.c
    then = (c.began >= bindparam("since"), c.began <= bindparam("upto"))
    asked = [Among(c[column], column) for column in columns]
    return select(c.begun_by).where(*asked, *then, *_ever(table, at)).distinct()


def _ever(table: Table, at: bool) -> Conditions:
    """As it was known at a position, whether it has ended or not."""
    c = table.c
    known = [c.born <= bindparam("at"), or_(c.died.is_(None), c.died > bindparam("at"))] if at else [c.died.is_(None)]
    return [*of_hospital(table), *known, NotAmong(c.stream, "behind")]


def parameters(wanted: Wanted, at: int | None, on: Moment | None) -> dict[str, Any]:
    """What the statements above are run with; lists are lists."""
    values: dict[str, Any] = {column: list(asked) for column, asked in wanted.items()}
    if at is not None:
        below, above = path(at, POSITION_BITS)
        values |= {"at": at, "below": below, "above": above}
    if on is not None:
        hours_below, hours_above = path(hour_of(on), HOUR_BITS)
        values |= {"on": on, "hours_below": hours_below, "hours_above": hours_above}
    return values


def of_hospital(table: Table) -> Conditions:
    """The rows of one hospital, where the table is shared."""
    return [table.c.hospital == bindparam("hospital")] if "hospital" in table.c else []


def _joined(selects: Sequence[Select[Any]]) -> Statement:
    return selects[0] if len(selects) == 1 else union_all(*selects)


def _shown(table: Table, ends: Ends) -> list[ColumnElement[Any]]:
    c = table.c
    return [c.id, c.stream, c.name, c.row, c.began, *ends, c.begun_by]


def _branches(table: Table, at: bool, on: bool) -> list[tuple[Conditions, Ends]]:
    c = table.c
    now: Ends = (cast(null(), BigInteger), cast(null(), BigInteger))
    if not on:
        return [(branch, now) for branch in _so_now(table, at)]
    since = [([*branch, c.began <= bindparam("on")], now) for branch in _so_now(table, at)]
    return [*since, *((branch, (c.ended, c.ended_by)) for branch in _so_then(table, at))]


def _so_now(table: Table, at: bool) -> list[Conditions]:
    """What was known to be so now: still, or no longer."""
    c = table.c
    if not at:
        return [[c.until.is_(None)]]
    return [
        [c.until.is_(None), c.born <= bindparam("at")],
        [c.until.is_not(None), Among(c.node, "below"), c.until > bindparam("at")],
        [c.until.is_not(None), Among(c.node, "above"), c.born <= bindparam("at")],
    ]


def _so_then(table: Table, at: bool) -> list[Conditions]:
    """What was known to have ended since."""
    c = table.c
    so: Conditions = [c.ended.is_not(None), c.ended > bindparam("on"), c.began <= bindparam("on")]
    if at:
        so += [c.until <= bindparam("at"), or_(c.died.is_(None), c.died > bindparam("at"))]
    else:
        so.append(c.died.is_(None))
    return [[*so, Among(c.hours, "hours_below")], [*so, Among(c.hours, "hours_above")]]
