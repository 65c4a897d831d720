"""Turning the page: what one scene ends and begins in one projection of one stream."""

from typing import Any

from msgspec import Struct

from projections.lives import NUMBERED, Projection, Scene, Stint, Was


class Change(Struct, frozen=True):
    """What one fact changes in one projection: stints that it ended (they live on, closed), stints that are no longer so at
    all (a late entry says otherwise), stints that are born with it."""

    projection: Projection
    ended: list[Stint[Any]]
    died: list[Stint[Any]]
    born: list[Stint[Any]]


def turned(projection: Projection, was: Was, scene: Scene) -> tuple[Was, Change | None]:
    """What is open after the scene, and what it changed. What lasted no time at all never was."""
    moment, seq = scene.moment, scene.fact.seq
    now: Was = {}
    born: list[Stint[Any]] = []
    for name, row in projection.fold(was, scene).items():
        before = was.get(name)
        if before is not None and (row is before.row or row == before.row):
            now[name] = before
        else:
            now[name] = Stint(seq << NUMBERED | len(born), scene.stream, name, row, moment, None, seq, None)
            born.append(now[name])
    if not born and len(now) == len(was):
        return was, None
    gone = [stint for name, stint in was.items() if now.get(name) is not stint]
    ended = [stint.until(moment, seq) for stint in gone if stint.began < moment]
    died = [stint for stint in gone if stint.began >= moment] if len(ended) < len(gone) else []
    return now, Change(projection, ended, died, born)
