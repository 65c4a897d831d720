"""A process that counts a survey and dies by itself after one step: `python -m tests.web.dying DIRECTORY DAY STEP`."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from services import balloting
from services.bootstrap import open_house
from services.house import House
from tests.web.alder import Clock


def _then_dies(step: Callable[..., Any]) -> Callable[..., Any]:
    def taken(*given: Any, **named: Any) -> None:
        step(*given, **named)
        os.kill(os.getpid(), signal.SIGKILL)

    return taken


def _dies_after(house: House, step: str) -> None:
    what, name = {"kept": (house.attachments, "put"), "told": (house.clerk, "give")}[step]
    setattr(what, name, _then_dies(getattr(what, name)))


if __name__ == "__main__":
    directory, day, step = sys.argv[1:]
    with open_house(Path(directory), now=Clock(day)) as house:
        _dies_after(house, step)
        balloting.count(house)
