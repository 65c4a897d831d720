"""Telling from scratch, and what that changes in what is known: for streams to which something late was entered."""

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from projections.lives import NUMBERED, Projection, Scene, Stint, Was
from projections.turning import Change, turned
from workflows.kernel.moments import Moment

Known = dict[tuple[str, Moment], Stint[Any]]
"""Every stint of one stream and projection that is known now, by name and beginning."""


def from_scratch(projection: Projection, scenes: Iterable[Scene]) -> list[Stint[Any]]:
    """Every stint the scenes make, those that ended first."""
    past: list[Stint[Any]] = []
    now: Was = {}
    for scene in scenes:
        now, change = turned(projection, now, scene)
        past += change.ended if change else ()
    return [*past, *now.values()]


def difference(projection: Projection, known: Known, stints: Iterable[Stint[Any]], seq: int) -> Change:
    """What has only ended lives on; what is told otherwise dies, and what is told instead is born."""
    change = Change(projection, [], [], [])
    told_now = {(stint.name, stint.began): stint for stint in stints}
    for place, stint in known.items():
        now = told_now.get(place)
        if now is not None and now.tells(stint):
            del told_now[place]
        elif now is not None and now.ended_by == seq and _ends(now, stint):
            change.ended.append(replace(now, life=stint.life))
            del told_now[place]
        else:
            change.died.append(stint)
    change.born.extend(replace(stint, life=seq << NUMBERED | n) for n, stint in enumerate(told_now.values()))
    return change


def _ends(now: Stint[Any], before: Stint[Any]) -> bool:
    """Whether `now` is `before`, ended."""
    return before.ended is None and now.begun_by == before.begun_by and now.row == before.row
