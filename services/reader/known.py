"""The one query behind every page: the stints that were known at a position, and so on a day.

Declared once as SQLAlchemy Core, compiled once per store and way of asking, then run by the driver with its parameters:
composing a statement for each page would cost ten times what finding its rows does. What costs time is only what is found:
every branch below reads from the index made for it.
"""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Select, Table, and_, bindparam, func, or_, select, union_all
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.selectable import CompoundSelect

from services.reader.batch import hour_of
from services.reader.interval_tree import path
from workflows.kernel.moments import Moment

Wanted = Mapping[str, Collection[str]]
"""Values by column; the columns are one group of the projection's filters, or `stream`."""
Statement = Select[tuple[Any, ...]] | CompoundSelect[tuple[Any, ...]]
Conditions = list[ColumnElement[bool]]

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


@compiles(Among, "sqlite")
def _among_json(among: Among, compiler: SQLCompiler, **_: Any) -> str:
    return f"{compiler.process(among.column)} IN (SELECT value FROM json_each({compiler.process(among.values)}))"


@compiles(Among, "postgresql")
def _among_array(among: Among, compiler: SQLCompiler, **_: Any) -> str:
    return f"{compiler.process(among.column)} = ANY({compiler.process(among.values)})"


def known(table: Table, columns: Collection[str], *, at: bool, on: bool) -> Statement:
    """Asked by `columns`: what is so now, or was on a day (`on`); by all that is known, or was at a position (`at`)."""
    asked = [*of_hospital(table), *(Among(table.c[column], column) for column in columns)]
    return _joined(table, [[*asked, *branch] for branch in _branches(table, at, on)])


def of_streams(table: Table, *, at: bool, on: bool, past: bool) -> Statement:
    """The stints of some streams: with their whole past, or only those that are so now, or were on a day."""
    asked: Conditions = [*of_hospital(table), Among(table.c.stream, "stream"), *_alive(table, at)]
    if on:
        asked += [table.c.began <= bindparam("on"), or_(table.c.ended.is_(None), table.c.ended > bindparam("on"))]
    elif not past:
        asked.append(table.c.ended.is_(None))
    return _joined(table, [asked])


def counted(table: Table, columns: Collection[str], *, at: bool, on: bool) -> Statement:
    """How many `known` finds for each combination of `columns`: read from the indexes alone."""
    asked = [*of_hospital(table), *(Among(table.c[column], column) for column in columns)]
    shown = [table.c[column] for column in columns]
    selects = [select(*shown).where(and_(*asked, *branch)) for branch in _branches(table, at, on)]
    found = union_all(*selects).subquery()
    return select(*found.c, func.count()).group_by(*found.c)


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


def _branches(table: Table, at: bool, on: bool) -> list[Conditions]:
    return [*_so_since(table, at), *_so_then(table, at)] if on else _so_now(table, at)


def _joined(table: Table, branches: list[Conditions]) -> Statement:
    c = table.c
    shown = (c.stream, c.name, c.row, c.began, c.ended, c.begun_by, c.ended_by)
    selects = [select(*shown).where(and_(*branch)) for branch in branches]
    return selects[0] if len(selects) == 1 else union_all(*selects)


def _alive(table: Table, at: bool) -> Conditions:
    c = table.c
    return [c.born <= bindparam("at"), or_(c.died.is_(None), c.died > bindparam("at"))] if at else [c.died.is_(None)]


def _so_now(table: Table, at: bool) -> list[Conditions]:
    """What is so now: known still, or no longer."""
    c = table.c
    still: Conditions = [c.ended.is_(None), c.died.is_(None)]
    if not at:
        return [still]
    no_longer: Conditions = [c.ended.is_(None), c.died.is_not(None)]
    return [
        [*still, c.born <= bindparam("at")],
        [*no_longer, Among(c.node, "below"), c.died > bindparam("at")],
        [*no_longer, Among(c.node, "above"), c.born <= bindparam("at")],
    ]


def _so_since(table: Table, at: bool) -> list[Conditions]:
    """What is so now, and was on that day already."""
    return [[*branch, table.c.began <= bindparam("on")] for branch in _so_now(table, at)]


def _so_then(table: Table, at: bool) -> list[Conditions]:
    """What has ended since."""
    c = table.c
    so: Conditions = [c.ended.is_not(None), c.ended > bindparam("on"), c.began <= bindparam("on"), *_alive(table, at)]
    return [[*so, Among(c.node, "hours_below")], [*so, Among(c.node, "hours_above")]]
