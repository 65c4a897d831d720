"""Registers: what is attested outside or by a checklist, and how much of it is in place."""

from flask import Response
from msgspec import Struct

from projections.registers import Group, Registered, registered
from projections.standards import SHELVES
from services import clock
from services.api.problems import unknown
from services.api.reading import AtAMoment, Reading, shown
from services.api.reads.asking import Read
from services.api.shapes.charter import PartOfCharter, part
from services.api.shapes.words import Position
from workflows.kernel.standards import Register, Standards


class RegisterSummed(Struct, frozen=True, kw_only=True):
    """`points` is null where each line counts by itself."""

    register: str
    title: str
    edition: str
    points: int | None
    of_points: int | None
    in_place: int
    of: int


class Registers(Struct, frozen=True):
    at: Position
    registers: tuple[RegisterSummed, ...]


class GroupShown(Struct, frozen=True):
    """A domain of a register, or a checklist: its lines in their order."""

    title: str
    lines: tuple[PartOfCharter, ...]


class RegisterShown(Struct, frozen=True):
    at: Position
    summed: RegisterSummed
    source: str
    groups: tuple[GroupShown, ...]


def every(seen: Reading) -> Response:
    """What there is to hand in or to go by, and what it comes to."""
    seen.must("registers", "read.hospital", None)
    day = clock.day_of(seen.asked.until, seen.house.plate.zone)
    known = {key: one for key, one in _then(seen).registers.items() if one.in_force(day)}
    return shown(Registers(seen.at, tuple(_summed(key, _found(seen, one)) for key, one in known.items())), seen.at)


def one(seen: Reading, key: str) -> Response:
    """One register, line by line."""
    seen.must("registers", "read.hospital", None)
    register = _then(seen).registers.get(key)
    if register is None:
        raise unknown("register")
    found = _found(seen, register)
    return shown(
        RegisterShown(seen.at, _summed(key, found), register.source, tuple(map(_group, found.groups))), seen.at
    )


def _found(seen: Reading, register: Register) -> Registered:
    rows = [stint for stint in seen.look.standards(units=[""], shelves=SHELVES) if seen.sees(stint.stream)]
    return registered(_then(seen), register, rows)


def _then(seen: Reading) -> Standards:
    """Lines and editions as they were in force at the moment asked for."""
    return seen.house.clerk.standards.then(seen.at, seen.asked.on)


def _summed(key: str, found: Registered) -> RegisterSummed:
    register = found.register
    return RegisterSummed(
        register=key,
        title=register.title,
        edition=register.edition,
        points=found.points,
        of_points=None if found.points is None else len(found.groups),
        in_place=found.done,
        of=found.of,
    )


def _group(group: Group) -> GroupShown:
    return GroupShown(group.title, tuple(map(part, group.cells)))


READS = (
    Read(id="registers", path="/registers", shape=Registers, ask=every, query=AtAMoment),
    Read(id="registers.one", path="/registers/<string:register>", shape=RegisterShown, ask=one, noun="register"),
)
