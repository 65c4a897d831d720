"""Which hospital is meant: the directory given, else the one there is in HEARD_HOME."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from services.bootstrap import PLATE, NoHospital, Settings, plate_of, settings

SAMPLE = "sample"
"""The sample's directory in HEARD_HOME; no hospital may take that short name."""

F = TypeVar("F", bound=Callable[..., Any])


def at_hospital(word: F) -> F:
    """The option that says which hospital; the word gets its directory as `place`."""
    return click.option(
        "--hospital",
        "place",
        metavar="DIR",
        default=None,
        callback=lambda _ctx, _option, given: directory_of(settings(), given),
        help="The hospital's directory; not needed where HEARD_HOME (~/.heard) holds only one.",
    )(word)


def directory_of(set_: Settings, given: str | None) -> Path:
    """NoHospital where there is none, UsageError where there are several."""
    if given is not None:
        plate_of(Path(given))
        return Path(given).absolute()
    if (set_.home / PLATE).exists():
        return set_.home.absolute()
    found = hospitals_in(set_.home)
    real = [directory for directory in found if directory.name != SAMPLE]
    if len(real) > 1:
        named = ", ".join(directory.name for directory in real)
        raise click.UsageError(f"There are several hospitals in {set_.home} ({named}); say which with --hospital DIR.")
    if not found:
        raise NoHospital(
            f"There is no hospital in {set_.home}. `heard start` makes one, `heard serve --sample` shows one."
        )
    return (real or found)[0].absolute()


def hospitals_in(home: Path) -> list[Path]:
    return sorted(plate.parent for plate in home.glob(f"*/{PLATE}"))
