"""The whole year in order: stories and everyday life take their turns by day."""

import heapq
import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from services.sample import everyday
from services.sample.arcs import ARCS
from services.sample.clearing import clearing
from services.sample.sheet import import_log
from services.sample.stage import Stage

DAYS = 365
SEED = 118

Say = Callable[[int, int], None]


def make(directory: Path, today: date, progress: Say | None = None) -> None:
    """Lives the year that ends the day before `today` and leaves the hospital in `directory`, which must not be there yet.
    `progress` hears days done and days in all. What was begun and not finished is left in a folder beside it, too deep
    down to be taken for a hospital, and is gone next time."""
    unfinished = directory.with_name(directory.name + ".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    stage = Stage(unfinished / directory.name, today - timedelta(days=DAYS), SEED)
    with stage.house:
        live(stage, progress)
    (unfinished / directory.name).rename(directory)
    unfinished.rmdir()


def live(stage: Stage, progress: Say | None = None, days: int = DAYS) -> None:
    """The hospital opens, and each arc goes on when its day has come; what would lie past `days` stays undone."""
    stage.open()
    arcs: list[Iterator[int]] = [
        *(arc(stage) for arc in ARCS),
        import_log(stage),
        clearing(stage),
        *everyday.arcs(stage),
    ]
    order = count()
    waiting: list[tuple[int, int, Iterator[int]]] = []

    def wait(arc: Iterator[int]) -> None:
        day = next(arc, None)
        if day is not None and day < days:
            heapq.heappush(waiting, (day, next(order), arc))

    for arc in arcs:
        wait(arc)
    while waiting:
        day, _, arc = heapq.heappop(waiting)
        stage.day(day)
        if progress:
            progress(day, days)
        wait(arc)
    stage.day(days - 1, 20)
